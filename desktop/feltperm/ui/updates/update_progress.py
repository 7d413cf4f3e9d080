"""The card that says where an update stands, with the ways on and out of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QWidget

from feltperm.desk.updates.update_values import Overview
from feltperm.errors import Condition, UpdateFailed
from feltperm.ui.toolkit.flow import FlowLayout
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.parts import band, button, column, label
from feltperm.ui.toolkit.spoken import spoken
from feltperm.ui.updates.course import Course, Situation
from feltperm.ui.updates.update_words import explained, headline, total

__all__ = ["ProgressCard"]

#: Failures after which a stick is the way on.
_AWAY = frozenset({"no_network", "portal", "proxy", "tls", "server", "missing", "too_slow"})


class ProgressCard(QFrame):
    """Shows the situation of a course; its buttons act on the course.

    Signals:
        stick_asked: content is to come from a stick instead.
        source_asked: a sender is to be added.
        only_wifi_chosen: whether nothing is to come by itself over links that cost.
    """

    stick_asked = Signal()
    source_asked = Signal()
    only_wifi_chosen = Signal(bool)

    def __init__(self, icons: Icons, course: Course, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._course, self._now = course, now
        self._overview: Overview | None = None
        self.title = label("", "h3")
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.said = label("", "muted")
        self.failure = label("")
        self.detail = label("", "caption", selectable=True)
        self._failed = band("amber", self.failure, self.detail)
        self.buttons: dict[str, QPushButton] = {}
        self._check_icon = icons.icon("check", "accent")
        self.only_wifi = self._toggle()
        self._actions = QWidget()
        self._actions.setLayout(FlowLayout(*self._made(), self.only_wifi))
        self.setLayout(
            column(
                self.title,
                self.bar,
                self.said,
                self._failed,
                self._actions,
                margins=(16, 14, 16, 16),
                spacing=10,
            )
        )
        self.detail.hide()
        course.changed.connect(self._show)
        course.progressed.connect(lambda _came, _coming: self._count())
        self._show()

    def show_overview(self, overview: Overview | None, only_wifi: bool) -> None:
        """Take note of what is in use, and of the choice that was made before."""
        self._overview = overview
        self.only_wifi.setChecked(only_wifi)
        self._show()

    def _made(self) -> list[QPushButton]:
        course = self._course
        actions: tuple[tuple[str, str, Callable[[], object], str], ...] = (
            ("source", self.tr("Legg til kilde …"), self.source_asked.emit, "primary"),
            ("fetch", self.tr("Hent"), course.fetch, "primary"),
            ("install", self.tr("Ta i bruk"), course.install, "primary"),
            ("resume", self.tr("Fortsett"), course.resume, "primary"),
            ("again", self.tr("Prøv igjen"), self._again, "primary"),
            ("pause", self.tr("Pause"), course.pause, ""),
            ("cancel", self.tr("Avbryt"), course.cancel, ""),
            ("later", self.tr("Ikke nå"), course.cancel, ""),
            ("stick", self.tr("Fra minnepinne …"), self.stick_asked.emit, ""),
            ("detail", self.tr("Vis detaljer"), self._show_detail, "quiet"),
            ("copy", self.tr("Kopier"), self._copy, "quiet"),
        )
        self.buttons = {name: button(text, act, look) for name, text, act, look in actions}
        return list(self.buttons.values())

    def _toggle(self) -> QPushButton:
        """Return «Bare på wifi», which stays down while it is on."""
        made = button(self.tr("Bare på wifi"), look="chip")
        made.setCheckable(True)
        made.setToolTip(
            self.tr("Henter ikke av seg selv på mobilnett. Kabel går også, og du kan alltid hente.")
        )
        made.toggled.connect(self._show_choice)
        made.clicked.connect(self.only_wifi_chosen)
        return made

    def _show_choice(self, on: bool) -> None:
        """Show by a tick, too, that it is on: never colour alone."""
        self.only_wifi.setIcon(self._check_icon if on else type(self._check_icon)())
        self.only_wifi.setText(("  " if on else "") + self.only_wifi.accessibleName())

    def _again(self) -> None:
        situation = self._course.situation
        if situation.phase == "paused":
            self._course.resume()
        elif situation.phase == "ready":
            self._course.install()
        else:
            self._course.check()

    def _show(self) -> None:
        """Show where things stand; the keyboard stays in the card."""
        situation = self._course.situation
        holder = next((one for one in self.buttons.values() if one.hasFocus()), None)
        self.title.setText(headline(situation, self._overview))
        self._show_failure(situation.failure)
        shown = self._ways(situation)
        for name, made in self.buttons.items():
            made.setVisible(name in shown)
        if situation.phase == "offered":
            fetch = self.tr("Hent {size}").format(size=total(situation.plans))
            self.buttons["fetch"].setText(fetch)
            self.buttons["fetch"].setAccessibleName(fetch)
        self.only_wifi.setVisible(bool(self._overview and self._overview.sources))
        self._count()
        if holder is not None and holder.isHidden():
            first = next((one for one in self.buttons.values() if not one.isHidden()), None)
            (first or self.only_wifi).setFocus()

    def _ways(self, situation: Situation) -> set[str]:
        """Return the buttons that there is something to do with."""
        phase, failure = situation.phase, situation.failure
        ways = {
            "checking": {"cancel"},
            "offered": {"fetch", "later"},
            "fetching": {"pause", "cancel"},
            "paused": {"again" if failure else "resume", "cancel"},
            "ready": {"again" if failure else "install"},
        }.get(phase, set())
        if phase == "idle" and failure is not None:
            ways = {"again"}
        if failure is not None:
            ways |= {"detail"} if failure.detail and self.detail.isHidden() else set()
            ways |= {"copy"} if not self.detail.isHidden() else set()
            if isinstance(failure, UpdateFailed) and failure.why in _AWAY:
                ways |= {"stick"}
        if phase == "idle" and self._overview is not None and not self._overview.sources:
            ways |= {"source"}
        return ways

    def _show_failure(self, failure: Condition | None) -> None:
        said = spoken(failure.message) if failure is not None else ""
        if said != self.failure.text():
            self.detail.hide()
        self.failure.setText(said)
        self._failed.setVisible(failure is not None)

    def _show_detail(self) -> None:
        failure = self._course.situation.failure
        if failure is not None:
            self.detail.setText(failure.detail)
            self.detail.show()
            self._show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.failure.text()}\n{self.detail.text()}")

    def _count(self) -> None:
        """Show how far it is."""
        situation = self._course.situation
        known = situation.phase in ("fetching", "paused") and situation.coming > 0
        self.bar.setVisible(known)
        if known:
            self.bar.setValue(min(1000, situation.came * 1000 // situation.coming))
        self.bar.setAccessibleName(self.title.text())
        said = explained(situation, self._overview, self._now())
        self.said.setText(said)
        self.said.setVisible(bool(said))
