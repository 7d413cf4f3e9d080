"""The style sheet: shapes and colours that a palette cannot give. Sizes come from the theme."""

from __future__ import annotations

from collections.abc import Callable

from feltperm.ui.toolkit.colours import Colours

__all__ = ["style_sheet"]


def style_sheet(c: Colours, px: Callable[[float], int]) -> str:
    """Return the style sheet in these colours; ``px`` scales a size with the text."""
    return f"""
QToolTip {{ padding: 4px 8px; border: 1px solid {c.border}; color: {c.text};
  background: {c.surface}; }}
QFrame#topbar {{ background: {c.surface}; border: 0; border-bottom: 1px solid {c.divider}; }}
QFrame#rail {{ background: {c.rail}; border: 0; border-right: 1px solid {c.divider}; }}
QFrame#statusline {{ background: {c.surface}; border: 0; border-top: 1px solid {c.divider}; }}
QFrame#traybar {{ background: {c.surface}; border: 0; border-top: 1px solid {c.divider}; }}
QFrame#panel, QScrollArea#panel, QWidget#panel {{ background: {c.surface}; border: 0; }}
QFrame#sidepanel {{ background: {c.surface}; border: 0; border-left: 1px solid {c.divider}; }}
QFrame#card {{ background: {c.surface}; border: 1px solid {c.divider}; border-radius: 10px; }}
QFrame#sourcebox {{ background: {c.ground}; border: 1px solid {c.divider}; border-radius: 6px;
  }}
QFrame#findline {{ background: {c.surface}; border: 0; border-bottom: 1px solid {c.divider}; }}
QFrame#found {{ background: transparent; border: 2px solid {c.blue}; border-radius: 4px; }}
QFrame#rule {{ background: {c.divider}; border: 0; min-height: 1px; max-height: 1px; }}
QLabel {{ background: transparent; }}
QPushButton, QToolButton, QComboBox, QLineEdit, QSpinBox, QDateTimeEdit, QPlainTextEdit {{
  border: 1px solid {c.border}; border-radius: 6px; background: {c.surface}; color: {c.text};
  padding: 0 {px(12)}px; min-height: {px(34)}px; }}
QPlainTextEdit {{ padding: {px(6)}px {px(8)}px; }}
QSpinBox::up-button, QSpinBox::down-button, QDateTimeEdit::up-button,
QDateTimeEdit::down-button {{ border: 0; width: 0; }}
QSpinBox QLineEdit, QDateTimeEdit QLineEdit {{ border: 0; padding: 0; min-height: 0;
  background: transparent; }}
QCheckBox {{ spacing: {px(8)}px; min-height: {px(24)}px; }}
QCheckBox::indicator {{ width: {px(18)}px; height: {px(18)}px; }}
QComboBox {{ padding-right: {px(24)}px; }}
QComboBox QAbstractItemView {{ border: 1px solid {c.border}; background: {c.surface};
  selection-background-color: {c.accent_soft}; selection-color: {c.text}; outline: 0; }}
QPushButton:hover, QToolButton:hover {{ background: {c.hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.accent_soft}; }}
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QSpinBox:focus,
QDateTimeEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {c.blue}; padding: 0 {px(11)}px; }}
QPlainTextEdit:focus {{ padding: {px(5)}px {px(7)}px; }}
QPushButton:disabled, QToolButton:disabled, QLineEdit:disabled {{ color: {c.muted};
  border-color: {c.divider}; }}
QPushButton[look="primary"] {{ background: {c.accent}; border-color: {c.accent};
  color: {c.on_accent};
  font-weight: 600; min-height: {px(38)}px; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {c.blue}; }}
QPushButton[look="primary"]:disabled {{ background: {c.chip}; color: {c.muted};
  border-color: {c.divider}; }}
QPushButton[look="danger"] {{ background: {c.danger}; border-color: {c.danger};
  color: {c.on_danger};
  font-weight: 600; }}
QPushButton[look="danger"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[look="danger"]:disabled {{ background: {c.chip}; color: {c.muted};
  border-color: {c.divider}; }}
QPushButton[look="quiet"], QToolButton[look="quiet"] {{ border-color: transparent;
  background: transparent; padding: 0 {px(8)}px; }}
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover {{ background: {c.hover}; }}
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus {{ border: 2px solid {c.blue};
  padding: 0 {px(7)}px; }}
QPushButton[look="nav"] {{ border: 0; background: transparent; text-align: left;
  padding: 0 {px(12)}px; min-height: 0; border-radius: 8px; }}
QPushButton[look="nav"]:hover {{ background: {c.hover}; }}
QPushButton[look="nav"]:checked {{ background: {c.accent}; color: {c.on_accent};
  font-weight: 600; }}
QPushButton[look="nav"]:focus {{ border: 2px solid {c.blue}; padding: 0 {px(10)}px; }}
QPushButton[look="chip"], QToolButton[look="chip"], QComboBox[look="chip"] {{
  border-radius: {(px(28) + 2) // 2}px; min-height: {px(28)}px; padding: 0 {px(12)}px; }}
QPushButton[look="chip"]:checked {{ background: {c.accent_soft}; border-color: {c.accent};
  color: {c.accent}; }}
QPushButton[look="segment"] {{ border-radius: 0; min-height: {px(34)}px; padding: 0 {px(8)}px;
  }}
QPushButton[look="segment"]:checked {{ background: {c.accent}; border-color: {c.accent};
  color: {c.on_accent}; }}
QLineEdit#search {{ border-radius: 8px; min-height: {px(36)}px; font-size: {px(15)}px; }}
QLabel[look="h1"] {{ font-size: {px(24)}px; font-weight: 700; }}
QLabel[look="h2"] {{ font-size: {px(20)}px; font-weight: 600; }}
QLabel[look="h3"] {{ font-size: {px(15)}px; font-weight: 600; }}
QLabel[look="strong"] {{ font-weight: 600; }}
QLabel[look="lead"] {{ font-size: {px(16)}px; color: {c.muted}; }}
QLabel[look="muted"] {{ color: {c.muted}; }}
QLabel[look="caption"] {{ font-size: {px(12)}px; color: {c.muted}; }}
QLabel[look="brand"] {{ font-size: {px(18)}px; font-weight: 700; color: {c.accent}; }}
QLabel[look="phone"] {{ font-size: {px(20)}px; font-weight: 700; }}
QLabel[look="code"] {{ font-size: {px(20)}px; font-weight: 600; }}
QLabel[look="numeral"] {{ font-size: {px(24)}px; font-weight: 700; color: {c.accent}; }}
QLabel[chip="plain"], QLabel[chip="green"], QLabel[chip="amber"], QLabel[chip="red"] {{
  border-radius: 4px; padding: {px(2)}px {px(7)}px; font-size: {px(12)}px; }}
QLabel[chip="plain"] {{ background: {c.chip}; color: {c.text}; }}
QLabel[chip="green"] {{ background: {c.green_soft}; color: {c.green}; }}
QLabel[chip="amber"] {{ background: {c.amber_soft}; color: {c.amber}; }}
QLabel[chip="red"] {{ background: {c.danger_soft}; color: {c.danger}; }}
QFrame[band="amber"] {{ background: {c.amber_soft}; border: 0; border-radius: 6px; }}
QFrame[band="amber"] QLabel {{ color: {c.amber}; }}
QFrame[band="grey"] {{ background: {c.chip}; border: 0; border-radius: 6px; }}
QFrame[band="red"] {{ background: {c.danger_soft}; border: 0;
  border-left: {px(8)}px solid {c.danger}; border-radius: 0; }}
QFrame[band="yellow"] {{ background: {c.amber_soft}; border: 0;
  border-left: {px(8)}px solid {c.amber}; border-radius: 0; }}
QFrame[band="blue"] {{ background: {c.blue_soft}; border: 0;
  border-left: {px(8)}px solid {c.blue}; border-radius: 0; }}
QFrame[band="green"] {{ background: {c.green_soft}; border: 0;
  border-left: {px(8)}px solid {c.green}; border-radius: 0; }}
QPushButton[look="tab"]:checked {{ background: {c.text}; border-color: {c.text};
  color: {c.surface}; }}
QLabel[look="clock"] {{ background: {c.amber_soft}; color: {c.amber}; border-radius: 6px;
  padding: {px(6)}px {px(12)}px; font-size: {px(18)}px; font-weight: 700; }}
QPushButton[look="link"] {{ border: 0; background: transparent; color: {c.blue};
  text-align: left; padding: 0; min-height: {px(26)}px; }}
QLabel[look="link"] {{ color: {c.blue}; }}
QPushButton[look="link"]:hover {{ background: {c.hover}; }}
QPushButton[look="link"]:focus {{ border: 2px solid {c.blue}; padding: 0 {px(4)}px;
  min-height: {px(26) - 4}px; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
QComboBox::drop-down {{ border: 0; width: {px(24)}px; }}
QComboBox::down-arrow {{ image: none; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {c.divider}; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ border: 0; border-bottom: 3px solid transparent; padding: {px(8)}px {px(14)}px;
  background: transparent; color: {c.muted}; }}
QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; font-weight: 600; }}
QTabBar::tab:focus {{ color: {c.blue}; }}
QTabBar::scroller {{ width: {px(60)}px; }}
QTabBar QToolButton {{ padding: 0; min-height: 0; }}
QListWidget::item {{ padding: {px(7)}px {px(10)}px; border-radius: 6px; color: {c.text};
  border: 1px solid transparent; }}
QListWidget::indicator {{ width: {px(18)}px; height: {px(18)}px; }}
QListWidget::item:hover {{ background: {c.hover}; }}
QListWidget::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QListWidget::item:selected:active {{ border-color: {c.accent}; }}
QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.border}; border-radius: {px(4)}px;
  min-height: {px(32)}px; margin: 1px 2px; }}
QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {c.border}; border-radius: {px(4)}px;
  min-width: {px(32)}px; margin: 2px 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QListView, QTextBrowser {{ border: 2px solid transparent; border-radius: 6px;
  background: transparent; outline: 0; }}
QScrollArea#panel {{ border: 2px solid transparent; }}
QListView:focus, QTextBrowser:focus, QScrollArea#panel:focus {{ border-color: {c.blue}; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.border}; padding: {px(4)}px;
  menu-scrollable: 1; }}
QMenu::item {{ padding: {px(6)}px {px(24)}px {px(6)}px {px(32)}px; border-radius: 4px;
  color: {c.text}; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::item:disabled {{ background: transparent; color: {c.muted}; }}
QMenu::indicator {{ width: {px(16)}px; height: {px(16)}px; left: {px(8)}px; }}
QMenu::separator {{ height: 1px; background: {c.divider}; margin: {px(4)}px {px(8)}px; }}
QSplitter::handle {{ background: {c.divider}; }}
QScrollArea {{ border: 0; background: transparent; }}
QProgressBar {{ border: 0; border-radius: 4px; background: {c.divider}; max-height: {px(8)}px;
  text-align: center; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 4px; }}
"""
