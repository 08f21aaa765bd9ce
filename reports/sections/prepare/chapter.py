"""Step 1 in the full report: who took part, the agenda, the rules."""

from __future__ import annotations

from typing import Any

from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.heading import Section
from reports.flowables.mark import MarkText
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Cell, Column, Row
from reports.paper import Paper
from reports.sections.chapter import chapter as step_chapter
from reports.sections.empty import nothing
from reports.sections.prepare.agenda import plain_agenda
from reports.sections.prepare.invitation import rules
from reports.sections.source import NOTHING, Source
from reports.style import CELL_NAME
from workshop_app.domain.voters import in_the_room


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The chapter of the preparation."""
    _ = paper.words
    people = _.plural("{n} participant", "{n} participants", len(in_the_room(source.engagement)))
    said = _("Who came, and how the day was planned.")
    return step_chapter(paper, source, "prepare", people, said, (participants, plain_agenda, rules))


def participants(paper: Paper, source: Source) -> list[Any]:
    """Everybody who took part, by department."""
    _ = paper.words
    session = source.engagement.session
    people = [person for person in source.engagement.people if person.id in session.participants]
    head = Section(paper, _("Participants"), _.plural("{n} person", "{n} people", len(people)) if people else "")
    if not people:
        return [head, nothing(paper, _("Nobody is named as a participant yet."))]
    rows = []
    for person in sorted(people, key=source.place_of):
        home = source.home(person)
        name: Cell = person.name
        if home is not None:
            name = MarkText(paper, badge(home, BADGE_DENSE), person.name, CELL_NAME, says=True)
        absent = _("absent") if person.id in session.absent else ""
        rows.append(Row([name, source.position(person) or NOTHING, absent]))
    columns = [Column(_("Who"), 70, row_head=True), Column(_("Position"), 74), Column("", 30)]
    return [head, PaperTable(paper, columns, rows, padding=1.6)]
