"""The audit of what a screen reader meets: every page and dialog, as one table.

    python tests/accessibility_audit.py

The tree is walked as assistive technology walks it, through Qt's accessible interfaces.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QDialog, QWidget

from real_window import House, answering, opened
from views import DIALOGS, VIEWS, studio

__all__ = ["Audit", "audit", "in_dialog", "in_view", "named", "nodes", "table"]

Role = QAccessible.Role

#: What a person acts on or reads. Without a name it is silence.
SPOKEN = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText,
    Role.List, Role.ListItem, Role.PageTab, Role.Link, Role.MenuItem, Role.SpinBox, Role.Table,
    Role.Tree, Role.TreeItem, Role.Cell, Role.ProgressBar, Role.StaticText, Role.Heading,
}  # fmt: skip
#: Parts that Qt makes inside its own controls, and that nobody meets by themselves.
_INNER = {"qt_spinbox_lineedit", "qt_toolbar_ext_button", "ScrollLeftButton", "ScrollRightButton"}
#: So many children of one list are looked at: a list may be as long as the content.
_FEW = 30


@dataclass
class Audit:
    """What was met on one page.

    Attributes:
        roles: what has a role that is read or acted on, and how often.
        named: how many of those say something.
        faults: where there is silence, or no role.
    """

    page: str
    roles: Counter[str] = field(default_factory=Counter)
    named: int = 0
    faults: list[str] = field(default_factory=list)


def nodes(face: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """Walk down the tree from here, without what cannot be seen."""
    if depth > 60 or face.state().invisible:
        return
    yield face
    for number in range(min(face.childCount(), _FEW)):
        child = face.child(number)
        if child is not None and child.isValid():
            yield from nodes(child, depth + 1)


def named(face: QAccessibleInterface) -> str:
    """What is said of it, or an empty string."""
    texts = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    return next((said for kind in texts if (said := face.text(kind).strip())), "")


def audit(page: str, root: QWidget) -> Audit:
    """Look at everything below a widget."""
    met = Audit(page)
    for face in nodes(QAccessible.queryAccessibleInterface(root)):
        made = face.object()
        inner = isinstance(made, QWidget) and made.objectName() in _INNER
        if inner or face.rect().isEmpty():
            continue
        if face.state().focusable and face.role() == Role.NoRole:
            met.faults.append(f"no role: {_where(face)}")
        if face.role() not in SPOKEN:
            continue
        if named(face):
            met.named += 1
        elif _wordless(face):
            continue
        else:
            met.faults.append(f"no name: {_where(face)}")
        met.roles[face.role().name] += 1
    return met


def in_view(house: House, view: str) -> Audit:
    """Go to a view and look at it."""
    return audit(view, VIEWS[view](house))


def in_dialog(house: House, dialog: str) -> Audit:
    """Open a dialog, look at it, and close it."""
    found: list[Audit] = []

    def look(shown: QDialog) -> None:
        house.driver.settle()
        found.append(audit(dialog, shown))

    if dialog == "print":
        studio(house)
    answering(house, lambda: DIALOGS[dialog](house), look)
    return found[0]


def table(audits: list[Audit]) -> str:
    """Return one line a page: how much is met there, how much is named, which roles, what lacks."""
    lines = [f"{'page':<16}{'controls':>9}{'named':>7}{'faults':>8}  roles"]
    for one in audits:
        roles = ", ".join(f"{count} {name}" for name, count in one.roles.most_common())
        total = one.roles.total()
        lines.append(f"{one.page:<16}{total:>9}{one.named:>7}{len(one.faults):>8}  {roles}")
        lines += [f"{'':<16}  {fault}" for fault in one.faults]
    controls = sum(one.roles.total() for one in audits)
    said, faults = sum(one.named for one in audits), sum(len(one.faults) for one in audits)
    return "\n".join([*lines, f"{'all':<16}{controls:>9}{said:>7}{faults:>8}"])


def _where(face: QAccessibleInterface) -> str:
    made, rect = face.object(), face.rect()
    kind = type(made).__name__ if made is not None else "row"
    at = f"{rect.x()},{rect.y()} {rect.width()}x{rect.height()}"
    return f"{face.role().name} {kind} at {at}"


def _wordless(face: QAccessibleInterface) -> bool:
    """An empty label keeps room for what may come; a picture beside words is only decoration."""
    return face.role() in (Role.StaticText, Role.EditableText) and not face.state().focusable


def _emergency(house: House) -> Audit:
    house.shell.show_emergency()
    card = house.shell.emergency()
    try:
        return audit("emergency", card)
    finally:
        card.close()


def main() -> int:
    """Look at every page and dialog, print the table; 1 where there is a fault."""
    from feltperm.ui.tour import draw_offscreen  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        draw_offscreen(Path(folder))
        audits: list[Audit] = []
        with opened(Path(folder) / "profile") as house:
            QAccessible.setActive(True)  # as with a screen reader: lists tell when they change
            house.skip_first_start()
            house.desk(lambda desk: desk.keep.star("national/svc-113"))  # type: ignore[attr-defined]
            looks: tuple[tuple[Callable[[House, str], Audit], list[str]], ...] = (
                (in_view, [*VIEWS]),
                (in_dialog, [*DIALOGS]),
                (lambda house, _name: _emergency(house), ["emergency"]),
            )
            for look, names in looks:
                audits += [look(house, name) for name in names]
    print(table(audits))
    return 1 if any(one.faults for one in audits) else 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
