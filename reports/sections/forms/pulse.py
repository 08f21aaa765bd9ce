"""The pulse survey on paper: eleven statements, two open questions, no name (METHOD C.11)."""

from __future__ import annotations

from typing import Any

from reports.flowables.signing import WritingLines
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.paper import Paper
from reports.sections.forms.scale import AnswerScale, ScaleHead
from reports.sections.forms.sheet import Form, form_page
from reports.sections.source import Source
from reports.style import ITEM, MM, SUBHEAD, TINT
from workshop_app.domain.pulse import LOWEST_THRESHOLD
from workshop_app.domain.survey_catalogue import survey_form


def pulse_ballot(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
    """The ballot; the document's own questions where a wave exists."""
    _ = paper.words
    form = survey_form(paper.language)
    surveys = source.engagement.surveys
    threshold = max(max((survey.threshold for survey in surveys), default=form.threshold), LOWEST_THRESHOLD)
    told = [
        _("Do not sign. A question may be left out."),
        _("A department shows in the results only when {n} or more of it answered; comments are mixed.", n=threshold),
    ]
    digits = [str(value) for value in sorted(form.scale)]
    words = [form.scale[value] for value in sorted(form.scale)]
    columns = [
        Column("", fixed=24, align="right", role=SUBHEAD.sized(11).coloured(paper.accent)),
        Column("", 88, role=ITEM),
        Column(ScaleHead(paper, words, digits), 88),
    ]
    rows = [
        Row([str(number), text, AnswerScale(digits)], min_height=11.5 * MM, ground=TINT if number % 2 == 0 else None)
        for number, text in enumerate(questions(paper, source), 1)
    ]
    blocks: list[Any] = [PaperTable(paper, columns, rows, padding=1, stretch=15 * MM, reserve=46 * MM)]
    blocks += [WritingLines(paper, 2, text, before=2 * MM) for text in form.open_questions]
    head = Form(_("How well do we work together?"), " ".join(told), 10, kind)
    return form_page(paper, source, head, first, blocks)


def questions(paper: Paper, source: Source) -> list[str]:
    """The statements: of the latest wave when the document speaks its language, else of the catalogue."""
    engagement = source.engagement
    latest = engagement.surveys[-1] if engagement.surveys else None
    own = [q.text for q in engagement.survey_questions if latest and q.survey_id == latest.id and q.text.strip()]
    if own and engagement.company.language == paper.language:
        return own
    return [question.text for question in survey_form(paper.language).questions]
