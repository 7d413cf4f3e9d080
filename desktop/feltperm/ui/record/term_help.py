"""The words of the services explained where they stand (SCREENS section 1, J11).

Running text has a dotted line under them; a label, which is plain text, tells them in its tooltip.
With the keyboard they are reached at the foot of the page (Shift+F1), where a screen reader reads
them too.
"""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QWidget

from feltperm.catalogue.records import pick
from feltperm.desk.terms import Term, Terms
from feltperm.ui.record.markdown import MarkdownView
from feltperm.ui.toolkit.languages import language

__all__ = ["explain_in", "explanation"]


def explanation(term: Term, page: str) -> str:
    """Return what a word means.

    Args:
        page: the language that the page is read in; a page in bokmål is explained in the
            window's, for a colleague who reads little Norwegian.
    """
    return f"{term.term}: {pick(term.explanation, language() if page == 'nb' else page)[1]}"


def explain_in(root: QWidget, terms: Terms, page: str) -> None:
    """Let each text below ``root`` tell what the words in it mean; ``page`` is its language."""
    for label in root.findChildren(QLabel):
        if not label.toolTip():
            found = dict.fromkeys(
                explanation(one.term, page) for one in terms.mentions(label.text())
            )
            label.setToolTip("\n".join(found))
    for view in root.findChildren(MarkdownView):
        _underline(view, terms, page)


def _underline(view: MarkdownView, terms: Terms, page: str) -> None:
    cursor = QTextCursor(view.document())
    for one in terms.mentions(view.document().toPlainText()):
        told = QTextCharFormat()
        told.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        told.setToolTip(explanation(one.term, page))
        cursor.setPosition(one.start)
        cursor.setPosition(one.end, QTextCursor.MoveMode.KeepAnchor)
        if not cursor.charFormat().isAnchor():  # a link has a line of its own
            cursor.mergeCharFormat(told)
