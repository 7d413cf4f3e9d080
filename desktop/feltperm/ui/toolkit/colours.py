"""The colour schemes of the window (SCREENS section 3)."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CONTRAST", "CONTRAST_DARK", "DARK", "LIGHT", "Colours"]


class Colours(NamedTuple):
    """One colour scheme. Contrasts against ``surface`` are named in SCREENS section 3."""

    text: str
    muted: str
    surface: str
    ground: str
    rail: str
    divider: str
    border: str
    accent: str
    on_accent: str
    accent_soft: str
    danger: str
    on_danger: str
    danger_soft: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str
    blue: str
    blue_soft: str
    chip: str
    mark: str
    star: str
    hover: str


LIGHT = Colours(
    text="#1D2B2A",
    muted="#5D6B69",
    surface="#FFFFFF",
    ground="#F6F7F5",
    rail="#EEF2F0",
    divider="#DFE3E0",
    border="#73807D",
    accent="#0F5C5A",
    on_accent="#FFFFFF",
    accent_soft="#E2F0EE",
    danger="#B3261E",
    on_danger="#FFFFFF",
    danger_soft="#FDE8E6",
    amber="#6B4A00",
    amber_soft="#FFF3D6",
    green="#14602F",
    green_soft="#E3F4EA",
    blue="#0B5FD0",
    blue_soft="#E3EEFB",
    chip="#EEF2F0",
    mark="#FFEC99",
    star="#A86C00",
    hover="#F0F3F1",
)

DARK = Colours(
    text="#E8EEEC",
    muted="#9FB0AD",
    surface="#16201F",
    ground="#101817",
    rail="#1B2625",
    divider="#2C3A38",
    border="#7F908D",
    accent="#6FD3C7",
    on_accent="#0C1615",
    accent_soft="#1E3836",
    danger="#FF8A80",
    on_danger="#2A0B08",
    danger_soft="#3A1D1A",
    amber="#FFD479",
    amber_soft="#362C14",
    green="#86D9A4",
    green_soft="#17301F",
    blue="#8AB8F5",
    blue_soft="#172A42",
    chip="#24312F",
    mark="#6A5600",
    star="#FFD479",
    hover="#1E2A28",
)

#: High contrast: text at least 7:1, borders as dark as text, and no soft tones that carry meaning.
CONTRAST = Colours(
    text="#000000",
    muted="#2B2B2B",
    surface="#FFFFFF",
    ground="#FFFFFF",
    rail="#FFFFFF",
    divider="#5A5A5A",
    border="#000000",
    accent="#00403E",
    on_accent="#FFFFFF",
    accent_soft="#D3ECE9",
    danger="#8C0F0A",
    on_danger="#FFFFFF",
    danger_soft="#FFFFFF",
    amber="#4A3300",
    amber_soft="#FFFFFF",
    green="#0A4420",
    green_soft="#FFFFFF",
    blue="#003E99",
    blue_soft="#FFFFFF",
    chip="#FFFFFF",
    mark="#FFE34D",
    star="#5C3B00",
    hover="#E3EFED",
)

CONTRAST_DARK = Colours(
    text="#FFFFFF",
    muted="#DADADA",
    surface="#000000",
    ground="#000000",
    rail="#000000",
    divider="#9A9A9A",
    border="#FFFFFF",
    accent="#8FF0E4",
    on_accent="#000000",
    accent_soft="#0E3B37",
    danger="#FFB3AB",
    on_danger="#000000",
    danger_soft="#000000",
    amber="#FFE08A",
    amber_soft="#000000",
    green="#A6F0BE",
    green_soft="#000000",
    blue="#B9D6FF",
    blue_soft="#000000",
    chip="#000000",
    mark="#5E4C00",
    star="#FFE08A",
    hover="#13302D",
)
