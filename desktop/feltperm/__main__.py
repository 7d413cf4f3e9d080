"""``python -m feltperm``: the window, a headless command, or the paper worker."""

from __future__ import annotations

import gc
import sys

from feltperm.options import LIST_PRINTERS, PAPER_WORKER, SEND_PAGES

__all__ = ["main"]


def main() -> int:
    """Run what the command line asks for; return its exit code (DESIGN section 10)."""
    if PAPER_WORKER in sys.argv[1:2]:
        from feltperm.paper import worker  # noqa: PLC0415  the worker loads nothing else

        return worker.main()
    if LIST_PRINTERS in sys.argv[1:2]:
        from feltperm.ui.posters import printers  # noqa: PLC0415  a child of the window

        return printers.main()
    if SEND_PAGES in sys.argv[1:2]:
        from feltperm.ui.posters import printing  # noqa: PLC0415  a child of the window

        return printing.main()
    import feltperm.cli as cli  # noqa: PLC0415  nor does the program load the worker

    # A command keeps what it reads to its end, and looking there for what can go takes a fifth of
    # an update. The window collects for itself (feltperm.ui.toolkit.garbage).
    gc.disable()
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
