"""All widgets laid out as the design's sheet of states: shown by tests and grabbed to be looked at."""

from __future__ import annotations

from datetime import date
from fractions import Fraction as F

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.badge import DepartmentBadge
from ui.widgets.banner import Banner
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
from ui.widgets.buttons import AnswerButton, Button, IconButton
from ui.widgets.card import Card, Divider, SelectableCard
from ui.widgets.controls import CheckBox, ChoiceBox, Slider
from ui.widgets.date_field import DateField
from ui.widgets.fields import HoursField, LabeledField, SearchField
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import IconLabel, icon_line, plain_label
from ui.widgets.layout import EmptyState, HintLine, NumberCell, NumberStrip, StepHeader
from ui.widgets.marks import (
    ClaimPaint,
    SkillPaint,
    Status,
    paint_claim,
    paint_letter,
    paint_ring,
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
from ui.widgets.picker import Picker, PickerChoice
from ui.widgets.picture import Picture
from ui.widgets.segmented import HeaderTabs, SegmentedControl
from ui.widgets.text_field import TextArea, TextField
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


class Gallery(QWidget):
    """One card for each family of widgets."""

    def __init__(self, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__()
        self.theme, self.icons, self.words = theme, icons, words
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(16, 16, 16, 16)
        self.grid.setSpacing(12)
        makers = (
            self.buttons, self.fields, self.findings, self.departments, self.segments, self.marks,
            self.tracks, self.times, self.answers, self.charts_of_people, self.messages, self.choices,
        )  # fmt: skip
        for place, make in enumerate(makers):
            self.grid.addWidget(make(), place // 3, place % 3)
        self.grid.addWidget(self.header_and_strip(), 4, 0, 1, 3)
        self.grid.addWidget(self.empty(), 5, 0, 1, 3)
        for column in range(3):
            self.grid.setColumnStretch(column, 1)
        self.resize(1366, self.heightForWidth(1366))

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

    def buttons(self) -> Card:
        _ = self.words
        card = self.card("Кнопки")
        for text, kind, icon in (("Записать", "pri", ""), ("Действие", "sec", "plus"), ("Отложить", "ghost", "clock")):
            first, off = (Button(text, kind, self.theme, self.icons, icon) for _n in range(2))
            off.setEnabled(False)
            self.row(card, first, off, plain_label("обычная и недоступная", self.theme, "caption", "text3"))
        more = Button("К сопоставлению", "pri", self.theme, self.icons, after="arrow-right")
        keys = Button("Записать решение", "pri", self.theme, self.icons, "check", keys="Ctrl+Enter")
        self.row(card, more, keys)
        link = Button("Назначить", "link", self.theme)
        dots = IconButton("ellipsis", "Ещё", self.theme, self.icons)
        checked = Button("Скрыть чужой столбец", "ghost", self.theme, self.icons, "eye-off")
        checked.setCheckable(True)
        checked.setChecked(True)
        self.row(card, link, dots, checked)
        card.body.addStretch(1)
        return card

    def fields(self) -> Card:
        card = self.card("Поля")
        empty = TextField(self.theme, "Новая функция")
        hours = HoursField(self.theme, self.words)
        labelled = LabeledField("Часы в неделю", hours, self.theme)
        hours.setText("сто")
        hours.commit()
        day = DateField(self.theme, self.icons, self.words, TODAY)
        day.set_current(TODAY)
        person = Picker(self.theme, self.icons, self.words, "Кто", "Ответственный")
        person.set_choices([PickerChoice("P1", "Корнеева И. Л.", "Начальник отдела", ("ОП-1", 0))])
        person.set_current("P1")
        area = TextArea("Правило одной фразой")
        area.setFixedHeight(56)
        for part in (empty, labelled, day, person, SearchField(self.theme, self.icons, "Найти семинар"), area):
            card.body.addWidget(part)
        card.body.addStretch(1)
        return card

    def findings(self) -> Card:
        card = self.card("Выводы аудита")
        font = self.theme.theme.font("control_strong")
        for code, label in LABELS.items():
            text, key = self.words(label), getattr(code, "value", code)
            width = round(chip_width(text, 26, font)) + 1

            def draw(painter, box, theme, key=key, text=text):  # type: ignore[no-untyped-def]
                paint_chip(painter, box, key, text, theme, theme.font("control_strong"))

            self.row(card, Picture(self.theme, draw, height=26, width=width, name=text))

        def tiles(painter, box, theme):  # type: ignore[no-untyped-def]
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

            def mark(painter, box, theme, place=place):  # type: ignore[no-untyped-def]
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

    def segments(self) -> Card:
        card = self.card("Переключатели")
        room = SegmentedControl(self.theme, self.icons, accent=True)
        room.set_items([("show", "Показ", "eye"), ("freeze", "Стоп-кадр", "snowflake"), ("blank", "Пустой", "eye-off")])
        kinds = SegmentedControl(self.theme, self.icons)
        kinds.set_items([("one", "Закрепить", "user-check"), ("split", "Разделить", "split"), ("both", "Вместе")])
        kinds.set_current("split")
        years = SegmentedControl(self.theme, self.icons)
        years.set_items([("2024", "2024"), ("2025", "2025")])
        tabs = HeaderTabs(self.theme)
        tabs.set_items([("matrix", "Матрица RACI"), ("cards", "Карточки ролей")])
        for part in (room, kinds, years, tabs):
            self.row(card, part)
        box, off = CheckBox("Проценты вместо сумм премий", self.theme), CheckBox("Подписи участников", self.theme)
        box.setChecked(True)
        card.body.addWidget(box)
        card.body.addWidget(off)
        choice = ChoiceBox(self.theme, self.icons, "Цвет")
        choice.set_items([("bw", "Чёрно-белый"), ("color", "Цветной")])
        slider = Slider(self.theme, "Зачёт передавшему")
        slider.setValue(30)
        card.body.addWidget(choice)
        card.body.addWidget(slider)
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

            def draw(painter, box, theme, status=status):  # type: ignore[no-untyped-def]
                paint_status(painter, box.center(), 12, status, theme)

            self.row(
                card,
                Picture(self.theme, draw, height=18, width=18, name=word),
                plain_label(word, self.theme, "control_strong", status.token),
            )

        def skills(painter, box, theme):  # type: ignore[no-untyped-def]
            for place in range(5):
                for at, skill in ((place, SkillPaint(place)), (place + 5, SkillPaint(place, False, place == 4))):
                    cell = box.adjusted(at * 38, 0, 0, 0)
                    cell.setWidth(34)
                    paint_skill(painter, cell, skill, theme)

        self.row(card, Picture(self.theme, skills, height=34, width=390, name="0–4"))

        def smart(painter, box, theme):  # type: ignore[no-untyped-def]
            for place, letter in enumerate("SMART"):
                cell = box.adjusted(place * 28, 0, 0, 0)
                cell.setWidth(24)
                paint_letter(painter, cell, letter, theme, fault=place == 2)

        self.row(card, Picture(self.theme, smart, height=24, width=140, name="SMART"))

        def ring(painter, box, theme):  # type: ignore[no-untyped-def]
            paint_ring(painter, box, F(8, 11), theme)

        self.row(
            card,
            Picture(self.theme, ring, height=36, width=36, name="8 из 11"),
            plain_label("8 из 11 проверок", self.theme),
        )
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
            (paint_goal, GoalPaint(F(3, 5)), 24),
            (paint_votes, VotePaint(((0, F(19, 10)), (1, F(17, 10)))), 30),
            (paint_votes, VotePaint(((0, F(9, 10)), (1, F(17, 10)))), 30),
            (paint_votes, VotePaint(ledger=F(1)), 30),
            (paint_shift, ShiftPaint(F(2, 10), F(6, 10)), 24),
            (paint_gap, GapPaint(((1, F(3, 10)), (0, F(8, 10))), True), 24),
            (paint_hidden, HiddenPaint("скрыто"), 24),
            (paint_delta, DeltaPaint(F(37), F(44)), 24),
            (paint_delta, DeltaPaint(F(-117, 10), F(44)), 24),
            (paint_split, SplitPaint(((0, F(1)), (1, F(3))), F(5)), 20),
            (paint_load, LoadPaint((F(1), F(1), F(2), F(1, 2), F(1, 2)), F(6), F(7)), 22),
        )
        for paint, value, height in pictures:

            def draw(painter, box, theme, paint=paint, value=value):  # type: ignore[no-untyped-def]
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

            def draw(painter, box, theme, strip=strip):  # type: ignore[no-untyped-def]
                paint_gantt(painter, box, strip, theme)

            card.body.addWidget(Picture(self.theme, draw, height=34, name="Gantt"))
        points = [
            TimelinePoint(date(2026, 2, 10), "Сессия", "10.02", True),
            TimelinePoint(date(2026, 3, 12), "30 дней", "12.03", True),
            TimelinePoint(date(2026, 4, 13), "60 дней", "15.04", False),
            TimelinePoint(date(2026, 5, 12), "90 дней", "12.05", False),
        ]

        def line(painter, box, theme):  # type: ignore[no-untyped-def]
            paint_timeline(painter, box, points, TODAY, "сегодня, день 69", theme)

        card.body.addWidget(Picture(self.theme, line, height=96, name="0–90"))
        stages = [
            StagePaint("Список из реестра", "20.02 ✓", StageState.DONE),
            StagePaint("Письма клиентам", "30.04", StageState.CURRENT),
            StagePaint("Итоги", "31.08", StageState.COMING),
        ]

        def staged(painter, box, theme):  # type: ignore[no-untyped-def]
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

            def draw(painter, box, theme, claim=claim):  # type: ignore[no-untyped-def]
                paint_claim(painter, box, claim, theme)

            card.body.addWidget(Picture(self.theme, draw, height=24, name=claim.word))
        card.body.addStretch(1)
        return card

    def charts_of_people(self) -> Card:
        card = self.card("Карточки")
        for chosen in (True, False):
            goal = SelectableCard("Цель")
            goal.body.addWidget(
                plain_label("Больше клиентов остаются на следующий год", self.theme, "card_title", wrap=True)
            )
            goal.body.addWidget(Divider())
            goal.body.addWidget(
                plain_label("звонок за 60 дней до конца договора", self.theme, "control", "text2", wrap=True)
            )
            goal.set_selected(chosen)
            card.body.addWidget(goal)
        soft, add = Card("soft"), Card("dashed")
        soft.body.addWidget(plain_label("В зале и на бумаге — проценты.", self.theme, "control", "text2", wrap=True))
        add.body.addWidget(
            Button("Новая общая цель", "link", self.theme, self.icons, "plus"), 0, Qt.AlignmentFlag.AlignCenter
        )
        card.body.addWidget(soft)
        card.body.addWidget(add)
        card.body.addStretch(1)
        return card

    def messages(self) -> Card:
        card = self.card("Сообщения")
        for tone, text in (
            ("err", "Не сохранено: диск недоступен"),
            ("warn", "Договор ждёт дольше всех: 40 ч"),
            ("accent", "Передача клиентов может попасть в шаг 6"),
        ):
            banner = Banner(self.theme, self.icons, self.words)
            banner.say(text, tone, [("Выбрать место", lambda: None)])
            card.body.addWidget(banner)
        card.body.addStretch(1)
        return card

    def choices(self) -> Card:
        card = self.card("В строку")
        flow = QWidget()
        layout = FlowLayout(flow)
        for place, (code, name) in enumerate(DEPARTMENTS * 2):
            layout.addWidget(DepartmentBadge(code, name, place % 8, self.theme, 22))
        card.body.addWidget(flow)
        raw = QLineEdit("Обычное поле Qt")
        card.body.addWidget(raw)
        card.body.addStretch(1)
        return card

    def header_and_strip(self) -> Card:
        card = Card("soft")
        tabs = HeaderTabs(self.theme)
        tabs.set_items([("a", "Показатели"), ("b", "Пульс-опрос")])
        tools = [
            Button("Показатель", "sec", self.theme, self.icons, "plus"),
            Button("Дальше", "pri", self.theme, self.icons, after="arrow-right"),
        ]
        card.body.addWidget(StepHeader("Обратная связь", self.theme, tools, tabs=tabs, note="3 цели, достаточно 3–5"))
        strip = NumberStrip(self.theme, self.icons)
        strip.set_cells(
            [
                NumberCell("hours", "59", "двойная работа", "ч/нед", tip="Σ − max", filters=False),
                NumberCell("DUPLICATION", "2", "задвоение", finding="DUPLICATION"),
                NumberCell("SHIFTED", "1", "перекладывание", finding="SHIFTED"),
                NumberCell("GAP", "1", "пробел", finding="GAP"),
                NumberCell("AGREED_SHARED", "3", "согласовано вместе", finding="AGREED_SHARED"),
            ],
            on="SHIFTED",
        )
        card.body.addWidget(strip)
        five = NumberStrip(self.theme, self.icons)
        five.set_cells(
            [
                NumberCell("1", "85,3", "продление", "%", note="та же услуга, год к году"),
                NumberCell(
                    "2", "9,8", "доп. услуги", "%", note="82,2 % в конце квартала", icon=("triangle-alert", "warn")
                ),
                NumberCell("3", "4,8", "новые", "%", note="9 клиентов за год"),
            ]
        )
        card.body.addWidget(five)
        card.body.addWidget(
            HintLine([("1 2 3", "ответ"), ("Ctrl+Enter", "записать"), ("F4", "следующая ошибка")], self.theme)
        )
        return card

    def empty(self) -> Card:
        card = Card()
        card.body.addWidget(
            EmptyState(
                "DUPLICATION", "Пока нечего накладывать", self.theme, self.icons, ("Перейти к сопоставлению", lambda: None),
                ("Ввести ответы вручную", lambda: None), detail="Сначала каждый отдел ответит, кто делает каждую функцию.",
            )
        )  # fmt: skip
        return card
