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
from reports.style import CAPTION, ITEM, ITEM_HEAD
from workshop_app.domain.decisions import current_decisions, is_deferred
from workshop_app.domain.raci import WORDS
from workshop_app.domain.role_card import Duty, RoleCardContent

_TILE = 12.4
_TILES = 22.5
_RULE = CAPTION.sized(8)
_LETTER_WORDS = dict(WORDS)


def duty_list(paper: Paper, source: Source, duties: Sequence[Duty]) -> Items:
    """Activities with tile, rule under the name and today's hours at the right."""
    return Items([_duty(paper, source, duty) for duty in duties], gap=4)


def _duty(paper: Paper, source: Source, duty: Duty) -> Block:
    words = paper.words
    letters = shown(duty.letters)
    said = ", ".join(words(_LETTER_WORDS[letter]) for letter in letters)
    name: Block = Text(paper, duty.activity.title, ITEM_HEAD, tag="LBody")
    if duty.hours is not None:
        hours = Text(paper, words.hours(duty.hours), ITEM_HEAD, align="right")
        name = Columns([[name], [hours]], shares=(82, 18), gap=4)
    blocks = [name]
    if rule := rule_of(source, duty):
        blocks.append(Text(paper, rule, _RULE))
    return Marked(raci_tile(letters, _TILE, said), blocks, _TILES, ITEM_HEAD.leading)


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
    return [part[:1].upper() + part[1:] for part in parts if part]


def stop_list(paper: Paper, card: RoleCardContent) -> Items:
    """The same with a cross before each."""
    return bullets(paper, cross(9, words=paper.words("I stop doing")), stops(card), ITEM_HEAD, gap=2)


def answers_and_does(paper: Paper, source: Source, card: RoleCardContent) -> list[Block]:
    """Two sections: results the person answers for, and other work the person does."""
    _ = paper.words
    only_does = [duty for duty in card.does if "A" not in duty.letters]
    blocks: list[Block] = []
    if card.answers_for:
        blocks += [Section(paper, _("I answer for the result")), duty_list(paper, source, card.answers_for)]
    if only_does:
        blocks += [Section(paper, _("I do")), duty_list(paper, source, only_does)]
    return blocks


def asked_and_told(paper: Paper, card: RoleCardContent, head: type[Section] | type[SubHead]) -> list[Block]:
    """Where the person is asked before and told after."""
    _ = paper.words
    blocks: list[Block] = []
    if card.is_asked:
        blocks += [head(paper, _("I am asked before the decision")), small_list(paper, card.is_asked, "C")]
    if card.is_told:
        blocks += [head(paper, _("I am told afterwards")), small_list(paper, card.is_told, "I")]
    return blocks
