"""Everything has a name, is reached by keyboard and is shown whole (DESIGN section 8)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from feltperm.binder import Site
from feltperm.ui.binder.site_dialog import SiteDialog
from feltperm.ui.crash import CrashDialog
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.look import Look
from real_window import House, compiled, opened

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTextEdit,
)
Key = Qt.Key


def shown(root: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """The visible widgets of these kinds, without what Qt puts inside its own."""
    return [
        made
        for made in root.findChildren(QWidget)
        if isinstance(made, kinds)
        and made.isVisibleTo(root)
        and not made.objectName().startswith("qt_")
        and not isinstance(made.parent(), QAbstractSpinBox | QComboBox | QTabBar)
    ]


def spoken(widget: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name).strip()


SCREENS = (
    *("first start", "list", "record", "poster page", "favourites", "sites", "no hits"),
    *("crisis list", "crisis measure"),
)


def screens(house: House) -> Iterator[tuple[str, QWidget]]:
    """Walk through the window; each screen by name."""
    yield "first start", house.shell
    house.skip_first_start()
    house.driver.wait(lambda: house.search.results.rows.rowCount() > 0)
    yield "list", house.shell
    house.read("national/svc-113")
    yield "record", house.shell
    house.shell.go("search")
    house.find("qwxzv")
    yield "no hits", house.shell
    house.desk(lambda desk: desk.keep.star("national/svc-113"))  # type: ignore[attr-defined]
    house.desk(lambda desk: desk.keep.add_site(Site(name="Stedet", address="Gata 1")))  # type: ignore[attr-defined]
    house.shell.open_poster("national/ps-overdose")
    studio = house.shell.pages.studio()
    house.driver.wait(lambda: studio.sheet is not None)
    yield "poster page", house.shell
    house.shell.go("binder")
    binder = house.shell.pages.binder()
    house.driver.wait(lambda: binder.favourites.rows.rowCount() == 1)
    yield "favourites", house.shell
    binder.tabs.setCurrentIndex(2)
    house.driver.settle()
    yield "sites", house.shell
    house.desk(lambda desk: desk.crisis.settle("national/gd-tiltak-01", "Leder", "2026-12-24"))  # type: ignore[attr-defined]
    house.shell.go("crisis")
    crisis = house.shell.pages.crisis()
    house.driver.wait(lambda: crisis.detail.page)
    yield "crisis list", house.shell
    crisis.panes.read()
    crisis.form.due.setText("snart")
    crisis.form.due.setModified(True)
    crisis.form.flush()
    house.driver.wait(crisis.form.misread.isVisible)
    yield "crisis measure", house.shell


def dialogs(house: House) -> Iterator[tuple[str, QWidget]]:
    """The windows that open over the window."""
    house.shell.show_emergency()
    card = house.shell.emergency()
    assert card is not None
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4):
        house.driver.press(card, key)
        yield f"emergency card {key.name[-1]}", card
    house.driver.press(card, Key.Key_1)
    house.driver.press(card, Key.Key_Space)
    yield "emergency card with its clock", card
    card.close()
    form = SiteDialog(house.context.theme, parent=house.shell)
    form.show()
    house.driver.settle()
    yield "form for a site", form
    form.close()
    crash = CrashDialog(ValueError("x"), ("feltperm",), house.shell)
    crash.show()
    house.driver.settle()
    yield "crash report", crash
    crash.close()


def print_dialog(house: House) -> Iterator[tuple[str, QWidget]]:
    from feltperm.ui.posters.print_dialog import PrintDialog  # noqa: PLC0415

    studio = house.shell.pages.studio()
    assert studio.sheet is not None
    assert studio.proof is not None
    dialog = PrintDialog(house.context, [studio.proof], lambda _sent: None, house.shell)
    dialog.show()
    house.driver.wait(lambda: "Leter" not in dialog.state.text())
    yield "print dialog", dialog
    dialog.close()


@pytest.fixture(params=["light"])
def walk(tmp_path: Path, qapp: QApplication) -> Iterator[Iterator[tuple[str, QWidget]]]:
    # as with a screen reader: without one Qt doesn't hear that a list was filled anew
    QAccessible.setActive(True)
    with opened(tmp_path) as house:

        def everything() -> Iterator[tuple[str, QWidget]]:
            yield from screens(house)
            yield from print_dialog(house)
            yield from dialogs(house)

        yield everything()
    QAccessible.setActive(False)


def test_every_control_has_a_name_for_a_screen_reader(
    walk: Iterator[tuple[str, QWidget]],
) -> None:
    nameless, seen = [], set()
    for screen, root in walk:
        seen.add(screen)
        for made in shown(root, *INTERACTIVE):
            if not spoken(made):
                nameless.append(f"{screen}: {type(made).__name__} {made.objectName()}")
    assert set(SCREENS) <= seen
    assert not nameless


def test_every_painted_row_has_a_name(walk: Iterator[tuple[str, QWidget]]) -> None:
    seen = 0
    for screen, root in walk:
        for view in shown(root, QAbstractItemView):
            assert isinstance(view, QAbstractItemView)
            model, face = view.model(), QAccessible.queryAccessibleInterface(view)
            if model is None:
                continue
            for number in range(min(5, model.rowCount())):
                seen += 1
                index = model.index(number, 0)
                said = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
                assert said or model.data(index), f"{screen}: row {number} of {spoken(view)}"
                assert face.child(number).text(QAccessible.Text.Name), screen
    assert seen >= 10


def test_windows_that_open_over_the_window_have_a_title(
    walk: Iterator[tuple[str, QWidget]],
) -> None:
    for screen, root in walk:
        assert root.windowTitle(), screen


def in_group(widget: QWidget) -> bool:
    """Tell whether arrows lead from this button to others of its kind."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None


def test_every_icon_that_is_asked_for_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: QApplication
) -> None:
    asked: set[str] = set()
    draw = Icons.pixmap

    def watched(icons: Icons, name: str, *rest: object) -> QPixmap:
        asked.add(name)
        return draw(icons, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Icons, "pixmap", watched)
    with opened(tmp_path) as house:
        for walk in (screens, print_dialog, dialogs):
            for _screen, root in walk(house):
                root.grab()
        for ref in ("national/gd-infeksjon-tegn", "national/gd-overdose", "national/ps-overdose"):
            house.read(ref)
    assert {"search", "x", "copy", "star", "phone", "map-pin", "chevron-down"} <= asked
    drawn = {file.stem for file in (compiled() / "icons").glob("*.svg")}
    assert asked - {"star-filled"} <= drawn


def focusable(root: QWidget) -> list[QWidget]:
    """What Tab must come to. Of buttons that exclude each other it comes to one."""
    found = []
    for made in shown(root, *INTERACTIVE, QTabBar):
        by_arrows = in_group(made) and not made.isChecked()  # type: ignore[attr-defined]
        if made.isEnabled() and made.focusPolicy() & Qt.FocusPolicy.TabFocus and not by_arrows:
            found.append(made)
    return found


#: Within reach by other keys: the municipality list by the arrows of its field, the cross of the
#: search field by Escape.
OTHER_KEYS = {"Kommuner som passer", "Tøm søket (Esc)"}


def test_tab_comes_to_every_control(walk: Iterator[tuple[str, QWidget]]) -> None:
    for screen, root in walk:
        if "emergency" in screen and not screen.endswith("clock"):
            continue
        root.activateWindow()
        QApplication.processEvents()
        reached: set[QWidget] = set()
        for _ in range(200):
            root.focusNextPrevChild(True)  # type: ignore[attr-defined]
            now = root.focusWidget()
            if now is None or now in reached:
                break
            reached.add(now)
        proxied = {made.focusProxy() for made in reached if made.focusProxy()}
        missed = [made for made in focusable(root) if made not in reached | proxied]
        names = [f"{screen}: {spoken(made) or made}" for made in missed]
        assert not names
        mouse_only = [
            spoken(made)
            for made in shown(root, *INTERACTIVE)
            if not made.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not in_group(made)
            and spoken(made) not in OTHER_KEYS
        ]
        assert not mouse_only, screen


# --- nothing is cut -----------------------------------------------------------------------------


def cut(root: QWidget) -> list[str]:
    """The labels and buttons whose text has less room than it takes, or that lie outside."""
    found = []
    for made in shown(root, QLabel, QAbstractButton, QComboBox):
        text = made.property("text") or ""
        if isinstance(made, QLabel) and not text:
            continue
        width, height = made.width(), made.height()
        if isinstance(made, QLabel) and made.wordWrap():
            longest = made.minimumSizeHint().width()
            needed = made.heightForWidth(width)
            if width < longest - 1 or height < needed - 1:
                found.append(f"{text!r}: {width}x{height} of {longest}x{needed}")
        elif width < made.sizeHint().width() - 1 or height < made.minimumSizeHint().height() - 1:
            hint = made.sizeHint()
            found.append(f"{text!r}: {width}x{height} of {hint.width()}x{hint.height()}")
        parent = made.parentWidget()
        if parent is not None and not in_scroll_area(made):
            inside = parent.rect().adjusted(-1, -1, 1, 1)
            if not inside.contains(made.geometry()):
                found.append(f"{text!r} at {made.geometry()} outside {parent.rect()}")
    for area in shown(root, QScrollArea):
        assert isinstance(area, QScrollArea)
        inner = area.widget()
        if inner is not None and inner.width() > area.viewport().width() + 1:
            found.append(f"{spoken(area)}: {inner.width()} wide in {area.viewport().width()}")
    return found


def in_scroll_area(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent.parentWidget(), QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)], ids=["1366x768", "1024x600"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0], ids=["100 %", "150 %", "200 %"])
def test_no_text_is_cut(
    tmp_path: Path, qapp: QApplication, scale: float, size: tuple[int, int]
) -> None:
    faults = []
    with opened(tmp_path, look=Look("light", round(scale * 100)), size=size) as house:
        for walk in (screens, print_dialog, dialogs):
            for screen, root in walk(house):
                faults += [f"{screen}: {fault}" for fault in cut(root)]
                if size == (1366, 768) and root is house.shell:
                    assert root.width() <= 1366, screen
                    assert root.height() <= 768, screen
    assert not faults, "\n".join(faults)


@pytest.mark.slow
def test_no_record_is_wider_than_its_pane(tmp_path: Path, qapp: QApplication) -> None:
    with opened(tmp_path, size=(1024, 600)) as house:
        house.skip_first_start()
        refs = house.desk(
            lambda desk: [  # type: ignore[attr-defined]
                str(listed.row.ref)
                for kinds in (("guidance",), ("service", "organisation"), ("poster",))
                for listed in desk.find.browse(kinds, "", 60, 0).rows
            ]
        )
        detail, faults = house.search.detail(), []
        for ref in refs:  # type: ignore[attr-defined]
            house.read(ref)
            if detail.widget().width() > detail.viewport().width():
                faults.append(f"{ref}: {detail.widget().width()} in {detail.viewport().width()}")
    assert not faults


@pytest.mark.slow
@pytest.mark.parametrize("scale", [1.0, 2.0], ids=["100 %", "200 %"])
def test_controls_are_large_enough_to_hit(tmp_path: Path, qapp: QApplication, scale: float) -> None:
    with opened(tmp_path, look=Look("light", round(scale * 100))) as house:
        small = [
            f"{screen}: {spoken(made)} {made.size()}"
            for walk in (screens, dialogs)
            for screen, root in walk(house)
            for made in shown(root, QAbstractButton, QLineEdit, QComboBox)
            if min(made.width(), made.height()) < 24
        ]
    assert not small
