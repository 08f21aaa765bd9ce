"""What the palette finds: every action, the parts of the steps, every record that has a title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING

from ui.actions import Action, keys_text
from ui.pages.base import Place
from ui.palette_list import Found
from ui.step_status import steps_on
from workshop_app.domain.model import Row
from workshop_app.domain.text_key import norm_text
from workshop_app.i18n import Words
from workshop_app.steps import STEPS

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow

TITLE_FIELDS = ("title", "name", "text")


def found_in(window: FacilitatorWindow) -> Iterable[Found]:
    """Everything in a window that has a name."""
    yield from _actions(window.actions_list.all(), window.words)
    yield from _sub_steps(window)
    yield from _records(window)
    yield from _notes(window)


def _actions(actions: Iterable[Action], words: Words) -> Iterable[Found]:
    for action in actions:
        key = norm_text(f"{action.title} {action.section} {action.search} {action.id.replace('_', ' ')}")
        keys = keys_text(action, words)
        enabled = action.enabled()
        caption = action.section if enabled or not action.why_not else action.why_not
        yield Found(action.title, caption, action.run, key, enabled, keys, action.icon or "arrow-right")


def _sub_steps(window: FacilitatorWindow) -> Iterable[Found]:
    """The parts of the steps; the steps themselves are actions."""
    _ = window.words
    for step in steps_on(window.bridge.engagement):
        for sub in step.sub_steps:
            title, whole = _("Go to: {title}", title=_(sub.title)), _(step.title)
            key = norm_text(f"{title} {whole} {step.code}")
            yield Found(title, whole, partial(window.go, Place(step.id, sub.id)), key)


def _records(window: FacilitatorWindow) -> Iterable[Found]:
    for step in STEPS:
        caption = window.words(step.title)
        for table in step.tables:
            for row in window.bridge.engagement.rows(table):
                title = _title(row)
                if title:
                    going = partial(window.go, Place(step.id, None, row.table, row.id))
                    yield Found(title, caption, going, norm_text(title))


def _notes(window: FacilitatorWindow) -> Iterable[Found]:
    """What the quick line has caught."""
    caption, wanted = window.words("Caught during the session"), window.commands.note_wanted
    for note in window.bridge.engagement.notes:
        yield Found(note.text, caption, partial(wanted.emit, note.id), norm_text(note.text))


def _title(row: Row) -> str:
    names = {field.name for field in fields(row)}
    return next((str(getattr(row, name)) for name in TITLE_FIELDS if name in names and getattr(row, name)), "")
