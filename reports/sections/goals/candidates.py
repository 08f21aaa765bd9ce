"""The candidates for the key competence and how they passed the six criteria (METHOD C.7)."""

from __future__ import annotations

from typing import Any

from reports.flowables.block import Block
from reports.flowables.heading import Section
from reports.flowables.layout import Stack
from reports.flowables.mark import MarkText
from reports.flowables.numbers import note
from reports.flowables.status import cross, tick
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Cell, Column, Row
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.goals.named import voters_of_candidates
from reports.sections.source import NOTHING, Source
from reports.style import CAPTION, CELL, CELL_BOLD, CELL_GREY, CELL_NAME, INK, TEXT3
from workshop_app.domain.competence import CRITERIA, NAMES, QUESTIONS, VERDICTS, CriterionScore
from workshop_app.domain.competence import Source as ScoreSource
from workshop_app.i18n import Words
from workshop_app.steps.goals.view import CandidateLine, GoalsView, goals_view

_MOST = 6


def candidates(paper: Paper, source: Source) -> list[Any]:
    """The candidates with their verdicts, then the criteria one by one."""
    _ = paper.words
    view = goals_view(source.engagement, source.context)
    if not view.candidates:
        missing = _("No candidates for the key competence yet: they are named in step 4.")
        return [Section(paper, _("Candidates for the key competence")), nothing(paper, missing)]
    fact = _.plural("{n} candidate", "{n} candidates", len(view.candidates))
    return [
        Section(paper, _("Candidates for the key competence"), fact),
        _verdicts(paper, view),
        *_criteria(paper, view),
        *voters_of_candidates(paper, source, tuple(line.competence for line in view.candidates)),
    ]


def _verdicts(paper: Paper, view: GoalsView) -> PaperTable:
    _ = paper.words
    columns = [
        Column("", fixed=20, align="right", role=CELL_GREY),
        Column(_("What the client gets"), 70, row_head=True),
        Column(_("Passed"), 18),
        Column(_("Verdict of the test"), 78),
    ]
    rows = [_verdict(paper, number, line) for number, line in enumerate(view.candidates, 1)]
    return PaperTable(paper, columns, rows)


def _verdict(paper: Paper, number: int, line: CandidateLine) -> Row:
    _ = paper.words
    chosen = line.competence.chosen
    title: list[str | Run] = [Run(line.competence.text or _("untitled"), CELL_BOLD if chosen else CELL)]
    if chosen:
        title.append(Run("\n" + _("chosen"), CELL_GREY))
    passed = _("{n} of {total}", n=line.test.passed, total=len(CRITERIA))
    verdict: list[str | Run] = [Run(_(VERDICTS[line.test.verdict]), CELL_NAME)]
    verdict.append(Run("\n" + _.message(line.test.sentence), CELL_GREY))
    return Row([str(number), title, passed, verdict])


def _criteria(paper: Paper, view: GoalsView) -> list[Any]:
    _ = paper.words
    shown = view.candidates[:_MOST]
    columns = [Column(_("Criterion"), 96, row_head=True)]
    columns += [Column(str(number), 78 / len(shown), align="center") for number, _line in enumerate(shown, 1)]
    rows = []
    for criterion in CRITERIA:
        name = [Run(_(NAMES[criterion]), CELL_NAME), Run("\n" + _(QUESTIONS[criterion]), CELL_GREY)]
        rows.append(Row([name, *(_score(paper, line.test.scores[criterion]) for line in shown)]))
    foot = note(paper, _note(_, view))
    head = Section(paper, _("The six criteria"), _("votes from 0 to 2, passed from 1.2"))
    return [head, PaperTable(paper, columns, rows, foot=foot)]


def _score(paper: Paper, score: CriterionScore) -> Cell:
    _ = paper.words
    if score.mean is None:
        return NOTHING
    mark = tick(8, words=_("passed")) if score.passed else cross(8, TEXT3, words=_("not passed"))
    number = _.number(score.mean, 2 if score.source is ScoreSource.VOTES else 0)
    text = MarkText(paper, mark, number, CELL_BOLD.coloured(INK if score.passed else TEXT3), says=True, gap=3)
    if not score.one_sided:
        return text
    blocks: list[Block] = [text, Text(paper, _("departments differ"), CAPTION)]
    return Stack(blocks)


def _note(words: Words, view: GoalsView) -> str:
    parts = [words("A number is the mean of all votes.")]
    if view.ledger_loaded:
        parts.append(words("Whether clients return is taken from the sales ledger."))
    return " ".join(parts)
