"""Colours, type and icons (SCREENS section 3)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QApplication

import real_window
from feltperm.ui.toolkit.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Colours
from feltperm.ui.toolkit.icons import Icons
from feltperm.ui.toolkit.theme import Theme, apply_theme

# --- contrast, computed as WCAG 2.2 does --------------------------------------------------------


def luminance(colour: str) -> float:
    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    made = QColor(colour)
    red, green, blue = (linear(made.redF()), linear(made.greenF()), linear(made.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_the_known_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("colours", "ink", "ground", "stated"),
    [
        (LIGHT, "text", "surface", 14.7),
        (LIGHT, "muted", "surface", 5.6),
        (LIGHT, "accent", "surface", 7.8),
        (LIGHT, "danger", "surface", 6.5),
        (LIGHT, "amber", "amber_soft", 7.3),
        (LIGHT, "green", "green_soft", 6.7),
        (LIGHT, "blue", "surface", 5.9),
        (LIGHT, "border", "surface", 4.1),
        (DARK, "text", "surface", 14.2),
        (DARK, "muted", "surface", 7.4),
        (DARK, "accent", "surface", 9.4),
        (DARK, "danger", "surface", 7.3),
        (DARK, "amber", "surface", 11.9),
    ],
)
def test_a_stated_contrast_is_the_real_one(
    colours: Colours, ink: str, ground: str, stated: float
) -> None:
    measured = contrast(getattr(colours, ink), getattr(colours, ground))
    assert round(measured, 1) >= stated


SCHEMES = [LIGHT, DARK, CONTRAST, CONTRAST_DARK]
SCHEME_NAMES = ["light", "dark", "contrast", "contrast on black"]


@pytest.mark.parametrize("colours", [CONTRAST, CONTRAST_DARK], ids=SCHEME_NAMES[2:])
def test_high_contrast_is_high(colours: Colours) -> None:
    for ink in ("text", "muted", "accent", "danger", "amber", "green", "blue"):
        assert contrast(getattr(colours, ink), colours.surface) >= 7, ink
    assert contrast(colours.border, colours.surface) >= 7


#: (ink, ground): every text that the window puts on a ground; 4.5:1 is what text needs.
TEXTS = [
    *(("text", ground) for ground in (
        "surface", "ground", "rail", "chip", "mark", "hover", "accent_soft", "danger_soft",
        "amber_soft", "green_soft", "blue_soft",
    )),
    *(("muted", ground) for ground in ("surface", "ground", "chip", "hover")),
    ("on_accent", "accent"),
    ("on_danger", "danger"),
    ("accent", "accent_soft"),
    ("accent", "surface"),
    ("amber", "amber_soft"),
    ("green", "green_soft"),
    ("danger", "danger_soft"),
    ("danger", "surface"),
    ("blue", "surface"),
    ("blue", "blue_soft"),
    ("surface", "text"),
]  # fmt: skip
#: What is no text but must be seen: frames of controls, focus, signs.
SIGNS = [("border", "surface"), ("blue", "surface"), ("star", "surface"), ("accent", "surface")]


@pytest.mark.parametrize("colours", SCHEMES, ids=SCHEME_NAMES)
@pytest.mark.parametrize(("ink", "ground"), TEXTS, ids="-on-".join)
def test_text_can_be_read_on_its_ground(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", SCHEMES, ids=SCHEME_NAMES)
@pytest.mark.parametrize(("ink", "ground"), SIGNS, ids="-on-".join)
def test_a_sign_can_be_seen_on_its_ground(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 3


def test_white_can_be_read_on_the_red_of_the_emergency_card() -> None:
    assert contrast("#FFFFFF", LIGHT.danger) >= 6.5


# --- type ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_one_number_scales_everything(theme: Theme, qapp: QApplication, scale: float) -> None:
    large = Theme(LIGHT, scale)
    apply_theme(qapp, large)
    assert large.px(36) == round(36 * scale)
    assert large.px(0.1) == 1
    assert large.font(20).pixelSize() == round(20 * scale)
    assert QGuiApplication.font().pixelSize() == round(14 * scale)


def test_the_windows_font_is_ours_in_three_weights(theme: Theme) -> None:
    styles = QFontDatabase.styles("Noto Sans")
    assert {"Regular", "SemiBold", "Bold"} <= set(styles)
    assert theme.font(14, QFont.Weight.DemiBold).weight() == QFont.Weight.DemiBold


@pytest.mark.parametrize("colours", SCHEMES, ids=SCHEME_NAMES)
def test_disabled_text_keeps_its_contrast(
    qapp: QApplication, theme: Theme, colours: Colours
) -> None:
    apply_theme(qapp, Theme(colours))
    palette = qapp.palette()
    ink = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    assert contrast(ink, colours.surface) >= 4.5
    assert contrast(ink, colours.chip) >= 4.5, "a disabled primary button"


# --- icons --------------------------------------------------------------------------------------


def drawn() -> set[str]:
    return {file.stem for file in (real_window.compiled() / "icons").glob("*.svg")}


@pytest.mark.parametrize("name", sorted({"star-filled", "search", "phone", "triangle-alert"}))
def test_an_icon_takes_the_colour_it_is_given(icons: Icons, name: str) -> None:
    image = icons.pixmap(name, "#0B5FD0", 48).toImage()
    assert not image.isNull()
    solid = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {"#0b5fd0"}


def test_every_compiled_icon_can_be_drawn(icons: Icons) -> None:
    for name in sorted(drawn()):
        image = icons.pixmap(name).toImage()
        assert has_ink(image), name
        assert (image.width(), image.height()) == (18, 18)


def has_ink(image: QImage) -> bool:
    return any(
        image.pixelColor(x, y).alpha() > 200
        for x in range(image.width())
        for y in range(image.height())
    )


def test_icons_grow_with_the_text_and_stay_sharp(theme: Theme) -> None:
    folder = real_window.compiled() / "icons"
    large = Icons(folder, Theme(LIGHT, 2.0)).pixmap("search")
    assert large.width() == 36
    dense = Icons(folder, theme, pixel_ratio=2.0).pixmap("search")
    assert (dense.width(), dense.deviceIndependentSize().width()) == (36, 18)


def test_a_checked_button_has_its_own_colour(icons: Icons) -> None:
    icon = icons.icon("search", "text", "on_accent")
    modes = icon.Mode.Normal
    off = icon.pixmap(18, modes, icon.State.Off).toImage()
    on = icon.pixmap(18, modes, icon.State.On).toImage()
    assert off != on


@pytest.mark.parametrize(
    "content",
    [None, b"", b"no drawing at all", b"<svg", b"\xff\xfe\x00", b"<svg viewBox='0 0 1 1'><path"],
    ids=["missing", "empty", "text", "cut", "binary", "open"],
)
def test_a_broken_icon_is_an_empty_one(tmp_path: Path, theme: Theme, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "sign.svg").write_bytes(content)
    assert not has_ink(Icons(tmp_path, theme).pixmap("sign").toImage())
