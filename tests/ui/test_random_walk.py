"""Random walks through the real window: no exception, no Qt warning, and window, model and file tell the same."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.demo_files import example_file
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.models.table import TableModel
from ui.pages.base import Place
from workshop_app.services.document import Document
from workshop_app.steps import STEPS

SEEDS, EVENTS, COMPARED_EVERY = 20, 300, 25
PLACES = [Place(step.id, sub.id if sub else None) for step in STEPS for sub in (step.sub_steps or (None,))]
KEYS = (
    Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Insert,
    Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_Space, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_0, Qt.Key.Key_1,
    Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_K,
)  # fmt: skip
CHORDS = (
    (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier), (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier),
)  # fmt: skip
TEXTS = ("Звонки", "12,5", "x", "2026-03-01", "Ирина", "Очень длинная строка " * 9, "<b>жирный</b>", "{{ x }}", "ﷺ")
PASTED = (
    "Подготовка КП\tИрина\t4\nСверка счетов\t\t2,5\n\nОтчёт\tАнна\tмного\n", "", "\n\n\n", "\t\t\t\n\t\t",
    "1e400", "NaN\t-0",
    "2026-02-30\t31.12.2026\t1/2/3", "=1+1\t#ССЫЛКА!\t«ёлки»", "x" * 5000, "\u202eabc\x00def", "Ирина\r\nПётр\rАнна",
    "😀👨‍👩‍👧\tﷺ\t\u200b", "R\tA\tC\tI\nО\tИ\tК\tУ", "100%\t-5\t1 000 000,50 ₽", "a\tb\tc\td\te\tf\tg\n" * 30,
)  # fmt: skip
LEFT_OUT = ("close", "quit", "open", "copy", "export", "import", "print", "new", "next_year")
"""Actions and buttons that leave the window or ask the system for a file."""


class Walk:
    """One seed's events; ``trail`` tells what was done."""

    def __init__(self, window: FacilitatorWindow, seed: int) -> None:
        self.window = window
        self.chance = random.Random(seed)
        self.trail: list[str] = []
        self.events: tuple[tuple[int, Callable[[], object]], ...] = (
            (30, self.press), (14, self.chord), (14, self.type), (16, self.click), (10, self.choose_row), (7, self.go),
            (5, self.undo), (2, self.turn_language), (1, self.turn_theme), (1, self.resize), (3, self.run_action),
            (3, self.press_mouse_anywhere), (3, self.ask_for_menu), (1, self.storm), (1, self.scale),
        )  # fmt: skip

    def step(self) -> None:
        """One event of any kind."""
        kinds = [event for weight, event in self.events for _ in range(weight)]
        if QApplication.focusWidget() is None:  # what was in front is closed: the keys come back to the window
            self.window.activateWindow()
            QApplication.processEvents()
        self.chance.choice(kinds)()
        QApplication.processEvents()

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def _note(self, text: str) -> None:
        self.trail.append(text)

    def press(self) -> None:
        key = self.chance.choice(KEYS)
        self._note(f"key {key.name} in {type(self._target()).__name__}")
        QTest.keyClick(self._target(), key)

    def chord(self) -> None:
        key, modifier = self.chance.choice(CHORDS)
        self._note(f"{modifier.name}+{key.name} in {type(self._target()).__name__}")
        QApplication.clipboard().setText(self.chance.choice(PASTED))
        QTest.keyClick(self._target(), key, modifier)

    def type(self) -> None:
        target = self._target()
        if isinstance(target, QLineEdit | QPlainTextEdit | QAbstractItemView):
            text = self.chance.choice(TEXTS)
            self._note(f"type {text[:20]!r} in {type(target).__name__}")
            type_text(target, text)

    def click(self) -> None:
        buttons = [
            found
            for found in self.window.findChildren(QAbstractButton)
            if found.isVisible() and found.isEnabled() and not self._leaves(found)
        ]
        if buttons:
            button = self.chance.choice(buttons)
            self._note(f"click {button.text() or button.accessibleName()!r}")
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _leaves(self, button: QAbstractButton) -> bool:
        said = f"{button.text()} {button.accessibleName()} {button.objectName()} {button.toolTip()}".casefold()
        return any(word in said for word in ("…", "...", "pdf", "excel", "файл", "file"))

    def choose_row(self) -> None:
        views = [v for v in self.window.findChildren(QAbstractItemView) if v.isVisible() and v.model() is not None]
        if not views:
            return
        view = self.chance.choice(views)
        count = view.model().rowCount()
        if count:
            index = view.model().index(self.chance.randrange(count), 0)
            self._note(f"row {index.row()} of {type(view).__name__}")
            view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            where = view.visualRect(index).center() if index.isValid() else QPoint(5, 5)
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)

    def go(self) -> None:
        place = self.chance.choice(PLACES)
        self._note(f"go {place.step}.{place.sub_step}")
        self.window.go(place)

    def undo(self) -> None:
        bridge = self.window.bridge
        for _ in range(self.chance.randrange(1, 6)):
            self.chance.choice((bridge.undo, bridge.undo, bridge.redo))()
        self._note("undo and redo")

    def turn_language(self) -> None:
        from workshop_app.i18n import Words

        self._note("language")
        self.window.set_words(Words("en" if self.window.words.language == "ru" else "ru"))

    def turn_theme(self) -> None:
        self._note("theme")
        self.window.theme.toggle()

    def resize(self) -> None:
        self._note("size")
        self.window.resize(*self.chance.choice(((1280, 640), (1366, 768), (1920, 1080))))

    def _somewhere(self) -> tuple[QWidget, QPoint]:
        """Any point of any part that can be seen."""
        parts = [part for part in self.window.findChildren(QWidget) if part.isVisible() and not part.size().isEmpty()]
        part = self.chance.choice(parts)
        while isinstance(part, QAbstractButton) and self._leaves(part):
            part = self.chance.choice(parts)
        return part, QPoint(self.chance.randrange(part.width()), self.chance.randrange(part.height()))

    def press_mouse_anywhere(self) -> None:
        part, point = self._somewhere()
        self._note(f"double click in {type(part).__name__} of {type(part.parent()).__name__}")
        QTest.mouseDClick(part, Qt.MouseButton.LeftButton, pos=point)

    def ask_for_menu(self) -> None:
        part, point = self._somewhere()
        self._note(f"menu in {type(part).__name__} of {type(part.parent()).__name__}")
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(part, QContextMenuEvent(reason, point, part.mapToGlobal(point)))

    def storm(self) -> None:
        """Back a long way, and some of it again."""
        self._note("storm of undo and redo")
        for turn in (self.window.bridge.undo, self.window.bridge.redo):
            for _ in range(self.chance.randrange(5, 40)):
                turn()

    def scale(self) -> None:
        self._note("size of the interface")
        self.window.theme.choose(size=self.chance.choice((100, 115, 130)))

    def run_action(self) -> None:
        actions = [a for a in self.window.actions_list.all() if not any(word in a.id for word in LEFT_OUT)]
        action = self.chance.choice(actions)
        self._note(f"action {action.id}")
        self.window.actions_list.run(action.id)


def close_what_opened() -> None:
    """Menus and dialogs that wait for a person are put away."""
    popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
    if popup is not None:
        popup.close()
    if isinstance(dialog, QDialog):
        dialog.reject()


def lines_shown(window: FacilitatorWindow) -> list[tuple[object, ...]]:
    """What the tables of the page in front show."""
    page = window.host.page
    assert page is not None
    views = [view for view in page.findChildren(QAbstractItemView) if view.isVisible()]
    return [tuple(model.lines) for view in views if isinstance(model := view.model(), TableModel)]


def compare(window: FacilitatorWindow, walk: Walk) -> None:
    """The file holds what the model holds, and the page shows what it would show if it were made anew."""
    told = "\n".join(walk.trail[-30:])
    document = window.bridge.document
    again = Document.open(document.file.path, read_only=True)
    stored = list(again.engagement.all_rows())
    again.close()
    assert stored == list(document.engagement.all_rows()), told
    page = window.host.page
    assert page is not None
    shown = lines_shown(window)
    page.refresh(None)
    assert lines_shown(window) == shown, told


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example_file(tmp_path_factory.mktemp("walk") / "Example.workshop")


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The system's own dialogs answer "cancel"; everything else that opens is closed."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_args, **_more: ("", "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_args, **_more: ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda _url: True))
    timer = QTimer(interval=20)
    timer.timeout.connect(close_what_opened)
    timer.start()
    yield
    timer.stop()


@pytest.mark.slow
@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_random_walk_breaks_nothing(
    open_window: OpenWindow, example: Path, tmp_path: Path, qtbot: QtBot, seed: int
) -> None:
    path = tmp_path / "Walk.workshop"
    if seed % 4 != 3:
        shutil.copy(example, path)
    window = open_window(path=path) if path.exists() else open_window()
    walk = Walk(window, seed)
    for number in range(EVENTS):
        walk.step()
        if not window.isVisible():
            pytest.fail("the window is gone:\n" + "\n".join(walk.trail[-10:]))
        if number % COMPARED_EVERY == COMPARED_EVERY - 1:
            compare(window, walk)
    assert len(walk.trail) > EVENTS // 2
