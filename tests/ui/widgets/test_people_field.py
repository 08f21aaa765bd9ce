"""A line that names several people says why it does not take a name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.widgets.tools import Show, type_text
from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.people import PeopleField
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Person
from workshop_app.i18n import Words

TEAM = Engagement().with_changes(
    [("people", key, Person(id=key, name=name)) for key, name in (("P1", "Ткач Елена"), ("P2", "Орлова Дарья"))]
)


def test_a_name_that_is_there_or_unknown_is_said_under_the_line(
    qtbot: QtBot, theme: ThemeService, icons: Icons, show: Show
) -> None:
    field = PeopleField(theme, icons, Words("ru"), "Команда")
    field.show_people(TEAM, ("P1",))
    show(field)
    told: list[object] = []
    field.changed.connect(told.append)

    def enter(text: str) -> str:
        field.line.setFocus()
        type_text(field.line, text)
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
        return field.message.text() if field.message.isVisible() else ""

    assert enter("Ткач") == "Ткач Елена: уже здесь"
    assert field.line.text() == ""
    assert enter("Петрова") == "С таким именем в списке ничего нет."
    field.line.clear()
    assert enter("Орл") == ""
    assert told == [("P1", "P2")]
