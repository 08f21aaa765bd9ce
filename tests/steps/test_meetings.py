"""S8 in the real window: ready series, agendas, load, the log, ideas, dates for a calendar; the file is read back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.steps.fronts import stored
from tests.steps.room_fit import faults_of
from tests.steps.shared_window import take_everything_back
from tests.ui.typing import type_text
from ui.audience.scene import Focus
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.meetings.log import LogPage
from ui.steps.meetings.series import SeriesPage
from ui.steps.meetings.series_form import SeriesForm, time_of
from workshop_app.domain.message import Message, ProblemError
from workshop_app.domain.model import Cadence, Meeting, MeetingLog, NoteKind
from workshop_app.i18n import Words
from workshop_app.services.operations import put_rows
from workshop_app.steps.meetings.operations import change_series
from workshop_app.steps.meetings.view import meetings_view
from workshop_app.steps.meetings.wording import rhythm_text
from workshop_app.steps.step import ViewContext

Key = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(desk: FacilitatorWindow) -> Iterator[FacilitatorWindow]:
    desk.activateWindow()
    yield desk
    take_everything_back(desk)


def series_of(window: FacilitatorWindow) -> SeriesPage:
    window.go(Place("meetings", "series"))
    front = window.host.page.front
    assert isinstance(front, SeriesPage)
    return front


def form_of(page: SeriesPage, meeting_id: str) -> SeriesForm:
    page.area.edit(meeting_id)
    form = page.area.cells[meeting_id].form
    assert isinstance(form, SeriesForm)
    return form


def log_of(window: FacilitatorWindow) -> LogPage:
    window.go(Place("meetings", "log"))
    front = window.host.page.front
    assert isinstance(front, LogPage)
    if front.editing:
        front.close_form()
    return front


def meeting(window: FacilitatorWindow, meeting_id: str) -> Meeting:
    return stored(window).named(Meeting, meeting_id)


def write(qtbot: QtBot, field: object, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    qtbot.keyClick(field, Key.Key_Return)


def test_the_form_writes_every_field_of_a_series(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = series_of(window)
    page.add_new()
    made = stored(window).meetings[-1].id
    form = form_of(page, made)
    write(qtbot, form.purpose, "Решаем спорные заявки")
    write(qtbot, form.minutes, "25")
    write(qtbot, form.clock, "9.15")
    write(qtbot, form.first, "04.05.2026")
    write(qtbot, form.chair, "Гущина")
    write(qtbot, form.people.line, "Мельник")
    for point in ("Зависшие", "Спасибо"):
        write(qtbot, form.agenda.lines[-1], point)
    found = meeting(window, made)
    assert (found.purpose, found.duration_min, found.time) == ("Решаем спорные заявки", 25, "09:15")
    assert (found.first_date, found.weekday, found.owner_id) == (date(2026, 5, 4), 0, "P03")
    assert (found.participants, found.agenda) == (("P03", "P10"), ("Зависшие", "Спасибо"))
    qtbot.keyClick(form, Key.Key_Escape)
    assert page.area.cells[made].tile.hasFocus()


def test_points_of_the_agenda_move_and_go_by_key(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = series_of(window)
    form = form_of(page, "M1")
    first, second, third = meeting(window, "M1").agenda
    qtbot.keyClick(form.agenda.lines[1], Key.Key_Up, ALT)
    assert meeting(window, "M1").agenda == (second, first, third)
    form.agenda.lines[0].setFocus()
    form.agenda.lines[0].clear()
    qtbot.keyClick(form.agenda.lines[0], Key.Key_Return)
    assert meeting(window, "M1").agenda == (first, third)
    form.close_form()


def test_a_weekday_moves_the_first_date(window: FacilitatorWindow) -> None:
    before = meeting(window, "M1")
    assert before.first_date is not None and before.first_date.weekday() == 0
    window.bridge.run(change_series(before, weekday=2))
    after = meeting(window, "M1")
    assert (after.weekday, after.first_date) == (2, date(2026, 2, 18))


@pytest.mark.parametrize(("text", "time"), [("9:15", "09:15"), ("9.05", "09:05"), ("14", "14:00"), ("", None)])
def test_a_time_is_read_in_any_way(text: str, time: str | None) -> None:
    assert time_of(text) == time


@pytest.mark.parametrize("text", ["утром", "25:00", "9:70"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ProblemError):
        time_of(text)


def test_the_rhythm_is_said_in_words(window: FacilitatorWindow) -> None:
    view = meetings_view(window.bridge.engagement, ViewContext(window.bridge.as_of))
    said = [rhythm_text(card, Words("ru")).replace("\N{NO-BREAK SPACE}", " ") for card in view.series]
    assert said[0].startswith("каждую неделю, пн")
    assert said[2].startswith("первая среда месяца")


def test_the_load_is_shown_and_a_person_released(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = series_of(window)
    page.area.select("M1")
    bar = page.load.bars["P01"]
    assert "4,2" in bar.accessibleName()
    bar.setFocus()
    qtbot.keyClick(bar, Key.Key_Delete, CONTROL)
    assert "P01" not in meeting(window, "M1").participants
    window.bridge.undo()
    assert "P01" in meeting(window, "M1").participants


def test_too_much_is_said_with_its_sign(window: FacilitatorWindow) -> None:
    page = series_of(window)
    window.bridge.run(change_series(meeting(window, "M1"), duration_min=90))
    view = meetings_view(window.bridge.engagement, ViewContext(window.bridge.as_of))
    assert view.overloaded == 10
    assert "10" in page.load.verdict.text()


def test_a_missing_series_is_offered_and_switched_on(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = series_of(window)
    page.area.select("M2")
    qtbot.keyClick(page.area.cells["M2"].tile, Key.Key_Delete)
    (tile,) = (tile for tile in page.ready.values() if not tile.isHidden())
    tile.setFocus()
    qtbot.keyClick(tile, Key.Key_Return)
    made = stored(window).meetings[-1]
    assert (made.cadence, made.duration_min, made.participants) == (Cadence.BIWEEKLY, 45, ("P01", "P09"))
    assert len(made.agenda) == 3 and made.first_date is not None and made.first_date.weekday() < 5
    window.bridge.undo()
    window.bridge.undo()
    assert [m.id for m in stored(window).meetings] == ["M1", "M2", "M3", "M4"]


def test_a_meeting_is_logged_with_its_decisions_and_rating(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = log_of(window)
    page.which.set_current("M2")
    page.add_new()
    write(qtbot, page.form.decisions.lines[0], "Клиента ведёт Мельник")
    write(qtbot, page.form.decisions.lines[1], "Письмо до пятницы")
    qtbot.keyClick(page.form, Key.Key_Escape)
    qtbot.keyClick(page.table, Key.Key_4)
    (entry,) = stored(window).meeting_log
    assert (entry.meeting_id, entry.date, entry.held, entry.rating) == ("M2", window.bridge.as_of, True, 4)
    assert entry.decisions == ("Клиента ведёт Мельник", "Письмо до пятницы")
    qtbot.keyClick(page.table, Key.Key_Space)
    assert not stored(window).meeting_log[0].held
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert not stored(window).meeting_log


def test_chairs_alternate_between_the_departments(window: FacilitatorWindow) -> None:
    held = [MeetingLog(id=f"M1/{n}", meeting_id="M1", date=date(2026, 3, n), rank=n) for n in (2, 9, 16)]
    window.bridge.run(put_rows(Message("log"), held))
    view = meetings_view(window.bridge.engagement, ViewContext(window.bridge.as_of))
    assert [line.chair.id for line in reversed(view.log) if line.chair] == ["B", "A", "B"]
    card = next(card for card in view.series if card.id == "M1")
    assert card.next_chair is not None and card.next_chair.id == "A"


def test_an_idea_is_a_note_and_becomes_an_action(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = log_of(window)
    page.ideas.note_kind.set_current(NoteKind.OPPORTUNITY.value)
    write(qtbot, page.ideas.entry, "Общий стенд на выставке")
    note = stored(window).notes[-1]
    assert (note.kind, note.text, note.step) == (NoteKind.OPPORTUNITY, "Общий стенд на выставке", "meetings")
    window.bridge.undo()
    assert note.id not in {other.id for other in stored(window).notes}


def test_dates_are_written_for_a_calendar(window: FacilitatorWindow, tmp_path: Path) -> None:
    series_of(window).export_calendar(tmp_path / "dates.ics")
    text = (tmp_path / "dates.ics").read_text(encoding="utf-8")
    assert text.startswith("BEGIN:VCALENDAR") and "FREQ=WEEKLY" in text


@pytest.mark.parametrize("scene", ["meetings.series", "meetings.log"])
def test_the_room_sees_everything_whole(window: FacilitatorWindow, scene: str) -> None:
    entry = MeetingLog(id="M1/1", meeting_id="M1", date=date(2026, 3, 2), decisions=("Решение " * 12,) * 6)
    window.bridge.run(put_rows(Message("log"), [entry]))
    for row_id in (None, "M3", "M1/1"):
        assert not list(faults_of(window, scene, Focus(row_id)))
