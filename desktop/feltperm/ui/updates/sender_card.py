"""Who a sender says it is: its name, and the code to be compared with it (SCREENS 2.10)."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from feltperm.desk.updates.sources import Proposal
from feltperm.ui.toolkit.parts import column, label
from feltperm.ui.toolkit.theme import Theme
from feltperm.ui.toolkit.tick import Tick

__all__ = ["SenderCard"]


class SenderCard(QWidget):
    """Shows one sender, and asks what it may send; the answer to its question is the dialog's.

    Attributes:
        national: it may renew the national content; seen only where it would.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.name = label("", "h2")
        self.groups = [label("", "code", wrap=False, selectable=True) for _ in range(6)]
        code = QGridLayout()
        code.setHorizontalSpacing(theme.px(24))
        code.setColumnStretch(3, 1)
        for number, group in enumerate(self.groups):
            code.addWidget(group, number // 3, number % 3)
        self.question = label("")
        self.plain = label(self.tr("Adressen er ukryptert. Innholdet kontrolleres likevel."))
        self.national = Tick(self.tr("Kan fornye det nasjonale innholdet"))
        self.setLayout(
            column(
                label(self.tr("Sjekk avsenderen"), "h3"),
                self.name,
                code,
                self.question,
                self.plain,
                self.national,
                spacing=12,
            )
        )

    def show_sender(self, proposal: Proposal) -> None:
        """Show who was found; nothing of it is trusted yet."""
        self.name.setText(proposal.name)
        for group, text in zip(self.groups, proposal.fingerprint.split(), strict=True):
            group.setText(text)
            group.setAccessibleName(" ".join(text))  # letter by letter
        self.question.setText(self._question(proposal))
        self.plain.setVisible(proposal.source.url.startswith("http:"))
        self.national.setVisible(proposal.national)
        # one that sends nothing else is added for that alone
        self.national.setChecked(proposal.national and len(proposal.packs) == 1)

    def _question(self, proposal: Proposal) -> str:
        asked = self.tr(
            "Be {avsender} lese opp koden, på telefon eller på papir. Er den lik?"
        ).format(avsender=proposal.name)
        if proposal.already:
            return self.tr("Kilden er lagt til fra før.") + " " + asked
        return asked
