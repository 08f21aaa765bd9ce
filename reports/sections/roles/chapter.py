"""Step 5 in the full report: the matrix lying on its side, and who has talked the role through."""

from __future__ import annotations

from typing import Any

from reports.document import turn
from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.heading import Section
from reports.flowables.mark import MarkText
from reports.flowables.raci_matrix import raci_legend
from reports.flowables.status import tick
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Cell, Column, Row
from reports.paper import Paper
from reports.sections.chapter import chapter as step_chapter
from reports.sections.empty import nothing
from reports.sections.roles.matrix import matrix
from reports.sections.source import NOTHING, Source
from reports.style import CELL_DENSE, CELL_NAME
from workshop_app.domain.role_card import role_card
from workshop_app.steps.roles.view import roles_view


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The chapter of roles."""
    _ = paper.words
    cards = len(source.engagement.role_cards)
    fact = _.plural("{n} role card", "{n} role cards", cards) if cards else ""
    said = _("Who alone answers for the result, who does the work, who is asked and told.")
    return step_chapter(paper, source, "roles", fact, said, (cards_talked_through, matrix_pages))


def matrix_pages(paper: Paper, source: Source) -> list[Any]:
    """The matrix on pages of its own; a sentence while there are no roles."""
    view = roles_view(source.engagement, source.context)
    if all(row.empty for row in view.rows):
        return matrix(paper, source)
    legend = raci_legend(paper)
    back = turn("portrait")[:1]
    return [*turn("landscape"), legend, *matrix(paper, source), *back]


def cards_talked_through(paper: Paper, source: Source) -> list[Any]:
    """Everybody with purpose and the day of the talk."""
    _ = paper.words
    rows_of = source.engagement.role_cards
    if not rows_of:
        return [Section(paper, _("Role cards")), nothing(paper, _("No role cards yet."))]
    talked = sum(card.acknowledged_on is not None for card in rows_of)
    fact = _("talked through {n} of {total}", n=talked, total=len(rows_of))
    columns = [
        Column(_("Employee"), 50, row_head=True),
        Column(_("Role in one sentence"), 90, role=CELL_DENSE, grows=True),
        Column(_("Talk"), 34),
    ]
    people = [person for card in rows_of if (person := source.engagement.person(card.person_id))]
    rows = [_row(paper, source, person.id) for person in sorted(people, key=source.place_of)]
    return [Section(paper, _("Role cards"), fact), PaperTable(paper, columns, rows, padding=1.6)]


def _row(paper: Paper, source: Source, person_id: str) -> Row:
    content = role_card(source.engagement, person_id)
    home = source.home(content.person)
    name: Cell = source.short(person_id)
    if home is not None:
        name = MarkText(paper, badge(home, BADGE_DENSE), source.short(person_id), CELL_NAME, says=True)
    talk: Cell = NOTHING
    if content.acknowledged_on is not None:
        talk = MarkText(paper, tick(7), paper.words.date_short(content.acknowledged_on), CELL_DENSE)
    return Row([name, content.purpose.strip() or NOTHING, talk])
