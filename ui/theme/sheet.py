"""The one small style sheet: what palette and painted widgets cannot do. Few rules: each is tried on every widget."""

from __future__ import annotations

from string import Template

from ui.theme.theme import Theme

_SHEET = Template("""
QFrame[cls="bar"] { background: $surface; border: 1px solid $divider; }
QFrame[cls="card"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[cls="soft"] { background: $sunken; border: none; border-radius: 8px; }
QFrame[cls="popup"] { background: $surface; border: 1px solid $border_strong; border-radius: 8px; }
QPushButton[cls] { color: $text2; border: 2px solid transparent; border-radius: 6px; padding: 0 12px;
  min-height: 28px; }
QPushButton[cls]:hover { background: $hover; }
QPushButton[cls]:focus { border-color: $accent; }
QPushButton[cls="pri"] { background: $accent; border-color: $accent; color: $on_accent; font-weight: 600; }
QPushButton[cls="pri"]:focus { border-color: $text; }
QPushButton[cls="sec"] { background: $surface; border: 1px solid $border_strong; min-height: 30px; color: $text; }
QPushButton[cls="link"] { color: $accent; padding: 0 2px; min-height: 24px; font-weight: 600; background: transparent; }
QPushButton[cls="toast-link"] { color: $toast_link; padding: 0 2px; font-weight: 600; background: transparent; }
QPushButton[cls]:disabled { background: $sunken; border-color: $sunken; color: $disabled; }
QFrame[cls="menu"] { background: $surface; border: 1px solid $border_strong; }
QMenu { background: $surface; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 20px 6px 10px; border-radius: 4px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $divider; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
  background: $surface; color: $text; border: 1px solid $border_strong; border-radius: 6px;
  padding: 0 8px; min-height: ${field}px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit { padding: 4px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 0 7px; min-height: ${focused}px; }
QPlainTextEdit:focus { padding: 3px 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $sunken; border-color: $border; color: $disabled; }
QTableView, QListView, QTreeView { background: $surface; border: none; outline: none; }
QHeaderView { background: $surface; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $border_strong; border-radius: 3px; min-height: 28px; margin: 3px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $border_strong; border-radius: 3px; min-width: 28px; margin: 3px; }
""")


def sheet_of(theme: Theme) -> str:
    """The style sheet with the theme's colours and sizes."""
    field = theme.pixels(32) - 2
    return _SHEET.substitute(theme.colors, field=field, focused=field - 2)
