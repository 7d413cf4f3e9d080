"""``python -m feltperm``: the window, a headless command, or the paper worker."""

from __future__ import annotations

import sys

__all__ = ["main"]

#: The private option with which the program starts itself as the paper worker (DESIGN section 7).
PAPER_WORKER = "--paper-worker"
#: The private option of the child that asks the spooler (``feltperm.ui.printers``).
LIST_PRINTERS = "--list-printers"


def main() -> int:
    """Run what the command line asks for; return its exit code (DESIGN section 10)."""
    if PAPER_WORKER in sys.argv[1:2]:
        from feltperm.paper import worker  # noqa: PLC0415  the worker loads nothing else

        return worker.main()
    if LIST_PRINTERS in sys.argv[1:2]:
        from feltperm.ui import printers  # noqa: PLC0415  a child of the window

        return printers.main()
    import feltperm.cli as cli  # noqa: PLC0415  nor does the program load the worker

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
