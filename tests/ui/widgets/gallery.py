"""All widgets laid out as the design's sheet of states: shown by tests and grabbed to be looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from tests.ui.widgets.pictures import DEPARTMENTS, TODAY, PictureCards
from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.badge import DepartmentBadge
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card, Divider, SelectableCard
from ui.widgets.controls import CheckBox, ChoiceBox, Slider
from ui.widgets.date_field import DateField
from ui.widgets.fields import LabeledField, SearchField
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import plain_label
from ui.widgets.layout import EmptyState, HintLine, NumberCell, NumberStrip, StepHeader
from ui.widgets.number_field import NumberField
from ui.widgets.picker import Picker, PickerChoice
from ui.widgets.segmented import HeaderTabs, SegmentedControl
from ui.widgets.text_field import TextArea, TextField
from workshop_app.i18n import Words


class Gallery(PictureCards):
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
        hours = NumberField(self.theme, self.words)
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
                "DUPLICATION",
                "Пока нечего накладывать",
                self.theme,
                self.icons,
                ("Перейти к сопоставлению", lambda: None),
                ("Ввести ответы вручную", lambda: None),
                detail="Сначала каждый отдел ответит, кто делает каждую функцию.",
            )
        )
        return card
