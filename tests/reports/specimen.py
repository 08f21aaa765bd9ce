"""Specimen documents that look like the design's sheets; plain data, no engagement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from reports.brand import Brand
from reports.document import DocumentSpec, Paper, Story, new_page
from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.block import Block
from reports.flowables.contents import Contents
from reports.flowables.cover import Cover
from reports.flowables.finding import FINDING_CODES, finding
from reports.flowables.gantt import (
    GanttCell,
    GanttHead,
    GanttScale,
    GanttState,
    gantt_sample,
    today_sample,
)
from reports.flowables.goal_track import GoalTrack
from reports.flowables.heading import Chapter, Section, TitleBlock, quote_pair
from reports.flowables.layout import Stack
from reports.flowables.mark import MarkRow, MarkText
from reports.flowables.numbers import Legend
from reports.flowables.raci import RaciLetters
from reports.flowables.raci_matrix import RaciMatrix, raci_legend
from reports.flowables.raci_model import RaciColumns, RaciGroup, RaciLine, RaciModel
from reports.flowables.signing import Signature, Signatures, tick_box
from reports.flowables.status import severity, tick
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row, RowGroup
from reports.flowables.text import Text
from reports.flowables.timeline import Milestone, Timeline
from reports.lines import Run
from reports.page import Sheet
from reports.style import (
    CELL,
    CELL_DENSE,
    CELL_GREY,
    CELL_NAME,
    ERROR,
    MM,
    WARN_SOFT,
)
from tests.reports.specimen_data import (
    ACTIONS,
    CODES,
    CONTENTS_NOTE,
    CONTRIBUTIONS,
    COVER_QUESTION,
    DECISIONS,
    FIRST,
    GOALS,
    OUTSIDE,
    QUESTION,
    RACI_ROWS,
    SCORE,
    SECOND,
    SESSION,
    STANDFIRST,
    TODAY,
)
from workshop_app.i18n import Words


def spec(title: str, **changes: Any) -> DocumentSpec:
    """A document of the demo company."""
    base = DocumentSpec(
        title,
        Words("ru"),
        Brand("ООО «Аргонт-Сервис»"),
        plan="Совместный план двух отделов продаж",
        session=SESSION,
        as_of=TODAY,
    )
    return replace(base, **changes)


def action_plan_spec(**changes: Any) -> DocumentSpec:
    """The action plan's frame."""
    return spec("План действий", steps=frozenset({11}), step_label="Шаг 11 из 12", **changes)


def _value(number: float, unit: str) -> str:
    text = f"{number:.1f}".replace(".", ",") if unit == "%" else f"{number:g}"
    return f"{text} {unit}".strip()


def goals(paper: Paper) -> list[Any]:
    """The common goals with their tracks."""
    rows = []
    for (title, owner, baseline, target, now, unit, due), (own, other) in zip(GOALS, CONTRIBUTIONS, strict=True):
        name = Stack([Text(paper, title, CELL.bold()), Text(paper, f"Отвечает {owner}", CELL_GREY)])
        now_text = f"сейчас {now:g}".replace(".", ",") if now is not None else ""
        track = GoalTrack(
            paper,
            baseline,
            target,
            now,
            baseline_text=_value(baseline, unit),
            target_text=_value(target, unit),
            now_text=now_text,
        )
        parts = Stack(
            [
                MarkText(paper, badge(FIRST, BADGE_DENSE), own, CELL_DENSE),
                MarkText(paper, badge(SECOND, BADGE_DENSE), other, CELL_DENSE, before=1.5),
            ]
        )
        rows.append(Row([name, track, due, parts]))
    columns = [
        Column("Цель", 50, row_head=True),
        Column("Было → станет", 40),
        Column("Срок", 16),
        Column("Вклад отделов", 68),
    ]
    return [
        Section(paper, "Общие цели", "пять целей, ни одну отдел не достигнет в одиночку"),
        PaperTable(paper, columns, rows),
    ]


def checks(paper: Paper) -> list[Any]:
    """The way over 30, 60 and 90 days, and what is open."""
    milestones = [
        Milestone("0", SESSION, True, "10 фев, сессия", "решения и имена"),
        Milestone("30", date(2026, 3, 12), True, "12 мар, прошла", "11 из 13 действий марта выполнены"),
        Milestone("60", date(2026, 4, 15), True, "15 апр, прошла", "передачи замедлились — разобрать"),
        Milestone("90", date(2026, 5, 12), False, "12 мая, впереди", "повторный опрос отделов, что стало привычкой"),
    ]
    open_points = [
        ("error", "Действие просрочено на 10 дней: «Объединить двойные карточки клиентов»", "Зимин А. В."),
        ("error", "Действие просрочено на 3 дня: «Настроить напоминания за 60 и 30 дней»", "Белова Н. Ю."),
        (
            "warning",
            "Отложенное решение без новой даты: «Анализ причин потери клиентов» (было до 1 апр)",
            "оба начальника",
        ),
        ("warning", "Карточка роли не подтверждена: Рябов А. Е.", "Дорохов С. М."),
        ("info", "«Распределение клиентов»: вместе, но передача не описана", "Дорохов С. М."),
        ("info", "«Разбор системы наград»: протокол не ведётся", "Верещагин М. А."),
    ]
    rows = [Row([MarkText(paper, severity(level), text, CELL, gap=6), who]) for level, text, who in open_points]
    return [
        Section(paper, "Проверки 30 / 60 / 90 дней", "60 минут, оба отдела"),
        Timeline(paper, milestones, TODAY, "сегодня, 20 апр"),
        Section(paper, "Что ещё открыто", "2 ошибки, 2 предупреждения, 2 подсказки — печатаются как есть"),
        PaperTable(paper, [Column("", 144), Column("", 30)], rows, padding=1.4),
    ]


def decisions(paper: Paper, repeat: int = 1) -> list[Any]:
    """What was decided about the functions."""
    rows = []
    for activity, word, kind, owners, rule in DECISIONS * repeat:
        decided: list[Block] = [Text(paper, kind, CELL_NAME)]
        if owners:
            decided.append(MarkRow([badge(owner, BADGE_DENSE) for owner in owners]))
        confirmed = (
            MarkRow([badge(FIRST, BADGE_DENSE), tick(7), badge(SECOND, BADGE_DENSE), tick(7)], gap=1.6)
            if owners
            else "—"
        )
        ground = WARN_SOFT if kind == "отложить" else None
        rows.append(Row([activity, finding(paper, CODES[word], word), Stack(decided), rule, confirmed], ground=ground))
    columns = [
        Column("Деятельность", 41, role=CELL_NAME, row_head=True),
        Column("Было", 32),
        Column("Решение", 21),
        Column("Правило", 57, role=CELL_DENSE, grows=True),
        Column("Подтвердили", 23),
    ]
    return [
        Section(paper, "Решения по функциям", "23 решения, по убыванию важности; 22 приняты 10 февраля, одно отложено"),
        PaperTable(paper, columns, rows),
    ]


def actions(paper: Paper, repeat: int = 1) -> list[Any]:
    """Actions by person with their bars, legend and signatures."""
    scale = GanttScale(SESSION, date(2026, 5, 24), TODAY)
    groups = []
    for name, department, items in ACTIONS * repeat:
        rows = [_action(paper, scale, *item) for item in items]
        lead = MarkText(paper, badge(department), name, CELL.bold(), gap=5)
        groups.append(RowGroup(rows, lead))
    columns = [
        Column("Кто", 32),
        Column("", fixed=14),
        Column("Действие и видимый результат", 58, grows=True),
        Column("С кем", 18, role=CELL_GREY),
        Column("Срок", 15),
        Column(GanttHead(paper, scale), fixed=45 * MM),
    ]
    legend = Legend(
        paper,
        [
            (gantt_sample("done", paper.accent), "сделано"),
            (gantt_sample("running", paper.accent), "в работе, ромб — срок"),
            (gantt_sample("overdue", paper.accent), "просрочено"),
            (today_sample(paper.accent), "сегодня, 20 апр"),
        ],
    )
    return [
        Section(paper, "Действия по людям", "25 действий, 14 человек: 19 сделано, 2 просрочено"),
        PaperTable(paper, columns, groups, foot=legend),
        Section(paper, "Подписи", "подпись значит: «мои строки мне понятны, срок мой»"),
        Signatures(
            paper,
            [
                Signature("Корнеева И. Л.", "ОП-1"),
                Signature("Дорохов С. М.", "ОП-2"),
                Signature("Верещагин М. А.", "директор"),
                Signature("Старцева О. Д.", "собственник"),
            ],
            note="Остальные участники подписывают свои памятки.",
        ),
    ]


def _action(
    paper: Paper, scale: GanttScale, title: str, result: str, helper: str, start: date, due: date, state: GanttState
) -> Row:
    role = CELL if state == "done" else CELL.bold().coloured(ERROR) if state == "overdue" else CELL.bold()
    text = [Run(title, CELL_NAME), Run(f" → {result}", CELL_GREY)]
    box = tick_box(state == "done")
    return Row([box, text, helper, Run(paper.words.date_short(due), role), GanttCell(paper, scale, start, due, state)])


def action_plan(paper: Paper) -> Sequence[Any]:
    """Three pages like the design's action plan."""
    return [
        TitleBlock(
            paper,
            "План действий",
            badges=[FIRST, SECOND],
            standfirst=STANDFIRST,
        ),
        quote_pair(
            paper,
            "Вопрос собственника",
            QUESTION,
            "Наш ответ — ключевая компетенция",
            "Помним за клиента все его сроки и приходим раньше проверки — каждый год",
            SCORE,
        ),
        *goals(paper),
        *checks(paper),
        new_page(),
        *decisions(paper, 3),
        new_page(),
        *actions(paper, 2),
    ]


def long_report(chapters: int, rows: int = 60) -> Story:
    """A report with cover, contents and chapters of known titles."""

    def story(paper: Paper) -> Sequence[Any]:
        result: list[Any] = [
            Cover(
                paper,
                "Совместный план двух отделов продаж",
                kind="Полный отчёт",
                departments=[FIRST, SECOND],
                number="182 ч",
                number_text="в неделю отделы делали дважды. Теперь у каждой строки есть правило.",
                question=COVER_QUESTION,
                facts=[
                    ("Сессия", "10 февраля 2026 г."),
                    ("Состояние", "20 апреля 2026 г."),
                    ("Участники", "18 человек"),
                    ("Ведущий", "внешний"),
                ],
            ),
            new_page(),
            Contents(
                paper,
                CONTENTS_NOTE,
            ),
        ]
        for number in range(1, chapters + 1):
            result += [
                new_page(),
                Chapter(
                    paper,
                    f"Глава {number}: что нашли",
                    step=number if number <= 12 else None,
                    fact=f"{rows * number} строк",
                    standfirst="Коротко о главном.",
                ),
                Section(paper, f"Раздел {number}.1", "один факт"),
                PaperTable(
                    paper,
                    [Column("№", 1, align="right"), Column("Деятельность", 6, role=CELL_NAME), Column("Вывод", 3)],
                    [
                        Row(
                            [
                                str(line),
                                "Подготовка и согласование договоров",
                                finding(paper, FINDING_CODES[line % 12], "вывод"),
                            ]
                        )
                        for line in range(rows * number)
                    ],
                ),
            ]
        return result

    return story


def raci_model(repeat: int = 1) -> RaciModel:
    """A matrix like the demo's."""
    letters: dict[str, RaciLetters] = {".": "", "2": "AR", "A": "A", "R": "R", "C": "C", "I": "I"}
    groups = [
        RaciGroup(title, [RaciLine(name, [letters[sign] for sign in signs], key) for name, signs, key in lines])
        for title, lines in RACI_ROWS
    ]
    columns = [
        RaciColumns(FIRST, ["Корнеева", "Зимин", "Гущина", "Лаптев", "Сафина", "Тропинин", "Юдина", "Белова"]),
        RaciColumns(SECOND, ["Дорохов", "Мельник", "Авдеев", "Чистякова", "Рябов", "Назарова", "Фёдоров", "Осипова"]),
        RaciColumns(OUTSIDE, ["Верещагин", "Старцева"]),
    ]
    return RaciModel(columns, groups * repeat)


def raci(paper: Paper) -> Sequence[Any]:
    """The matrix on its landscape page."""
    return [
        TitleBlock(
            paper,
            "Кто отвечает, кто делает",
            aside="Матрица ответственности · 29 видов деятельности · 18 человек",
            after=4,
        ),
        raci_legend(paper),
        RaciMatrix(paper, raci_model(2), before=5),
    ]


def raci_spec(**changes: Any) -> DocumentSpec:
    """The matrix's frame."""
    return spec("Матрица ответственности", sheet=Sheet("A4", "landscape"), steps=frozenset({5}), **changes)
