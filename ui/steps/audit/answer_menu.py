"""The answers of a department as a menu, for those who use the mouse: the same as the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from workshop_app.domain.message import N_
from workshop_app.domain.model import Department
from workshop_app.domain.typed_answer import MANY
from workshop_app.i18n import Words

FIVE_WORDS = (N_("we"), N_("they"), N_("together"), N_("nobody"), N_("don't know"))


def answer_keys(departments: Sequence[Department], words: Words) -> list[tuple[str, str]]:
    """Key and word of every answer: five between two departments, else who is named."""
    _ = words
    if len(departments) < MANY:
        keys = [(str(number), _(word)) for number, word in enumerate(FIVE_WORDS, start=1)]
    else:
        keys = [(str(number), department.name) for number, department in enumerate(departments, start=1)]
        keys += [("+", _("all")), ("−", _("nobody")), ("*", _("don't know"))]
    return [*keys, ("0", _("clear"))]


def answer_menu(
    parent: QWidget, departments: Sequence[Department], words: Words, say: Callable[[str], object]
) -> QMenu:
    """A menu that ``say``s the key of what is chosen."""
    menu = QMenu(parent)
    for key, word in answer_keys(departments, words):
        menu.addAction(f"{word.replace('&', '&&')}\t{key}", partial(say, key))
    return menu
