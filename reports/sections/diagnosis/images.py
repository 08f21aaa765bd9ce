"""How the departments see themselves and each other, and the common problem."""

from __future__ import annotations

from typing import Any

from reports.flowables.badge import BADGE_CELL, badge
from reports.flowables.block import Block
from reports.flowables.heading import Section, statement
from reports.flowables.layout import Columns, Together
from reports.flowables.mark import MarkText
from reports.flowables.numbers import bullets
from reports.flowables.status import dot
from reports.flowables.text import Text
from reports.paper import Paper
from reports.sections.source import Source
from reports.style import CELL, INK, LABEL, MM, SUBHEAD
from workshop_app.domain.model import ImageList


def images(paper: Paper, source: Source) -> list[Any]:
    """The three lists of each department; nothing without cards."""
    _ = paper.words
    cards = source.engagement.image_cards
    if not cards:
        return []
    titles = (
        (ImageList.SELF, _("How we see ourselves")),
        (ImageList.OTHER, _("How we see our neighbours")),
        (ImageList.GUESS, _("How we think they see us")),
    )
    blocks: list[Any] = [Section(paper, _("How we see each other"))]
    for department in source.engagement.departments:
        shown = source.department(department.id)
        own = [card for card in cards if card.department_id == department.id]
        if shown is None or not own:
            continue
        head = MarkText(paper, badge(shown, BADGE_CELL), department.name, SUBHEAD, after=3)
        columns: list[list[Block]] = []
        for kind, title in titles:
            texts = [card.text.strip() for card in own if card.list is kind]
            columns.append([Text(paper, title, LABEL, after=2), bullets(paper, dot(INK, 3), texts, CELL, gap=1.5)])
        blocks.append(Together([head, Columns(columns, gap=6 * MM)], before=6))
    return blocks


def problem(paper: Paper, source: Source) -> list[Any]:
    """The common problem, and who accepts it."""
    _ = paper.words
    diagnosis = source.engagement.diagnosis
    text = diagnosis.problem_statement.strip()
    if not text:
        return []
    accepted = ", ".join(each.code for each in source.of_ids(diagnosis.accepted_by))
    label = _("Our common problem") + (" · " + _("accepted by {names}", names=accepted) if accepted else "")
    return [Section(paper, _("The common problem")), statement(paper, label, text)]
