"""Skills by person as tiles, and who can teach whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.heading import Section, SubHead
from reports.flowables.mark import MarkText
from reports.flowables.numbers import Legend, bullets
from reports.flowables.status import arrow, severity, skill_tile
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Cell, Column, Row
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.source import Source
from reports.style import CELL, CELL_BOLD, CELL_NAME, COLUMN_HEAD
from workshop_app.domain.model import Person
from workshop_app.domain.training import LEVELS, SkillCoverage, coverage, suggested_pairs
from workshop_app.i18n import Words

_MOST_SKILLS = 9
TILE = 11.6
"""Points: a tile where there is room; in a dense matrix it is as high as a line."""
_LONGEST_HEAD = 56


def skills(paper: Paper, source: Source, *, dense: bool = False) -> list[Any]:
    """The matrix of skills, as many beside each other as fit, and the pairs; nothing without skills.

    ``dense`` has low rows and the pairs in one paragraph.
    """
    _ = paper.words
    found = list(coverage(source.engagement).values())
    if not found:
        return []
    alone = sum(each.is_single_point for each in found)
    fact = _.plural("{n} critical skill hangs on one person", "{n} critical skills hang on one person", alone)
    blocks: list[Any] = [Section(paper, _("Skills"), fact if alone else "")]
    for start in range(0, len(found), _MOST_SKILLS):
        last = start + _MOST_SKILLS >= len(found)
        blocks.append(_matrix(paper, source, found[start : start + _MOST_SKILLS], last, dense))
    return [*blocks, *_pairs(paper, source, dense)]


def _staff(source: Source, found: Sequence[SkillCoverage]) -> list[Person]:
    named = {person for each in found for person, level in each.levels.items() if level.level > 0}
    return sorted((p for p in source.engagement.people if p.id in named), key=source.place_of)


def _matrix(paper: Paper, source: Source, found: Sequence[SkillCoverage], last: bool, dense: bool) -> PaperTable:
    _ = paper.words
    columns = [Column(_("Employee"), 40, row_head=True)]
    columns += [Column(_head(paper, each), 134 / max(len(found), 3), align="center") for each in found]
    size = CELL.leading if dense else TILE
    rows = [_row(paper, source, person, found, size) for person in _staff(source, found)]
    rows.append(Row([_("Able to do it alone"), *(_able(_, each) for each in found)], total=True))
    return PaperTable(paper, columns, rows, padding=1 if dense else 1.2, foot=_legend(paper) if last else None)


def _head(paper: Paper, each: SkillCoverage) -> Text:
    """The skill in a narrow column: of a title longer than a sentence its beginning."""
    title = each.skill.title
    shown = title if len(title) <= _LONGEST_HEAD else f"{title[: _LONGEST_HEAD // 2].rstrip()}…"
    return Text(paper, shown, COLUMN_HEAD, align="center")


def _row(paper: Paper, source: Source, person: Person, found: Sequence[SkillCoverage], size: float) -> Row:
    home = source.home(person)
    name: Cell = source.short(person.id)
    if home is not None:
        name = MarkText(paper, badge(home, BADGE_DENSE), source.short(person.id), CELL_NAME, says=True)
    return Row([name, *([_tile(paper.words, person, each, size)] for each in found)])


def _able(words: Words, each: SkillCoverage) -> Cell:
    """How many; a warning where a critical skill hangs on one person or on nobody."""
    count = words.number(len(each.able))
    if each.is_single_point or each.is_uncovered:
        return [severity("warning", 10, words("critical: hangs on {n}", n=count))]
    return Run(count, CELL_BOLD)


def _tile(words: Words, person: Person, each: SkillCoverage, size: float) -> Any:
    level = each.levels.get(person.id)
    number, confirmed = (level.level, level.confirmed) if level else (0, True)
    return skill_tile(number, confirmed, size, words(LEVELS[number]))


def _legend(paper: Paper) -> Legend:
    _ = paper.words
    items = [(skill_tile(number), _(LEVELS[number])) for number in range(1, 5)]
    items.append((skill_tile(2, False), _("dashed: not confirmed")))
    items.append((severity("warning", 9), _("critical, and one person or nobody can do it")))
    return Legend(paper, items, before=2)


def _pairs(paper: Paper, source: Source, dense: bool) -> list[Any]:
    _ = paper.words
    found = coverage(source.engagement)
    texts: list[list[str | Run]] = [
        [
            Run(found[pair.skill_id].skill.title, CELL_BOLD),
            f": {source.short(pair.teacher_id)} → {source.short(pair.learner_id)}",
        ]
        for pair in suggested_pairs(source.engagement)
    ]
    if not texts:
        return []
    title = _("Who could teach whom")
    if dense:
        runs: list[str | Run] = [Run(f"{title}. ", CELL_BOLD)]
        for pair in texts:
            runs += [*(["; "] if len(runs) > 1 else []), *pair]
        return [Text(paper, runs, CELL, before=4)]
    return [SubHead(paper, title), bullets(paper, arrow(10), texts, CELL, gap=2)]
