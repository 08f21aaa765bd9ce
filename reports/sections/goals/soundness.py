"""How sound the goals are: SMART letter by letter, confidence, and the actions that serve them (METHOD C.9)."""

from __future__ import annotations

from typing import Any

from reports.flowables.heading import Section
from reports.flowables.mark import Mark
from reports.flowables.numbers import note
from reports.flowables.status import cross, tick
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.lines import Run
from reports.paper import Paper
from reports.sections.goals.named import voters_of_goals
from reports.sections.source import NOTHING, Source
from reports.style import CELL_BOLD, CELL_DENSE, CELL_GREY, TEXT3
from workshop_app.domain.goals import LETTERS, Letter
from workshop_app.i18n import Words
from workshop_app.steps.goals.view import GoalCard, goals_view

_ALL_NAMED = 5


def soundness(paper: Paper, source: Source) -> list[Any]:
    """The check of the goals; nothing without goals."""
    _ = paper.words
    cards = goals_view(source.engagement, source.context).goals
    if not cards:
        return []
    columns = [
        Column(_("Goal"), 48, role=CELL_BOLD, row_head=True),
        *(Column(letter.value, fixed=17) for letter in Letter),
        Column(_("Confidence"), 20),
        Column(_("Measured by"), 44, role=CELL_DENSE),
        Column(_("Actions that serve it"), 62, role=CELL_DENSE, grows=True),
    ]
    whole = sum(card.smart.is_complete for card in cards)
    fact = _("complete {n} of {total}", n=whole, total=len(cards))
    foot = note(paper, ", ".join(f"{letter.value} — {_(LETTERS[letter]).lower()}" for letter in Letter) + ".")
    table = PaperTable(paper, columns, [_row(paper, card) for card in cards], foot=foot)
    voters = voters_of_goals(paper, source, tuple(card.goal for card in cards))
    return [Section(paper, _("How sound the goals are"), fact), table, *voters]


def _row(paper: Paper, card: GoalCard) -> Row:
    _ = paper.words
    letters = [_letter(_, card, letter) for letter in Letter]
    return Row([_title(_, card), *letters, _confidence(_, card), _measured(card), _actions(_, card)])


def _letter(words: Words, card: GoalCard, letter: Letter) -> Mark:
    if card.smart.of(letter):
        return cross(8, TEXT3, words=words("does not hold"))
    return tick(8, words=words("holds"))


def _title(words: Words, card: GoalCard) -> list[str | Run]:
    reasons = "; ".join(words.message(weakness.reason) for weakness in card.smart.weaknesses)
    return [card.goal.title, *([Run(f"\n{reasons}", CELL_GREY)] if reasons else [])]


def _confidence(words: Words, card: GoalCard) -> str:
    if card.confidence is None:
        return NOTHING
    return words("{mean} of 5", mean=words.number(card.confidence, 1))


def _measured(card: GoalCard) -> str:
    parts = [card.indicator.title] if card.indicator else []
    if card.goal.source and card.goal.source.strip():
        parts.append(card.goal.source.strip())
    return "; ".join(parts) or NOTHING


def _actions(words: Words, card: GoalCard) -> str:
    """The titles; of many only how many: the plan lists them all."""
    if len(card.actions) > _ALL_NAMED:
        return words.plural("{n} action", "{n} actions", len(card.actions))
    return "; ".join(action.title for action in card.actions) or NOTHING
