"""The private options with which the program starts itself again as a child."""

from __future__ import annotations

__all__ = ["LIST_PRINTERS", "PAPER_WORKER", "SEND_PAGES"]

#: Be the paper worker (DESIGN section 7).
PAPER_WORKER = "--paper-worker"
#: Ask the spooler for its printers, print them as JSON and end.
LIST_PRINTERS = "--list-printers"
#: Take pages through a pipe, hand them to the spooler and end.
SEND_PAGES = "--send-pages"
