"""The one small style sheet: what palette and painted widgets cannot do. Few rules: each is tried on every widget."""

from __future__ import annotations

from string import Template

from ui.theme.theme import Theme

_SHEET = Template("""
QFrame[cls="bar"] { background: $surface; border: 0 solid $border; }
TopBar[cls="bar"] { border-bottom-width: 1px; }
Rail[cls="bar"] { border-right-width: 1px; }
GuidePanel[cls="bar"] { border-left-width: 1px; }
QuickAdd[cls="bar"] { border-top-width: 1px; }
QFrame[cls="popup"] { background: $surface; border: 1px solid $border_strong; border-radius: 8px; }
QFrame[cls="menu"] { background: $surface; border: 1px solid $border_strong; }
QToolTip { background: $toast; color: $on_toast; border: 0; padding: 1px 4px; }
QMenu { background: $surface; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 10px; border-radius: 4px; }
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
QListView[cls="paper"] { background: $sunken; }
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
