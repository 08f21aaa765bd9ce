"""The invitation's wording as a facilitator changes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reports.wording import PLACEHOLDERS
from tests.steps.fronts import front_of
from tests.ui.conftest import OpenWindow
from ui.main_window import FacilitatorWindow
from ui.steps.prepare.invitation import CONDITIONS, InvitationPage


def page_of(window: FacilitatorWindow) -> InvitationPage:
    return front_of(window, "prepare", "invitation", InvitationPage)


def test_the_wording_is_typed_checked_kept_and_taken_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = page_of(window)
    assert "Здравствуйте, Ирина Львовна!" in page.preview.toPlainText() and not page.usual.isEnabled()
    page.text.setPlainText("Коллега {{ name }}, приходите {{ when }}")
    page.read()
    assert page.preview.toPlainText() == "Коллега Ирина Львовна, приходите 10 февраля 2026 г."
    qtbot.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.bridge.engagement.wordings[0].text.startswith("Коллега {{ name }}")
    assert page.usual.isEnabled()
    window.bridge.undo()
    assert not window.bridge.engagement.wordings and page.text.toPlainText().startswith("{% if name %}Здравствуйте")


def test_a_problem_is_said_with_its_line_and_the_last_good_reading_stays(open_window: OpenWindow) -> None:
    page = page_of(open_window(demo="ru"))
    page.text.setPlainText("Коллега {{ name }}!")
    page.read()
    page.text.setPlainText("Коллега {{ name }}!\n{{ salary }}")
    page.read()
    assert "Строка 2" in page.problem.text() and "salary" in page.problem.text()
    assert page.preview.toPlainText() == "Коллега Ирина Львовна!"


def test_the_usual_wording_comes_back(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = page_of(window)
    page.text.setPlainText("Короче {{ name }}")
    page.text.commit()
    page.take_usual()
    assert not window.bridge.engagement.wordings and not page.usual.isEnabled()
    assert "Здравствуйте, Ирина Львовна!" in page.preview.toPlainText()


def test_each_language_has_its_own_wording(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = page_of(window)
    page.text.setPlainText("Приходите")
    page.text.commit()
    page.language.set_current("en")
    page.language.picked.emit("en")
    assert page.text.toPlainText().startswith("{% if name %}Hello") and not page.usual.isEnabled()
    assert [row.id for row in window.bridge.engagement.wordings] == ["ru/invitation"]


def test_what_is_filled_in_looks_other_than_what_is_said(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = page_of(window)
    page.text.setPlainText("Ждём вас, {{ name }}{% if place %}, в зале{% endif %}")
    formats = page.text.document().firstBlock().layout().formats()
    line, theme = page.text.toPlainText(), window.theme.theme
    seen = {line[one.start : one.start + one.length]: one.format.foreground().color().name() for one in formats}
    conditions = dict.fromkeys(("{% if place %}", "{% endif %}"), theme.color("text3").name())
    assert seen == {"{{ name }}": theme.color("accent").name(), **conditions}


def test_every_condition_is_offered_as_one() -> None:
    told = {name for name, meaning in PLACEHOLDERS.items() if meaning.startswith("condition")}
    assert told == set(CONDITIONS)
