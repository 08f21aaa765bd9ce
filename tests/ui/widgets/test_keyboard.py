"""Switches, filters, fields and buttons by keyboard alone, as a person uses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.tools import Show, type_text
from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.buttons import AnswerButton, Button, IconButton
from ui.widgets.card import SelectableCard
from ui.widgets.controls import CheckBox, ChoiceBox, Slider
from ui.widgets.labels import PlainLabel
from ui.widgets.layout import EmptyState, HintLine
from ui.widgets.number_strip import NumberCell, NumberStrip
from ui.widgets.progress_button import ProgressButton
from ui.widgets.segmented import HeaderTabs, SegmentedControl
from ui.widgets.text_field import TextArea, TextField
from workshop_app.i18n import Words

RU = Words("ru")
Key = Qt.Key


def test_arrows_and_digits_choose_a_segment(theme: ThemeService, icons: Icons, show: Show, qtbot: QtBot) -> None:
    kinds = SegmentedControl(theme, icons)
    kinds.set_items([("one", "Закрепить", "user-check"), ("split", "Разделить"), ("both", "Вместе")])
    show(kinds)
    chosen: list[str] = []
    kinds.chosen.connect(chosen.append)
    kinds.setFocus()
    qtbot.keyClick(kinds.segment("one"), Key.Key_Right)
    assert kinds.current() == "split" and kinds.segment("split").hasFocus()
    qtbot.keyClick(kinds.segment("split"), Key.Key_3)
    assert kinds.current() == "both"
    qtbot.keyClicks(kinds.segment("both"), "²")
    assert chosen == ["split", "both"]


def test_a_program_choice_is_silent_and_new_items_keep_the_choice(
    theme: ThemeService, icons: Icons, show: Show, qtbot: QtBot
) -> None:
    years = SegmentedControl(theme, icons)
    years.set_items([("2024", "2024"), ("2025", "2025")])
    show(years)
    with qtbot.assertNotEmitted(years.chosen):
        years.set_current("2025")
        years.set_items([("2023", "2023"), ("2024", "2024"), ("2025", "2025")])
    assert years.current() == "2025"
    years.set_items([("a", "a")])
    assert years.current() == "a"


def test_tab_enters_a_segment_row_once(theme: ThemeService, icons: Icons, show: Show, qtbot: QtBot) -> None:
    before, row, after = QLineEdit(), SegmentedControl(theme, icons), QLineEdit()
    row.set_items([("a", "Раз"), ("b", "Два"), ("c", "Три")])
    row.set_current("b")
    show(before, row, after)
    before.setFocus()
    qtbot.keyClick(before, Key.Key_Tab)
    assert row.segment("b").hasFocus()
    qtbot.keyClick(row.segment("b"), Key.Key_Tab)
    assert after.hasFocus()


def test_header_tabs_follow_the_arrows(theme: ThemeService, show: Show, qtbot: QtBot) -> None:
    tabs = HeaderTabs(theme)
    tabs.set_items([("matrix", "Матрица RACI"), ("cards", "Карточки ролей")])
    show(tabs)
    tabs.setFocus()
    with qtbot.waitSignal(tabs.chosen) as told:
        qtbot.keyClick(tabs.focusProxy(), Key.Key_Right)
    assert told.args == ["cards"] and tabs.current() == "cards"


def test_numbers_are_filters_that_switch_each_other_off(theme: ThemeService, show: Show, qtbot: QtBot) -> None:
    strip = NumberStrip(theme)
    cells = [
        NumberCell("hours", "59", "двойная работа", "ч/нед", filters=False),
        NumberCell("GAP", "2", "пробел", finding="GAP"),
        NumberCell("SHIFTED", "1", "перекладывание", finding="SHIFTED"),
    ]
    strip.set_cells(cells)
    show(strip)
    chosen: list[str] = []
    strip.chosen.connect(chosen.append)
    gap, shifted = strip.cell("GAP"), strip.cell("SHIFTED")
    gap.setFocus()
    qtbot.keyClick(gap, Key.Key_Space)
    qtbot.keyClick(gap, Key.Key_Right)
    assert shifted.hasFocus()
    qtbot.keyClick(shifted, Key.Key_Return)
    assert shifted.isChecked() and not gap.isChecked()
    qtbot.keyClick(shifted, Key.Key_Return)
    qtbot.mouseClick(strip.cell("hours"), Qt.MouseButton.LeftButton)
    assert chosen == ["GAP", "SHIFTED", ""]
    assert strip.cell("hours").accessibleName() == "двойная работа: 59 ч/нед"


def test_new_numbers_keep_the_focus(theme: ThemeService, show: Show) -> None:
    strip = NumberStrip(theme)
    strip.set_cells([NumberCell("a", "1", "раз"), NumberCell("b", "2", "два")], on="b")
    show(strip)
    strip.cell("b").setFocus()
    strip.set_cells([NumberCell("a", "1", "раз"), NumberCell("b", "17", "два")], on="b")
    assert strip.cell("b").hasFocus() and strip.cell("b").isChecked()


def test_a_field_commits_once_on_enter_or_on_leaving(theme: ThemeService, show: Show, qtbot: QtBot) -> None:
    field, other = TextField(theme, "Новая функция"), QLineEdit()
    show(field, other)
    told: list[str] = []
    field.committed.connect(told.append)
    field.set_value("Сверка")
    field.setFocus()
    field.selectAll()
    type_text(field, "Сверка долгов")
    qtbot.keyClick(field, Key.Key_Return)
    other.setFocus()
    assert told == ["Сверка долгов"]
    field.setFocus()
    type_text(field, "!")
    other.setFocus()
    assert told == ["Сверка долгов", "Сверка долгов!"]


def test_escape_takes_back_what_was_typed_and_then_passes(theme: ThemeService, show: Show, qtbot: QtBot) -> None:
    field = TextField(theme)
    field.set_value("было")
    window = show(field)
    field.setFocus()
    type_text(field, "стало")
    qtbot.keyClick(field, Key.Key_Escape)
    assert field.text() == "было" and not window.passed
    qtbot.keyClick(field, Key.Key_Escape)
    assert window.passed == [Key.Key_Escape]


def test_a_value_from_the_document_does_not_disturb_typing(theme: ThemeService, show: Show, qtbot: QtBot) -> None:
    field = TextField(theme)
    show(field)
    field.set_value("раз")
    field.setFocus()
    type_text(field, " два")
    field.set_value("три")
    assert field.text() == "раз два"


def test_a_long_value_shows_its_beginning_unless_it_is_being_typed(theme: ThemeService, show: Show) -> None:
    field, other = TextField(theme), QLineEdit()
    show(field, other)
    other.setFocus()
    field.set_value("Авдеев Павел Константинович " * 6)
    assert field.cursorPosition() == 0
    field.setFocus()
    assert field.cursorPosition() == len(field.text())
    other.setFocus()
    assert field.cursorPosition() == 0


@pytest.mark.parametrize("kind", [TextField, TextArea])
def test_ctrl_z_is_the_programs_until_something_is_typed(
    kind: type[TextField | TextArea], theme: ThemeService, show: Show, qtbot: QtBot
) -> None:
    field = TextField(theme) if kind is TextField else TextArea()
    field.set_value("было")
    show(field)
    field.setFocus()
    assert not takes_undo(field)
    type_text(field, "стало")
    assert takes_undo(field)


def takes_undo(field: QWidget) -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    field.event(event)
    return event.isAccepted()


def test_an_area_commits_with_ctrl_enter_and_tab_leaves_it(theme: ThemeService, show: Show, qtbot: QtBot) -> None:
    area, after = TextArea("Правило"), QLineEdit()
    show(area, after)
    area.setFocus()
    type_text(area, "Один клиент")
    with qtbot.waitSignal(area.committed) as told:
        qtbot.keyClick(area, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["Один клиент"]
    qtbot.keyClick(area, Key.Key_Tab)
    assert after.hasFocus()


def test_a_slider_moves_by_five_and_with_shift_by_one(theme: ThemeService, show: Show, qtbot: QtBot) -> None:
    slider = Slider(theme, "Зачёт")
    slider.setValue(30)
    show(slider)
    settled: list[int] = []
    slider.settled.connect(settled.append)
    qtbot.keyClick(slider, Key.Key_Right)
    qtbot.keyClick(slider, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    assert settled == [35, 34, 50]


def test_only_a_person_picks_in_a_choice_box(theme: ThemeService, icons: Icons, show: Show, qtbot: QtBot) -> None:
    box = ChoiceBox(theme, icons, "Цвет")
    picked: list[str] = []
    box.picked.connect(picked.append)
    box.set_items([("bw", "Чёрно-белый"), ("color", "Цветной")])
    box.set_current("color")
    show(box)
    box.setFocus()
    qtbot.keyClick(box, Key.Key_Up)
    assert picked == ["bw"] and box.current() == "bw"


def test_space_ticks_a_box_anywhere_on_its_line(theme: ThemeService, show: Show, qtbot: QtBot) -> None:
    box = CheckBox("Подписи участников", theme)
    show(box)
    qtbot.keyClick(box, Key.Key_Space)
    assert box.isChecked()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert not box.isChecked()


def test_a_card_is_chosen_by_space_and_opened_by_enter(show: Show, qtbot: QtBot) -> None:
    card = SelectableCard("Цель")
    show(card)
    with qtbot.waitSignal(card.chosen):
        qtbot.keyClick(card, Key.Key_Space)
    with qtbot.waitSignal(card.opened):
        qtbot.keyClick(card, Key.Key_Return)


def test_an_empty_state_offers_its_primary_first(theme: ThemeService, icons: Icons, show: Show, qtbot: QtBot) -> None:
    done: list[str] = []
    state = EmptyState(
        "GAP",
        "Пока пусто",
        theme,
        icons,
        ("Добавить", lambda: done.append("add")),
        ("Загрузить", lambda: done.append("load")),
    )
    show(state)
    state.setFocus()
    assert state.buttons[0].hasFocus()
    qtbot.keyClick(state.buttons[0], Key.Key_Space)
    assert done == ["add"]


def test_the_first_sentence_of_an_empty_state_is_its_title(theme: ThemeService, icons: Icons, show: Show) -> None:
    state = EmptyState("GAP", "Реестра пока нет. Достаточно пяти колонок.", theme, icons, detail="Дата, сумма.")
    show(state)
    assert [label.text() for label in state.findChildren(PlainLabel)] == [
        "Реестра пока нет",
        "Достаточно пяти колонок. Дата, сумма.",
    ]


def test_an_ampersand_stays_in_a_buttons_words(theme: ThemeService) -> None:
    button = Button("R&D & продажи", "sec", theme)
    assert button.shown() == "R&D & продажи"
    assert button.shortcut().isEmpty()


def test_an_icon_alone_says_its_name(theme: ThemeService, icons: Icons) -> None:
    button = IconButton("ellipsis", "Ещё действия", theme, icons)
    assert button.accessibleName() == button.toolTip() == "Ещё действия"
    assert AnswerButton("1", "Одно и то же", "объединить", theme).accessibleName() == "1: Одно и то же"


def test_hints_that_do_not_fit_are_left_out_whole(theme: ThemeService, show: Show) -> None:
    line = HintLine([("1 2 3", "ответ"), ("Ctrl+Enter", "записать решение"), ("F4", "следующая ошибка")], theme)
    window = show(line)
    window.resize(240, 60)
    shown = [label.text() for label in line.findChildren(QWidget) if label.isVisible() and hasattr(label, "text")]
    assert shown == ["1", "2", "3", "ответ"]


class Work(QObject):
    """A task as ``ui.tasks`` has it."""

    progress = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.stopped = False

    def cancel(self) -> None:
        self.stopped = True


def test_progress_stands_in_the_buttons_place_and_escape_stops(
    theme: ThemeService, icons: Icons, show: Show, qtbot: QtBot
) -> None:
    button, work = ProgressButton("Сохранить PDF", theme, icons, RU, "file-text"), Work()
    show(button)
    with qtbot.waitSignal(button.wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.follow(work)
    work.progress.emit(0.42)
    assert "42" in button.shown() and button.busy()
    with qtbot.assertNotEmitted(button.wanted):
        qtbot.keyClick(button, Key.Key_Escape)
    assert work.stopped and button.busy()
    work.cancelled.emit()
    assert not button.busy() and button.shown() == "Сохранить PDF"
