"""The pulse survey: question by question, first wave against the last, never a group below the threshold (C.11)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.block import Block
from reports.flowables.heading import Section, SubHead
from reports.flowables.mark import MarkText
from reports.flowables.numbers import KeyNumber, key_numbers, note
from reports.flowables.scale_cells import Span, SpanCell, SpanHead
from reports.flowables.status import dot
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Cell, Column, Row
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.source import Source
from reports.style import CELL, CELL_BOLD, CELL_GREY, INK
from workshop_app.domain.model import Department, SurveyQuestion
from workshop_app.domain.pulse import SurveyResults
from workshop_app.i18n import Words
from workshop_app.steps.feedback.view import Wave, feedback_view

_SPAN = Span(0, 100, (0, 50, 100))
_MOST_DEPARTMENTS = 4


def survey(paper: Paper, source: Source) -> list[Any]:
    """The section of the survey; the last wave with answers against the first one."""
    _ = paper.words
    waves = answered(source)
    if not waves:
        missing = _("No survey yet: it is held before the session and again on day 60.")
        return [Section(paper, _("Pulse survey")), nothing(paper, missing)]
    last = waves[-1]
    blocks: list[Any] = [Section(paper, _("Pulse survey"), _fact(_, waves)), _numbers(paper, waves)]
    if not last.results.company:
        hidden = _("Fewer than {n} answers: nothing is shown.", n=last.results.threshold)
        return [*blocks, nothing(paper, hidden)]
    return [*blocks, _questions(paper, source, waves), *_comments(paper, source, last.results)]


def answered(source: Source) -> list[Wave]:
    """The waves that have responses, oldest first."""
    return [wave for wave in feedback_view(source.engagement, source.context).waves if wave.results.n_total]


def _fact(words: Words, waves: Sequence[Wave]) -> str:
    days = [words.date_short(wave.survey.date) for wave in waves if wave.survey.date]
    return words("share of favourable answers, %; {days}", days=" → ".join(days)) if days else ""


def _numbers(paper: Paper, waves: Sequence[Wave]) -> Block:
    _ = paper.words
    first, last = waves[0].results, waves[-1].results
    indexes = [found.cooperation_index for found in ((first, last) if len(waves) > 1 else (last,))]
    numbers = [
        KeyNumber(index_text(_, indexes), _("cooperation index"), ""),
        KeyNumber(
            _("{n} of {total}", n=last.n_total, total=last.invited_total),
            _("answered in the last wave"),
            _("asked everybody, answered without names"),
        ),
    ]
    return key_numbers(paper, numbers, before=2, after=6)


def index_text(words: Words, indexes: Sequence[Fraction | None]) -> str:
    """«37 → 41 %», “37 → 41%”: the cooperation index of one wave or of two."""
    return " → ".join([*(words.number(index, 0) for index in indexes[:-1]), words.percent(indexes[-1], 0)])


def _questions(paper: Paper, source: Source, waves: Sequence[Wave]) -> PaperTable:
    _ = paper.words
    first, last = waves[0], waves[-1]
    departments = source.engagement.departments[:_MOST_DEPARTMENTS] if _few(source) else ()
    columns = [
        Column("", fixed=20, align="right", role=CELL_GREY),
        Column(_("Question"), 74, row_head=True),
        Column(SpanHead(_SPAN, lambda value: _.number(int(value))), 40),
        Column(_("Company"), 20, align="right", role=CELL_BOLD),
    ]
    for department in departments:
        shown = source.department(department.id)
        columns.append(Column([badge(shown, BADGE_DENSE)] if shown else "", 13, align="right"))
    asked = [question for question in last.questions if question.code in last.results.company]
    rows = [_question(paper, question, (first.results, last.results), departments) for question in asked]
    return PaperTable(paper, columns, rows, foot=_foot(paper, last.results, bool(departments), first is not last))


def _few(source: Source) -> bool:
    return len(source.engagement.departments) <= _MOST_DEPARTMENTS


def _question(
    paper: Paper,
    question: SurveyQuestion,
    waves: tuple[SurveyResults, SurveyResults],
    departments: Sequence[Department],
) -> Row:
    _ = paper.words
    first, last = waves
    now = last.company[question.code].favourable
    earlier = first.company.get(question.code) if first is not last else None
    said: list[str | Run] = [question.text]
    if question.reversed:
        said.append(Run(" " + _("(disagreeing is good)"), CELL_GREY))
    numbers = f"{_whole(_, earlier.favourable)} → {_whole(_, now)}" if earlier else _whole(_, now)
    before = earlier.favourable if earlier else now
    cells: list[Cell] = [question.code.lstrip("Q"), said, SpanCell(paper, _SPAN, float(before), float(now)), numbers]
    for department in departments:
        figures = last.shown.get(department.id, {}).get(question.code)
        cells.append(_whole(_, figures.favourable) if figures else Run(_("hidden"), CELL_GREY))
    return Row(cells)


def _whole(words: Words, value: Fraction) -> str:
    return words.number(value, 0)


def _foot(paper: Paper, last: SurveyResults, with_departments: bool, two_waves: bool) -> Block:
    _ = paper.words
    said = _("Groups of fewer than {n} answers are never shown.", n=last.threshold)
    if two_waves:
        said = f"{_('Ring: before; disc: now.')} {said}"
    if with_departments and (last.hidden_small or last.hidden_complementary):
        said = f"{said} {hidden_note(_)}"
    return note(paper, said)


def hidden_note(words: Words) -> str:
    """Why a department may be missing."""
    return words("“Hidden”: too few answers, or the others would give them away.")


def _comments(paper: Paper, source: Source, last: SurveyResults) -> list[Any]:
    """Comments that name nobody; who wrote them is never said below ten answers of a department."""
    _ = paper.words
    shown = [comment for comment in last.comments if not comment.names]
    if not shown:
        return []
    blocks: list[Any] = [SubHead(paper, _("In their own words"))]
    for comment in shown:
        home = source.department(comment.department_id)
        mark = badge(home, BADGE_DENSE) if home else dot(INK, 3)
        blocks.append(MarkText(paper, mark, comment.text.strip(), CELL, gap=5, after=2, says=home is not None))
    return blocks
