"""What a person answers for and does, as lists with the letter's tile, the rule and the hours (METHOD C.6)."""

from __future__ import annotations

from collections.abc import Sequence

from reports.flowables.block import Block
from reports.flowables.heading import Section, SubHead
from reports.flowables.layout import Columns
from reports.flowables.numbers import Items, bullets
from reports.flowables.raci import raci_tile
from reports.flowables.status import cross
from reports.flowables.text import Text
from reports.paper import Paper
from reports.sections.marked import Marked
from reports.sections.roles.matrix import shown
from reports.sections.source import Source
from reports.style import CAPTION, CELL, ITEM, ITEM_HEAD
from workshop_app.domain.decisions import current_decisions, is_deferred
from workshop_app.domain.raci import WORDS
from workshop_app.domain.role_card import Duty, RoleCardContent
from workshop_app.steps.trail import ground_text

_TILE = 12.4
_TILES = 22.5
_RULE = CAPTION.sized(8)
_LETTER_WORDS = dict(WORDS)


def duty_list(paper: Paper, source: Source, duties: Sequence[Duty], *, rules: bool = True) -> Items:
    """Activities with tile, rule under the name and today's hours at the right."""
    return Items([_duty(paper, source, duty, rules) for duty in duties], gap=4)


def duty_columns(paper: Paper, source: Source, duties: Sequence[Duty]) -> Columns:
    """The same without rules in two columns: for people with many letters."""
    half = (len(duties) + 1) // 2
    parts = [duty_list(paper, source, part, rules=False) for part in (duties[:half], duties[half:])]
    return Columns([[part] for part in parts])


def _duty(paper: Paper, source: Source, duty: Duty, rules: bool) -> Block:
    words = paper.words
    letters = shown(duty.letters)
    said = ", ".join(words(_LETTER_WORDS[letter]) for letter in letters)
    name: Block = Text(paper, duty.activity.title, ITEM_HEAD, tag="LBody")
    if duty.hours is not None:
        hours = Text(paper, words.hours(duty.hours), ITEM_HEAD, align="right")
        name = Columns([[name], [hours]], shares=(82, 18), gap=4)
    blocks = [name]
    if rules:
        blocks.append(Text(paper, why(paper, source, duty), _RULE))
    return Marked(raci_tile(letters, _TILE, said), blocks, _TILES, ITEM_HEAD.leading)


def why(paper: Paper, source: Source, duty: Duty) -> str:
    """Where it comes from: the finding, what was decided and when, and the rule that holds."""
    ground = ground_text(source.engagement, duty.activity.id, paper.words)
    return ". ".join(part for part in (ground, rule_of(source, duty)) if part)


def rule_of(source: Source, duty: Duty) -> str:
    """The rule of the decision on the activity, where there is one that holds."""
    decision = current_decisions(source.engagement).get(duty.activity.id)
    if decision is None or is_deferred(decision) or not decision.split_rule:
        return ""
    return decision.split_rule.strip()


def small_list(paper: Paper, duties: Sequence[Duty], letter: str) -> Items:
    """Activities in which the person is asked or told."""
    mark = raci_tile("C" if letter == "C" else "I", 11.6, paper.words(_LETTER_WORDS[letter]))
    return bullets(paper, mark, [duty.activity.title for duty in duties], ITEM.sized(9.5), gap=1)


def stops(card: RoleCardContent) -> list[str]:
    """What the person stops doing, item by item."""
    parts = [part.strip() for part in card.stops_doing.replace("\n", ";").split(";")]
    return [part[:1].upper() + part[1:] for part in parts if part.strip("-–— ")]


def stop_list(paper: Paper, card: RoleCardContent) -> Items:
    """The same with a cross before each."""
    return bullets(paper, cross(9, words=paper.words("I stop doing")), stops(card), ITEM_HEAD, gap=2)


def answers_and_does(paper: Paper, source: Source, card: RoleCardContent, *, brief: int = 0) -> list[Block]:
    """Two sections: results the person answers for, and other work the person does.

    ``brief``: 1 without the rules, 2 in two columns as well.
    """
    _ = paper.words
    only_does = [duty for duty in card.does if "A" not in duty.letters]
    blocks: list[Block] = []
    for title, duties in ((_("I answer for the result"), card.answers_for), (_("I do"), only_does)):
        if duties and brief > 1:
            blocks += [Section(paper, title), duty_columns(paper, source, duties)]
        elif duties:
            blocks += [Section(paper, title), duty_list(paper, source, duties, rules=not brief)]
    return blocks


def asked_and_told(
    paper: Paper, card: RoleCardContent, head: type[Section] | type[SubHead], *, run_in: bool = False
) -> list[Block]:
    """Where the person is asked before and told after; ``run_in``: in one paragraph each."""
    _ = paper.words
    blocks: list[Block] = []
    for title, duties, letter in (
        (_("I am asked before the decision"), card.is_asked, "C"),
        (_("I am told afterwards"), card.is_told, "I"),
    ):
        if duties:
            titles = "; ".join(duty.activity.title for duty in duties)
            blocks.append(head(paper, title))
            blocks.append(Text(paper, titles, CELL) if run_in else small_list(paper, duties, letter))
    return blocks
