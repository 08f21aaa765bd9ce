"""Dates and hours as people type them, people found by a few letters, the toast that waits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.tools import Show, type_text
from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.date_field import DateField, date_of
from ui.widgets.fields import LabeledField, SearchField, hours_of
from ui.widgets.number_field import NumberField
from ui.widgets.picker import Picker, PickerChoice
from ui.widgets.text_field import TextField
from ui.widgets.toast import UndoToast
from workshop_app.domain.message import ProblemError
from workshop_app.i18n import Words

RU, EN = Words("ru"), Words("en")
TODAY = date(2026, 2, 10)
Key = Qt.Key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.03", date(2026, 3, 12)),
        ("12.03.", date(2026, 3, 12)),
        ("12 мар", date(2026, 3, 12)),
        ("12 марта 2027", date(2027, 3, 12)),
        ("12 мар 2026", date(2026, 3, 12)),
        ("12 March", date(2026, 3, 12)),
        ("2026-03-12", date(2026, 3, 12)),
        ("завтра", date(2026, 2, 11)),
        ("tomorrow", date(2026, 2, 11)),
        ("+14", date(2026, 2, 24)),
        ("9.02", date(2027, 2, 9)),
        ("", None),
        ("—", None),
    ],
)
def test_a_date_is_understood(text: str, expected: date | None) -> None:
    assert date_of(text, TODAY) == expected


@pytest.mark.parametrize("text", ["31.02.2026", "скоро", "12", "2026-13-01"])
def test_what_is_not_a_date_is_said_with_its_text(text: str) -> None:
    with pytest.raises(ProblemError) as problem:
        date_of(text, TODAY)
    assert text in RU.message(problem.value.message)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1,5", "1.5"), ("1.5", "1.5"), ("0", "0"), ("40", "40"), ("30 мин/день", "2.5"), ("20 мин", "0.3333")],
)
def test_hours_are_read_with_comma_or_point(text: str, expected: str) -> None:
    assert hours_of(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "—", "?"])
def test_unknown_hours_are_not_zero(text: str) -> None:
    assert hours_of(text) is None


def test_a_wrong_text_stays_and_is_explained_under_the_field(theme: ThemeService, show: Show, qtbot: QtBot) -> None:
    hours = NumberField(theme, RU)
    field, other = LabeledField("Часы в неделю", hours, theme), QLineEdit()
    show(field, other)
    hours.setFocus()
    type_text(hours, "сто")
    with qtbot.assertNotEmitted(hours.chosen):
        other.setFocus()
    assert hours.text() == "сто" and field.message.isVisible() and "сто" in field.message.text()
    assert hours.accessibleDescription() == field.message.text()
    hours.setFocus()
    hours.selectAll()
    type_text(hours, "1,5")
    with qtbot.waitSignal(hours.chosen) as told:
        qtbot.keyClick(hours, Key.Key_Return)
    assert told.args == [Decimal("1.5")] and not field.message.isVisible()


def test_a_text_too_long_for_its_field_is_shortened_and_told(
    theme: ThemeService, icons: Icons, show: Show, qtbot: QtBot
) -> None:
    picker = Picker(theme, icons, RU, "пока никто", "Начальник отдела")
    picker.set_choices([PickerChoice("P1", LONG_NAME, badge=("ОК", 0))])
    picker.set_current("P1")
    fields = (TextField(theme, "", "Название"), picker)
    fields[0].set_value(LONG_NAME)
    for field in fields:
        field.setFixedWidth(180)
        show(field)
        field.clearFocus()
        shown = field.shown_text()
        assert shown.endswith("…") and LONG_NAME.startswith(shown[:-1])
        QToolTip.hideText()
        at = field.rect().center()
        QApplication.sendEvent(field, QHelpEvent(QEvent.Type.ToolTip, at, field.mapToGlobal(at)))
        assert QToolTip.text() == LONG_NAME
        field.setFixedWidth(900)
        assert field.shown_text() == LONG_NAME


LONG_NAME = "Константинопольская-Преображенская Александра Владиславовна"


def test_the_same_value_written_otherwise_is_no_change(theme: ThemeService, show: Show, qtbot: QtBot) -> None:
    hours = NumberField(theme, RU)
    hours.set_current(Decimal("1.5"))
    show(hours)
    assert hours.text() == "1,5"
    hours.setFocus()
    hours.selectAll()
    type_text(hours, "1.50")
    with qtbot.assertNotEmitted(hours.chosen):
        qtbot.keyClick(hours, Key.Key_Return)
    assert hours.text() == "1,5"


@pytest.mark.parametrize(("words", "shown"), [(RU, "12\u00a0мар\u00a02026"), (EN, "12\u00a0Mar\u00a02026")])
def test_a_date_is_shown_in_the_readers_language(
    words: Words, shown: str, theme: ThemeService, icons: Icons, show: Show, qtbot: QtBot
) -> None:
    field = DateField(theme, icons, words, TODAY)
    show(field)
    field.setFocus()
    type_text(field, "12.3")
    with qtbot.waitSignal(field.chosen) as told:
        qtbot.keyClick(field, Key.Key_Return)
    assert told.args == [date(2026, 3, 12)] and field.text() == shown
    assert date_of(shown, TODAY) == date(2026, 3, 12)


def test_the_calendar_gives_the_day(theme: ThemeService, icons: Icons, show: Show, qtbot: QtBot) -> None:
    field = DateField(theme, icons, RU, TODAY)
    field.set_current(date(2026, 3, 12))
    show(field)
    popup = field.open_calendar()
    assert popup.calendar.selectedDate().day() == 12
    with qtbot.waitSignal(field.chosen) as told:
        qtbot.keyClick(popup.calendar.focusProxy() or popup.calendar, Key.Key_Right)
        popup.calendar.activated.emit(popup.calendar.selectedDate())
    assert told.args == [date(2026, 3, 13)]


PEOPLE = (
    PickerChoice("P1", "Корнеева Ирина Львовна", "Начальник отдела", ("ОП-1", 0)),
    PickerChoice("P2", "Зимин Артём Викторович", "Старший менеджер", ("ОП-1", 0)),
    PickerChoice("P3", "Зимина Ольга Петровна", "Менеджер", ("ОП-2", 1)),
)


@pytest.fixture
def picker(theme: ThemeService, icons: Icons, show: Show) -> Picker:
    made = Picker(theme, icons, RU, "Кто", "Ответственный")
    made.set_choices(PEOPLE)
    made.set_current("P1")
    show(made, QLineEdit())
    made.setFocus()
    made.selectAll()
    return made


@pytest.mark.parametrize("typed", ["арт", "зимин арт", "артем зим"])
def test_a_person_is_found_by_a_few_letters(typed: str, picker: Picker, qtbot: QtBot) -> None:
    type_text(picker, typed)
    assert picker.list_is_open()
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.keyClick(picker, Key.Key_Return)
    assert told.args == ["P2"] and picker.text() == "Зимин Артём Викторович"


def test_tab_takes_the_marked_one_and_goes_on(picker: Picker, qtbot: QtBot) -> None:
    type_text(picker, "зим")
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.keyClick(picker, Key.Key_Tab)
    assert told.args == ["P2"] and not picker.list_is_open() and not picker.hasFocus()


def test_several_that_fit_are_asked_about_and_nothing_is_guessed(picker: Picker, qtbot: QtBot) -> None:
    type_text(picker, "зим")
    qtbot.keyClick(picker, Key.Key_Escape)
    with qtbot.assertNotEmitted(picker.chosen), qtbot.waitSignal(picker.problem) as told:
        picker.commit()
    assert told.args == ["Подходят несколько: выберите из списка."]
    assert picker.current_id == "P1"


def test_an_emptied_line_means_nobody(picker: Picker, qtbot: QtBot) -> None:
    picker.clear()
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.keyClick(picker, Key.Key_Return)
    assert told.args == [None]


def test_the_list_opens_with_the_present_one_marked(picker: Picker, qtbot: QtBot) -> None:
    qtbot.keyClick(picker, Key.Key_Down)
    assert picker.list_is_open()
    assert [choice.id for choice in picker.matches("")] == ["P1", "P2", "P3"]


def test_search_tells_while_typing_and_escape_clears_then_leaves(
    theme: ThemeService, icons: Icons, show: Show, qtbot: QtBot
) -> None:
    search = SearchField(theme, icons, "Найти")
    show(search)
    told: list[str] = []
    search.searched.connect(told.append)
    type_text(search, "кп")
    with qtbot.assertNotEmitted(search.left):
        qtbot.keyClick(search, Key.Key_Escape)
    with qtbot.waitSignal(search.left):
        qtbot.keyClick(search, Key.Key_Escape)
    assert told == ["к", "кп", ""]


@pytest.fixture
def area(show: Show) -> QWidget:
    area = QWidget()
    area.setMinimumSize(600, 300)
    show(area)
    return area


def test_a_toast_goes_by_itself_and_waits_under_the_pointer(
    area: QWidget, theme: ThemeService, icons: Icons, qtbot: QtBot
) -> None:
    toast = UndoToast(area, theme, icons, RU, lambda: None, shown_ms=60)
    toast.say("Удалена функция")
    QApplication.sendEvent(toast, QEnterEvent(QPointF(), QPointF(), QPointF()))
    qtbot.wait(120)
    assert toast.isVisible()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_toast_takes_back_once_and_takes_no_focus(
    area: QWidget, theme: ThemeService, icons: Icons, qtbot: QtBot
) -> None:
    taken: list[int] = []
    toast = UndoToast(area, theme, icons, RU, lambda: taken.append(1))
    toast.say("Удалена функция «Прозвон базы»")
    assert toast.focusPolicy() == toast.link.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert abs(toast.geometry().center().x() - area.rect().center().x()) <= 1
    assert area.rect().contains(toast.geometry())
    qtbot.mouseClick(toast.link, Qt.MouseButton.LeftButton)
    assert taken == [1] and not toast.isVisible()


def test_a_newer_toast_replaces_the_words_and_a_long_one_stays_inside(
    area: QWidget, theme: ThemeService, icons: Icons
) -> None:
    toast = UndoToast(area, theme, icons, RU, lambda: None)
    toast.say("Первая")
    toast.say("Очень длинное название функции " * 8, undo=False)
    assert area.rect().contains(toast.geometry())
    assert not toast.link.isVisible() and toast.text.toolTip()
