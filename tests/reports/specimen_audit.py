"""Specimens of the audit: its first page and the blank form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.charts.look import ChartLook
from reports.charts.rows import Part, split_bar
from reports.document import Paper
from reports.flowables.finding import finding_look, finding_mark
from reports.flowables.heading import Section, SubHead, TitleBlock
from reports.flowables.numbers import BigNumber, Figure, Legend
from reports.flowables.signing import WritingLines, tick_circle
from reports.flowables.status import decision_dot
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row, RowGroup
from reports.flowables.text import Text
from reports.lines import Run
from reports.style import (
    CELL_DENSE,
    CELL_GREY,
    CELL_NUMBER,
    COLUMN_HEAD,
    ITEM,
    MM,
    SUBHEAD,
    TEXT2,
)
from tests.reports.specimen_data import (
    AUDIT,
    AUDIT_REMARK,
    AUDIT_STANDFIRST,
    FIRST,
    FORM,
    SECOND,
    STATES,
)


def audit(paper: Paper) -> Sequence[Any]:
    """The audit's first page: the one number, two bars, the list of findings."""
    look = ChartLook.paper(paper.brand)
    ink = finding_look("DUPLICATION").ink, finding_look("OVERLAP").ink
    before = [Part(61, "Задвоение 61 ч", "dots", ink[0]), Part(121, "Накладка 121 ч", "hatch", ink[1])]
    after = [
        Part(123, "123 ч разделить по правилу", "tint"),
        Part(38, "38 ч", "ink", under="закрепить за одним"),
        Part(21, "21 ч", "white", under="вместе"),
    ]
    rows = []
    for code, (word, states, activities) in AUDIT.items():
        dots = [decision_dot(STATES[state], 9) for state in states]
        name = Text(paper, word, SUBHEAD.sized(9.6).coloured(finding_look(code).ink))
        rows.append(
            Row([finding_mark(code, 11), name, Run(str(len(states)), CELL_NUMBER.sized(12.5)), dots, activities])
        )
    columns = [
        Column("", fixed=25),
        Column("Вывод", 32),
        Column("Сколько", 12, align="right"),
        Column("Решено", 27),
        Column("Какие виды деятельности", 84, role=CELL_DENSE.coloured(TEXT2), grows=True),
    ]
    legend = [
        (decision_dot(STATES[sign]), text)
        for sign, text in (("+", "есть решение"), ("-", "отложено"), ("o", "решение не требуется"))
    ]
    return [
        TitleBlock(paper, "Аудит функций", badges=[FIRST, SECOND], standfirst=AUDIT_STANDFIRST),
        BigNumber(
            paper, "182", "часа в неделю", "два отдела тратят на одну и ту же работу — без правила", AUDIT_REMARK
        ),
        SubHead(paper, "Было: без правила"),
        Figure(lambda width: split_bar(look, width, before), "Задвоение 61 час, накладка 121 час"),
        SubHead(paper, "Решено 10 февраля: каждая строка получила правило"),
        Figure(lambda width: split_bar(look, width, after), "Разделить 123 часа, закрепить 38, вместе 21"),
        Section(paper, "Что нашли", "22 вывода требуют решения: 21 решён, 1 отложен; 7 строк согласованы сразу"),
        PaperTable(paper, columns, rows, foot=Legend(paper, legend), padding=3),
    ]


def claims_form(paper: Paper) -> Sequence[Any]:
    """A blank form that fills its page."""
    answers = ("мы", "они", "вместе", "никто", "не знаем")
    columns = [
        Column("", fixed=22, align="right", role=CELL_GREY),
        Column("", 80, role=ITEM.sized(9.4)),
        *(
            Column(Text(paper, f"{answer}\n{number}", COLUMN_HEAD, align="center"), 16, align="center")
            for number, answer in enumerate(answers, 1)
        ),
    ]
    circles = [tick_circle(str(number), 4 * MM) for number in range(1, 6)]
    groups = [
        RowGroup([Row([str(index * 6 + line + 1), name, *circles]) for line, name in enumerate(names)], band=title)
        for index, (title, names) in enumerate(FORM)
    ]
    return [
        TitleBlock(
            paper,
            "Чья это работа?",
            standfirst="Отметьте один кружок в каждой строке. Отвечайте, как есть сейчас, а не как должно быть.",
        ),
        PaperTable(paper, columns, groups, padding=1, stretch=9 * MM, reserve=14 * MM, uprights=(2, 3, 4, 5, 6)),
        WritingLines(paper, 1, "Чего здесь нет, а вы это делаете:", beside=True, before=2),
    ]
