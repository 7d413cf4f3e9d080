"""«Innstillinger»: one page, six groups, everything kept at once (SCREENS 2.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from feltperm.ui.context import Context
from feltperm.ui.settings.content_group import ContentGroup
from feltperm.ui.settings.look_group import LookGroup
from feltperm.ui.settings.place_group import PlaceGroup
from feltperm.ui.settings.print_group import PrintGroup
from feltperm.ui.settings.privacy_group import PrivacyGroup
from feltperm.ui.settings.support_group import SupportGroup
from feltperm.ui.toolkit.parts import column, label

if TYPE_CHECKING:
    from feltperm.desk.belongings import Holdings
    from feltperm.desk.desk import Desk
    from feltperm.desk.preferences import Preferences

__all__ = ["SettingsPage"]


class SettingsPage(QScrollArea):
    """No «OK» and no «Avbryt»: what is chosen holds from that moment."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("ground")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.place = PlaceGroup(context)
        self.look = LookGroup(context)
        self.content = ContentGroup(context)
        self.printing = PrintGroup(context)
        self.privacy = PrivacyGroup(context)
        self.support = SupportGroup(context)
        groups = (
            self.place, self.look, self.content, self.printing, self.privacy, self.support,
        )  # fmt: skip
        inner = QWidget()
        title = label(self.tr("Innstillinger"), "h1")
        at_once = label(self.tr("Det du velger, gjelder med en gang."), "muted")
        inner.setLayout(column(title, at_once, *groups, None, margins=(24, 20, 24, 24), spacing=16))
        inner.setMaximumWidth(context.theme.px(860))
        self.setWidget(inner)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        context.reports.sites_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read again what is chosen and what is kept."""

        def work(desk: Desk) -> tuple[Preferences, Holdings, str, bool, bool, int]:
            return (
                desk.preferences(), desk.belongings.holds(), desk.municipality(),
                desk.recall.keeping(), desk.failed.keeping(), len(desk.failed.list()),
            )  # fmt: skip

        def show(answer: tuple[Preferences, Holdings, str, bool, bool, int]) -> None:
            wishes, holdings, municipality, log, failed, searches = answer
            self.place.show_place(municipality, wishes.near_km)
            self.printing.show_printer(wishes)
            self.content.show_wishes(wishes)
            self.printing.show_log(log, holdings)
            self.privacy.show_kept(holdings, failed, searches)

        self._context.desk.run_latest("settings", work, show, self._context.reports.told.emit)
