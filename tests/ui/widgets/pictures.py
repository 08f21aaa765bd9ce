"""The painted half of the gallery: findings, departments, states, tracks, time."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.badge import DepartmentBadge
from ui.widgets.bars import (
    DeltaPaint,
    GoalPaint,
    LoadPaint,
    SplitPaint,
    paint_delta,
    paint_goal,
    paint_load,
    paint_split,
)
from ui.widgets.buttons import AnswerButton
from ui.widgets.card import Card
from ui.widgets.labels import IconLabel, icon_line, plain_label
from ui.widgets.marks import (
    ClaimPaint,
    SkillPaint,
    Status,
    paint_claim,
    paint_letter,
    paint_skill,
    paint_status,
)
from ui.widgets.opinions import (
    GapPaint,
    HiddenPaint,
    ShiftPaint,
    VotePaint,
    paint_gap,
    paint_hidden,
    paint_shift,
    paint_votes,
)
from ui.widgets.paint import chip_width, paint_chip, paint_mark, paint_tile
from ui.widgets.picture import Picture
from ui.widgets.timelines import (
    GanttPaint,
    StagePaint,
    StageState,
    TimelinePoint,
    paint_gantt,
    paint_stages,
    paint_timeline,
)
from workshop_app.domain.finding_texts import LABELS
from workshop_app.i18n import Words

DEPARTMENTS = (
    ("ОП-1", "Отдел продаж № 1"), ("ОП-2", "Отдел продаж № 2"), ("СЛ", "Сервисная служба"), ("БХ", "Бухгалтерия"),
    ("ЮР", "Юридический отдел"), ("МК", "Маркетинг"), ("СК", "Склад"), ("ИТ", "Информационные технологии"),
)  # fmt: skip
TODAY = date(2026, 4, 20)


class Cards(QWidget):
    """Cards with a title and rows of parts."""

    theme: ThemeService
    icons: Icons
    words: Words

    def card(self, title: str) -> Card:
        card = Card()
        card.body.addWidget(plain_label(title, self.theme, "card_title"))
        return card

    def row(self, card: Card, *parts: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        card.body.addLayout(row)


class PictureCards(Cards):
    """One card for each family of pictures."""

    def findings(self) -> Card:
        card = self.card("Выводы аудита")
        font = self.theme.theme.font("control_strong")
        for code, label in LABELS.items():
            text, key = self.words(label), getattr(code, "value", code)
            width = round(chip_width(text, 26, font)) + 1

            def draw(painter, box, theme, key=key, text=text):
                paint_chip(painter, box, key, text, theme, theme.font("control_strong"))

            self.row(card, Picture(self.theme, draw, height=26, width=width, name=text))

        def tiles(painter, box, theme):
            for place, letters in enumerate(("A", "R", "C", "I", "AR")):
                width = 54 if len(letters) > 1 else 26
                paint_tile(
                    painter,
                    box.adjusted(place * 34, 0, 0, 0)
                    .intersected(box)
                    .adjusted(0, 0, -box.width() + place * 34 + width, 0),
                    letters,
                    theme,
                    theme.font("letter"),
                )

        self.row(card, Picture(self.theme, tiles, height=26, width=240, name="A R C I AR"))
        return card

    def departments(self) -> Card:
        card = self.card("Отделы")
        for place, (code, name) in enumerate(DEPARTMENTS):

            def mark(painter, box, theme, place=place):
                for at, filled in ((8, True), (26, False)):
                    centre = box.center()
                    centre.setX(at)
                    paint_mark(painter, centre, 11, place, theme.department(place), filled=filled)

            badges = (DepartmentBadge(code, name, place, self.theme, height) for height in (24, 18))
            self.row(
                card, *badges, Picture(self.theme, mark, height=20, width=36, name=name), plain_label(name, self.theme)
            )
        card.body.addStretch(1)
        return card

    def marks(self) -> Card:
        card = self.card("Состояния и навыки")
        statuses = (
            (Status.ALARM, "тревога"),
            (Status.WATCH, "внимание"),
            (Status.GOOD, "в порядке"),
            (Status.NO_DATA, "нет данных"),
        )
        for status, word in statuses:

            def draw(painter, box, theme, status=status):
                paint_status(painter, box.center(), 12, status, theme)

            self.row(
                card,
                Picture(self.theme, draw, height=18, width=18, name=word),
                plain_label(word, self.theme, "control_strong", status.token),
            )

        def skills(painter, box, theme):
            for place in range(5):
                for at, skill in ((place, SkillPaint(place)), (place + 5, SkillPaint(place, False, place == 4))):
                    cell = box.adjusted(at * 38, 0, 0, 0)
                    cell.setWidth(34)
                    paint_skill(painter, cell, skill, theme)

        self.row(card, Picture(self.theme, skills, height=34, width=390, name="0–4"))

        def smart(painter, box, theme):
            for place, letter in enumerate("SMART"):
                cell = box.adjusted(place * 28, 0, 0, 0)
                cell.setWidth(24)
                paint_letter(painter, cell, letter, theme, fault=place == 2)

        self.row(card, Picture(self.theme, smart, height=24, width=140, name="SMART"))

        self.row(
            card,
            icon_line("clock", "14 ч/нед", self.theme, self.icons),
            IconLabel("triangle-alert", self.theme, self.icons, "warn"),
        )
        card.body.addStretch(1)
        return card

    def tracks(self) -> Card:
        card = self.card("Дорожки")
        pictures = (
            (paint_goal, GoalPaint(), 24),
            (paint_goal, GoalPaint(Fraction(3, 5)), 24),
            (paint_votes, VotePaint(((0, Fraction(19, 10)), (1, Fraction(17, 10)))), 30),
            (paint_votes, VotePaint(((0, Fraction(9, 10)), (1, Fraction(17, 10)))), 30),
            (paint_votes, VotePaint(ledger=Fraction(1)), 30),
            (paint_shift, ShiftPaint(Fraction(2, 10), Fraction(6, 10)), 24),
            (paint_gap, GapPaint(((1, Fraction(3, 10)), (0, Fraction(8, 10))), True), 24),
            (paint_hidden, HiddenPaint("скрыто"), 24),
            (paint_delta, DeltaPaint(Fraction(37), Fraction(44)), 24),
            (paint_delta, DeltaPaint(Fraction(-117, 10), Fraction(44)), 24),
            (paint_split, SplitPaint(((0, Fraction(1)), (1, Fraction(3))), Fraction(5)), 20),
            (
                paint_load,
                LoadPaint(
                    (Fraction(1), Fraction(1), Fraction(2), Fraction(1, 2), Fraction(1, 2)), Fraction(6), Fraction(7)
                ),
                22,
            ),
        )
        for paint, value, height in pictures:

            def draw(painter, box, theme, paint=paint, value=value):
                paint(painter, box, value, theme)

            card.body.addWidget(Picture(self.theme, draw, height=height, name=type(value).__name__))
        return card

    def times(self) -> Card:
        card = self.card("Время")
        starts, ends = date(2026, 2, 10), date(2026, 5, 31)
        common = {"starts": starts, "ends": ends, "today": TODAY, "begins": starts}
        for strip in (
            GanttPaint(due=date(2026, 5, 10), done=None, overdue=False, marks=(date(2026, 3, 12),), **common),
            GanttPaint(due=date(2026, 3, 10), done=date(2026, 3, 20), overdue=False, **common),
            GanttPaint(due=date(2026, 3, 20), done=None, overdue=True, **common),
            GanttPaint(due=date(2026, 5, 20), done=None, overdue=False, faulty=True, **common),
        ):

            def draw(painter, box, theme, strip=strip):
                paint_gantt(painter, box, strip, theme)

            card.body.addWidget(Picture(self.theme, draw, height=34, name="Gantt"))
        points = [
            TimelinePoint(date(2026, 2, 10), "Сессия", "10.02", True),
            TimelinePoint(date(2026, 3, 12), "30 дней", "12.03", True),
            TimelinePoint(date(2026, 4, 13), "60 дней", "15.04", False),
            TimelinePoint(date(2026, 5, 12), "90 дней", "12.05", False),
        ]

        def line(painter, box, theme):
            paint_timeline(painter, box, points, TODAY, "сегодня, день 69", theme)

        card.body.addWidget(Picture(self.theme, line, height=96, name="0–90"))
        stages = [
            StagePaint("Список из реестра", "20.02 ✓", StageState.DONE),
            StagePaint("Письма клиентам", "30.04", StageState.CURRENT),
            StagePaint("Итоги", "31.08", StageState.COMING),
        ]

        def staged(painter, box, theme):
            paint_stages(painter, box, stages, theme)

        card.body.addWidget(Picture(self.theme, staged, height=52, name="Вехи"))
        card.body.addStretch(1)
        return card

    def answers(self) -> Card:
        card = self.card("Ответы")
        row = QHBoxLayout()
        for key, text, caption in (
            ("1", "Одно и то же", "объединить"),
            ("2", "Частично", "общее и своё"),
            ("3", "Разное", "не объединять"),
        ):
            answer = AnswerButton(key, text, caption, self.theme)
            answer.set_primary(key == "1")
            row.addWidget(answer)
        card.body.addLayout(row)
        claims = (
            ClaimPaint("оба", 2, frozenset({0, 1})), ClaimPaint("мы", 2, frozenset({0})), ClaimPaint("никто", 2),
            ClaimPaint("—", answered=False), ClaimPaint("", badges=(("ОП-1", 0), ("СЛ", 2))),
        )  # fmt: skip
        for claim in claims:

            def draw(painter, box, theme, claim=claim):
                paint_claim(painter, box, claim, theme)

            card.body.addWidget(Picture(self.theme, draw, height=24, name=claim.word))
        card.body.addStretch(1)
        return card
