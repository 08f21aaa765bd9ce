"""Texts offered under a line; lines of cells and labels that do not end after a short word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.service import ThemeService
from ui.widgets.completing import OfferedTexts
from ui.widgets.delegates.text import lines_of
from ui.widgets.labels import plain_label
from ui.widgets.text_field import TextField
from workshop_app.typesetting import NBSP


def test_tab_takes_the_marked_text_and_goes_on(qapp: QApplication, qtbot: QtBot, theme: ThemeService) -> None:
    box = QWidget()
    who, hours = TextField(theme, "Кто"), TextField(theme, "Ч/нед")
    column = QVBoxLayout(box)
    column.addWidget(who)
    column.addWidget(hours)
    offered = OfferedTexts(who, ["Ким Юрий", "Ли Мария"])
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    who.setFocus()
    who.setText("ким")
    offered.setCompletionPrefix("ким")
    offered.complete()
    shown = offered.popup()
    assert shown is not None
    shown.setCurrentIndex(offered.completionModel().index(0, 0))
    offered.offer(["Ким Юрий", "Ли Мария"])
    model = offered.model()
    assert isinstance(model, QStringListModel) and model.stringList() == ["Ким Юрий", "Ли Мария"]
    tab = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert offered.eventFilter(shown, tab)
    assert not shown.isVisible() and who.text() == "Ким Юрий" and box.focusWidget() is hours


def test_a_line_keeps_its_place_while_another_window_is_used(qtbot: QtBot, theme: ThemeService) -> None:
    field = TextField(theme)
    qtbot.addWidget(field)
    field.set_value("Описать передачу")
    field.setSelection(0, 7)
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert field.selectedText() == "Описать"
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert not field.hasSelectedText() and field.cursorPosition() == 0


def test_no_line_of_a_cell_ends_after_a_short_word(qapp: QApplication) -> None:
    font = QFont("IBM Plex Sans")
    text = "Ведение карточки клиента в CRM"
    width = QFontMetricsF(font).horizontalAdvance("Ведение карточки клиента в ") + 1
    lines, shortened = lines_of(text, font, width, 2)
    assert lines == ["Ведение карточки клиента", "в CRM"] and not shortened


def test_a_column_too_narrow_for_the_bound_words_cuts_none(qapp: QApplication) -> None:
    font = QFont("IBM Plex Sans")
    width = QFontMetricsF(font).horizontalAdvance("сопровождению") + 2
    assert lines_of("по сопровождению", font, width, 2)[0] == ["по", "сопровождению"]


def test_a_wrapped_label_says_its_text_as_it_was_given(qtbot: QtBot, theme: ThemeService) -> None:
    label = plain_label("Удержать 93 % клиентов к концу года", theme, wrap=True)
    qtbot.addWidget(label)
    assert label.text() == "Удержать 93 % клиентов к концу года"
    assert f"к{NBSP}концу" in super(type(label), label).text()
