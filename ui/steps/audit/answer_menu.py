"""The answers of a department as a menu, for those who use the mouse: the same as the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.claims import answer_keys
from workshop_app.domain.model import Department
from workshop_app.i18n import Words


def answer_menu(
    parent: QWidget, departments: Sequence[Department], words: Words, say: Callable[[str], object]
) -> QMenu:
    """A menu that ``say``s the key of what is chosen."""
    menu = QMenu(parent)
    for key, word in answer_keys(departments, words):
        menu.addAction(f"{word.replace('&', '&&')}\t{key}", partial(say, key))
    return menu
