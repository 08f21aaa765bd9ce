"""What the quick line caught: decisions that belong to no function, and what waits for its turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.flowables.heading import Section
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.lines import Run
from reports.paper import Paper
from reports.sections.source import Source
from reports.sections.step_names import step_title
from reports.style import CELL, CELL_GREY
from workshop_app.domain.model import Note, NoteKind
from workshop_app.exchange.enum_words import word
from workshop_app.i18n import Words
from workshop_app.steps.session import written_on

_WAITING = frozenset((NoteKind.PARKING, NoteKind.QUESTION, NoteKind.IDEA, NoteKind.OPPORTUNITY))
_AFTER = "followup"


def decided_besides(paper: Paper, source: Source) -> list[Any]:
    """Decisions of the quick line, at the session and after it; nothing where there are none."""
    return _decided(paper, source, _decisions(source))


def decided_at_the_session(paper: Paper, source: Source) -> list[Any]:
    """The same without the corrections of rules, which the chapter of the follow-ups has."""
    return _decided(paper, source, [note for note in _decisions(source) if note.step != _AFTER])


def waiting(paper: Paper, source: Source) -> list[Any]:
    """Questions, ideas and parked points nobody has ticked off; nothing where there are none."""
    _ = paper.words
    notes = [note for note in source.engagement.notes if note.kind in _WAITING and not note.resolved]
    if not notes:
        return []
    fact = _.plural("{n} point without a decision", "{n} points without a decision", len(notes))
    rows = [Row([_(word(note.kind)), note.text.strip(), _where(_, source, note)]) for note in notes]
    columns = [Column("", 22, role=CELL_GREY), Column("", 108, role=CELL, grows=True), Column("", 44, role=CELL_GREY)]
    return [Section(paper, _("Questions and ideas for later"), fact), PaperTable(paper, columns, rows, padding=1.4)]


def _decisions(source: Source) -> list[Note]:
    return [note for note in source.engagement.notes if note.kind is NoteKind.DECISION and note.text.strip()]


def _decided(paper: Paper, source: Source, notes: Sequence[Note]) -> list[Any]:
    if not notes:
        return []
    _ = paper.words
    fact = _.plural("{n} decision beside the functions", "{n} decisions beside the functions", len(notes))
    columns = [Column(_("Decision"), 130, role=CELL, grows=True, row_head=True), Column(_("Step"), 44, role=CELL_GREY)]
    rows = [Row([_text(_, source, note), _where(_, source, note)]) for note in notes]
    return [Section(paper, _("Also decided"), fact), PaperTable(paper, columns, rows, padding=1.4)]


def _text(words: Words, source: Source, note: Note) -> list[str | Run]:
    action = next((each for each in source.engagement.actions if each.id == note.action_id), None)
    said: list[str | Run] = [note.text.strip()]
    if action is not None and action.title.strip() and action.title.strip() not in note.text:
        said.append(Run(" → " + action.title.strip(), CELL_GREY))
    return said


def _where(words: Words, source: Source, note: Note) -> str:
    """The step, and the day where it was not the session's."""
    day = written_on(note)
    shown = words.date_short(day) if day is not None and day != source.engagement.session.date else ""
    return ", ".join(part for part in (step_title(words, note.step) if note.step else "", shown) if part)
