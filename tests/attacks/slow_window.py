"""The window on a profile, run as a process of its own: says on stdout what came in which order.

``test_slow_drive.py`` starts it below a tool that makes each touch of the profile's files slow.
"""

from __future__ import annotations

import sys
from pathlib import Path

import real_window

RECORD = "national/svc-113"


def main() -> None:
    """Press F2 at once, star a record when the content is there, and close."""
    with real_window.opened(Path(sys.argv[1]), wait=False) as house:
        told = lambda what: print(what, flush=True)  # noqa: E731
        house.shell.opened_desk.connect(lambda: told("content"))
        house.context.stars.changed.connect(lambda _ref, on: told("starred" if on else "unstarred"))
        opened: list[bool] = []
        house.shell.opened_desk.connect(lambda: opened.append(True))
        house.driver.wait(lambda: house.shell.isVisible())
        house.shell.show_emergency()
        assert house.shell.emergency().isVisible()
        told("card")
        house.shell.emergency().close()
        house.field.setText("overdose")
        told("typed")
        house.driver.wait(lambda: opened)
        kept: list[bool] = []
        house.context.stars.changed.connect(lambda _ref, on: kept.append(on))
        house.context.stars.toggle(RECORD)
        told("clicked")
        house.driver.wait(lambda: kept)
        house.driver.wait(lambda: house.search.results.rows.rowCount() > 0)
        told("found")


if __name__ == "__main__":
    main()
