"""What is private freezes the room by itself; the room never shows a picture of what was there before."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.typing import type_text
from ui.audience.canvas import Canvas
from ui.audience.room import RoomState
from ui.audience.scene import Focus
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.audit.collect import CollectPage
from ui.steps.diagnosis.images import ImagesPage
from ui.steps.goals.competence import CompetencePage
from ui.steps.goals.goal_list import GoalListPage
from workshop_app.domain.message import Message
from workshop_app.services.operations import change_row
from workshop_app.steps.goals.operations import clear_votes

Typing = Callable[[FacilitatorWindow, QtBot], None]


def front(window: FacilitatorWindow, place: Place) -> object:
    window.go(place)
    QApplication.processEvents()
    page = window.host.page
    assert page is not None
    return getattr(page, "front", page)


def type_list(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = front(window, Place("audit", "collect"))
    assert isinstance(page, CollectPage)
    type_text(page.columns[0].entry.text, "Тайная")


def type_image(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = front(window, Place("diagnosis", "images"))
    assert isinstance(page, ImagesPage)
    entry = page.lists()[0].entry
    assert isinstance(entry, QLineEdit)
    type_text(entry, "Тайная")


def vote(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = front(window, Place("goals", "competence"))
    assert isinstance(page, CompetencePage)
    page.set_revealed(False)
    candidate = window.bridge.engagement.competences[0]
    window.bridge.run(clear_votes(candidate, "K3"))
    page.grid.choose(3, page.model.column_of(candidate.id))
    qtbot.keyClick(page.table, Qt.Key.Key_2)


def raise_fingers(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = front(window, Place("goals", "goals"))
    assert isinstance(page, GoalListPage)
    form = next(iter(page.cells.values())).open_form()
    type_text(form.confidence, "4")


@pytest.mark.parametrize("typing", [type_list, type_image, vote, raise_fingers], ids=lambda typing: typing.__name__)
def test_private_typing_freezes_the_room_and_says_so(window: FacilitatorWindow, qtbot: QtBot, typing: Typing) -> None:
    said: list[str] = []
    window.room.guarded.connect(said.append)
    typing(window, qtbot)
    assert window.room.state is RoomState.FREEZE
    assert len(said) == 1 and "F5" in said[0]
    assert said[0] in window.messages.toast_frame.text.text()
    window.actions_list.run("room_show")
    assert window.room.state is RoomState.SHOW
    assert not window.room.live.focus.revealed


def test_after_another_page_private_typing_freezes_again(window: FacilitatorWindow, qtbot: QtBot) -> None:
    vote(window, qtbot)
    window.actions_list.run("room_show")
    qtbot.keyClick(front(window, Place("goals", "competence")).table, Qt.Key.Key_1)
    assert window.room.state is RoomState.SHOW, "shown on purpose: it stays"
    window.go(Place("plan"))
    vote(window, qtbot)
    assert window.room.state is RoomState.FREEZE


@pytest.fixture
def projected(window: FacilitatorWindow) -> Iterator[Callable[[], QImage]]:
    """What stands on the room's screen, after what waited to be painted has been painted."""
    window.go(Place("audit", "overlay"))
    window.audience.show()
    screen = window.audience.window
    assert screen is not None
    screen.set_full_screen(False)
    screen.resize(640, 360)
    QApplication.processEvents()

    def shown() -> QImage:
        QApplication.processEvents()
        return screen.grab().toImage()

    yield shown
    window.audience.hide()


def test_a_change_of_scene_leaves_nothing_of_the_scene_before(
    window: FacilitatorWindow, projected: Callable[[], QImage]
) -> None:
    seen: dict[str, QImage] = {}
    places = ("audit", "goals", "plan", "roles", "prepare")
    for step in (*places, *reversed(places)):
        window.go(Place(step))
        image = projected()
        assert seen.setdefault(step, image) == image, step
    assert len({image.cacheKey() for image in seen.values()}) == len(places)
    assert all(a == b or seen[a] != seen[b] for a in places for b in places)


def test_the_first_frame_after_a_switch_is_the_new_scene_and_no_frame_goes_back(
    window: FacilitatorWindow, projected: Callable[[], QImage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Real paint events of both pictures, not grabs: what they painted since the last change, frame by frame."""
    frames: list[str] = []
    painter = window.desk.painter
    paint = painter.paint

    def watched(brush: QPainter, size: QSizeF, zoom: float = 1.0) -> Canvas:
        frames.append(painter.current()[0].scene)
        return paint(brush, size, zoom)

    monkeypatch.setattr(painter, "paint", watched)
    room = window.room
    moves: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: window.go(Place("goals")), "goals.competence"),
        (lambda: window.go(Place("plan")), "plan.actions"),
        (room.freeze, "plan.actions"),
        (lambda: window.go(Place("roles")), "plan.actions"),
        (room.show, "roles.matrix"),
        (room.blank, "blank"),
        (lambda: window.go(Place("audit", "overlay")), "blank"),
        (lambda: room.put("thanks"), "thanks"),
        (lambda: window.go(Place("goals", "goals")), "thanks"),
        (room.show, "goals.goals"),
    )
    for move, scene in moves:
        frames.clear()
        move()
        QApplication.processEvents()
        assert frames and set(frames) == {scene}, scene
    frames.clear()
    window.bridge.run(change_row(Message("x"), window.bridge.engagement.goals[0], title="Новая цель"))
    QApplication.processEvents()
    assert "goals.goals" in frames, "a change is painted by itself"


def test_blank_comes_and_goes_without_a_flash_of_old_content(
    window: FacilitatorWindow, projected: Callable[[], QImage]
) -> None:
    window.room.blank()
    blank = projected()
    painted: list[str] = []
    window.desk.painter.changed.connect(lambda: painted.append(window.desk.painter.current()[0].scene))
    window.go(Place("plan"))
    assert projected() == blank
    window.room.show()
    assert "audit.overlay" not in painted
    window.room.blank()
    assert painted[-1] == "blank" and projected() == blank


def test_show_on_command_keeps_the_old_scene_until_f5(
    window: FacilitatorWindow, projected: Callable[[], QImage]
) -> None:
    window.room.on_command = True
    before = projected()
    window.go(Place("plan"))
    assert projected() == before
    assert window.room.following.scene != window.room.live.scene == "audit.overlay"
    window.actions_list.run("room_show")
    assert projected() != before
    assert window.room.live.scene == window.room.following.scene


def test_the_amount_of_a_deal_stands_in_the_room_only_on_purpose(window: FacilitatorWindow) -> None:
    page = front(window, Place("rewards", "test"))
    live = window.room.live
    assert live.scene == "rewards.test" and live.focus != Focus()
    assert "₽" not in repr(window.desk.painter.current())
    page.toggle_amounts()
    assert "₽" in repr(window.desk.painter.current())
    page.toggle_amounts()
    assert "₽" not in repr(window.desk.painter.current())
