"""The print log: sheets that hang somewhere, and sheets that were sent and not answered for.

An entry is the job that was printed and where the sheet hangs; what may stand in a job the desk
knows (:mod:`feltperm.desk.recall`). Names of places only, never of a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from feltperm.binder.conditions import conditions
from feltperm.binder.connection import Row, Store

__all__ = ["LogChange", "Print", "Prints"]


class Print(msgspec.Struct, frozen=True, kw_only=True):
    """One sheet of the log.

    Attributes:
        id: given when it is kept; 0 before that.
        job: canonical JSON of what was printed, without the free note.
        box: the place (:class:`feltperm.binder.sites.Site`) whose box stands on the sheet, by its
            name today; empty without one.
        site, place: where it hangs, as in «Varmestua» and «inngang».
        hung_on: ISO day; empty while nobody has said that the sheet came out.
        printer: where it was sent, as shown to people; empty once it hangs.
        kept_as: stands for what was wrong with it when somebody chose to let it hang.
    """

    id: int = 0
    job: str
    box: str = ""
    site: str = ""
    place: str = ""
    hung_on: str = ""
    printer: str = ""
    kept_as: str = ""


class LogChange(msgspec.Struct, frozen=True):
    """What was taken out of the log and what was put in, for :meth:`Prints.undo`."""

    before: tuple[Print, ...] = ()
    after: tuple[Print, ...] = ()


_FIELDS = Print.__struct_fields__
_COLUMNS = ", ".join(_FIELDS)
#: What is taken out of the file is written over too: it may have named somebody after all.
_WRITE_OVER = "PRAGMA secure_delete = ON"


def _print(row: Row) -> Print:
    return Print(**dict(zip(_FIELDS, row, strict=True)))


class Prints:
    """The print log of one binder. Every write can raise DiskFull and ReadOnly."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[Print, ...]:
        """Return all entries, the one hung last first; what was not answered for comes last."""
        rows = self._store.rows(f"SELECT {_COLUMNS} FROM prints ORDER BY hung_on DESC, id DESC")
        return tuple(map(_print, rows))

    def get(self, ids: Collection[int]) -> tuple[Print, ...]:
        """Return the entries with these ids that there are, in the order of :meth:`list`."""
        return tuple(one for one in self.list() if one.id in ids)

    def change(self, before: Iterable[Print] = (), after: Iterable[Print] = ()) -> LogChange:
        """Take entries out and put others in, all of it or nothing; return what was done.

        One that is gone already is passed over. One that comes with an id keeps it, unless
        another has it now.
        """
        with self._store.write() as connection:
            connection.execute(_WRITE_OVER)
            gone = []
            for one in before:
                row = connection.execute(
                    f"SELECT {_COLUMNS} FROM prints WHERE id = ?", (one.id,)
                ).fetchone()
                connection.execute("DELETE FROM prints WHERE id = ?", (one.id,))
                gone += [_print(row)] if row else []
            made = []
            for one in after:
                taken = connection.execute("SELECT 1 FROM prints WHERE id = ?", (one.id,))
                id = one.id if one.id and not taken.fetchone() else None
                marks = ", ".join("?" * len(_FIELDS))
                values = (id, *msgspec.structs.astuple(one)[1:])
                cursor = connection.execute(
                    f"INSERT INTO prints ({_COLUMNS}) VALUES ({marks})", values
                )
                made.append(msgspec.structs.replace(one, id=cursor.lastrowid or 0))
        return LogChange(tuple(gone), tuple(made))

    def undo(self, change: LogChange) -> LogChange:
        """Put back what a change took out, and take out what it put in."""
        return self.change(change.after, change.before)

    def clear(self) -> int:
        """Forget all entries without a trace in the file; return how many there were.

        Copies of the binder are another matter (:func:`feltperm.binder.erasing.erase_in_copies`).
        """
        with self._store.write() as connection:
            connection.execute(_WRITE_OVER)
            count = connection.execute("DELETE FROM prints").rowcount
        with conditions():
            # Rows that once moved from page to page leave bytes behind, which only this drops.
            self._store.connection.execute("VACUUM")
        return count
