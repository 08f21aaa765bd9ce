"""The one small style sheet, keyed on the dynamic property ``cls``; palette and delegates do the rest."""

from __future__ import annotations

from string import Template

from ui.theme.theme import Theme

_SHEET = Template("""
QFrame[cls="bar"] { background: $surface; border: 1px solid $divider; }
QFrame[cls="card"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[cls="card-selected"] { background: $surface; border: 2px solid $accent; border-radius: 8px; }
QFrame[cls="dashed"] { background: transparent; border: 1px dashed $border_strong; border-radius: 8px; }
QFrame[cls="soft"] { background: $sunken; border: none; border-radius: 8px; }
QFrame[cls="popup"] { background: $surface; border: 1px solid $border_strong; border-radius: 8px; }
QPushButton[cls="pri"] { background: $accent; color: $on_accent; border: 2px solid $accent; border-radius: 6px; padding: 0 14px; min-height: 28px; }
QPushButton[cls="pri"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[cls="pri"]:focus { border-color: $text; }
QPushButton[cls="pri"]:disabled { background: $sunken; border-color: $sunken; color: $disabled; }
QPushButton[cls="sec"] { background: $surface; color: $text; border: 1px solid $border_strong; border-radius: 6px; padding: 0 12px; min-height: 30px; }
QPushButton[cls="sec"]:hover { background: $hover; }
QPushButton[cls="sec"]:focus { border: 2px solid $accent; padding: 0 11px; min-height: 28px; }
QPushButton[cls="sec"]:checked { background: $selected; border: 2px solid $accent; padding: 0 11px; min-height: 28px; }
QPushButton[cls="ghost"] { background: transparent; color: $text2; border: 2px solid transparent; border-radius: 6px; padding: 0 10px; min-height: 28px; }
QPushButton[cls="ghost"]:hover { background: $hover; }
QPushButton[cls="ghost"]:focus { border-color: $accent; }
QPushButton[cls="link"] { background: transparent; color: $accent; border: 2px solid transparent; border-radius: 4px; padding: 0 2px; min-height: 24px; font-weight: 600; }
QPushButton[cls="link"]:hover { color: $accent_hover; }
QPushButton[cls="link"]:focus { border-color: $accent; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit { background: $surface; color: $text; border: 1px solid $border_strong; border-radius: 6px; padding: 0 8px; min-height: 30px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit { padding: 4px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; padding: 0 7px; min-height: 28px; }
QHeaderView::section { background: $surface; color: $text3; border: none; border-bottom: 1px solid $border; padding: 4px 8px; font-weight: 600; }
QTableView, QListView, QTreeView { background: $surface; border: none; outline: none; }
QToolTip { background: $toast; color: $on_toast; border: none; padding: 4px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $border_strong; border-radius: 4px; min-height: 28px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $border_strong; border-radius: 4px; min-width: 28px; margin: 1px; }
""")  # noqa: E501


def sheet_of(theme: Theme) -> str:
    """The style sheet with the theme's colours."""
    return _SHEET.substitute(theme.colors)
