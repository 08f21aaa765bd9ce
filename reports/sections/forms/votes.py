"""Votes on paper: the six criteria of the key competence, and confidence in the goals (METHOD C.7, C.9)."""

from __future__ import annotations

from typing import Any

from reports.flowables.heading import SubHead
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.paper import Paper
from reports.sections.forms.lined import LinedQuestions, Question
from reports.sections.forms.scale import AnswerScale, ScaleHead
from reports.sections.forms.sheet import Form, form_page, hand_table, remark
from reports.sections.source import Source
from reports.style import ITEM, MM
from workshop_app.domain.competence import CRITERIA, QUESTIONS
from workshop_app.steps.goals.view import goals_view

_VOTES = ("0", "1", "2")
_FINGERS = ("1", "2", "3", "4", "5")
_LEDGER = "K2"
_BLANK = 3


def competence_ballot(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
    """Five or six questions for every candidate, 0 to 2."""
    _ = paper.words
    view = goals_view(source.engagement, source.context)
    asked = [name for name in CRITERIA if not (name == _LEDGER and view.ledger_loaded)]
    candidates = [line.competence.text for line in view.candidates] or [""] * _BLANK
    blocks: list[Any] = []
    for number, text in enumerate(candidates, 1):
        blocks.append(SubHead(paper, f"{number}. {text}" if text else _("{n}. Candidate: ______________", n=number)))
        blocks.append(_criteria(paper, asked, with_head=number == 1))
    told = _("0 — no, 1 — partly, 2 — yes; where it says so, 2 means “no”. Vote alone and silently.")
    blocks.append(remark(paper, told))
    how = _("One vote in every row. The votes are added up over all departments.")
    form = Form(_("What do we live on?"), how, 4, kind)
    return form_page(paper, source, form, first, blocks)


def _criteria(paper: Paper, asked: list[str], with_head: bool) -> PaperTable:
    words = paper.words
    texts = (words("no"), words("partly"), words("yes"))
    columns = [Column("", 120, role=ITEM), Column(ScaleHead(paper, texts, _VOTES) if with_head else "", 54)]
    rows = [Row([words(QUESTIONS[name]), AnswerScale(_VOTES)], min_height=8.4 * MM) for name in asked]
    return PaperTable(paper, columns, rows, padding=1)


def confidence_ballot(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
    """How sure everybody is that a goal will be reached, 1 to 5."""
    _ = paper.words
    goals = [goal.title for goal in source.engagement.goals] or [""] * 5
    texts = (_("hardly"), "", _("perhaps"), "", _("surely"))
    columns = [
        Column("", fixed=24, align="right", role=ITEM.bold().coloured(paper.accent)),
        Column("", 100, role=ITEM),
        Column(ScaleHead(paper, texts, _FINGERS), 74),
    ]
    rows = [
        Row([str(number), title, AnswerScale(_FINGERS)], min_height=14 * MM) for number, title in enumerate(goals, 1)
    ]
    form = Form(_("Shall we reach it?"), _("One circle for every goal: how sure are you, as things are now?"), 4, kind)
    asked = Question(_("Where I am below three: what would raise it by one?"), 2)
    table = PaperTable(paper, columns, rows, stretch=20 * MM, reserve=32 * MM)
    return form_page(paper, source, form, first, [table, LinedQuestions(paper, [asked])])


def decision_ballot(paper: Paper, source: Source, first: bool, kind: str) -> list[Any]:
    """For, against, abstained: for decisions that the room votes on."""
    _ = paper.words
    heads = [(_("What is decided"), 104), (_("for"), 22), (_("against"), 24), (_("abstain"), 24)]
    form = Form(_("Vote"), _("Write the question, tick one field. No name."), 3, kind)
    return form_page(paper, source, form, first, [hand_table(paper, heads, 13)], mine=False)
