"""The start window: recent workshops, search, recovery, an engagement from elsewhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolTip

from tests.demo_files import DEMO, demo_file
from tests.ui.typing import type_text
from ui.application import Application
from ui.start import StartWindow
from ui.start_tile import SearchLine, Tile
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from workshop_app.services.recent import Recent, note_progress
from workshop_app.storage.open_marks import OpenMark, mark_open


@pytest.fixture
def data_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


def shown(program: Application) -> StartWindow:
    start = program.show_start()
    assert isinstance(start, StartWindow)
    QApplication.processEvents()
    return start


def titles(start: StartWindow) -> list[str]:
    return [tile.text() for tile in start.findChildren(Tile) if tile.isVisible() and tile.progress]


def remembered(program: Application, folder: Path, *names: str) -> None:
    for name in names:
        path = demo_file(folder / f"{name}.workshop")
        program.preferences.remember(path)
        note_progress(program.preferences, Recent(path, name, date(2026, 11, 20), 6, 12))


def test_recent_workshops_are_searched_and_taken_off_the_list(program: Application, data_here: Path) -> None:
    remembered(program, data_here, "Склад", "Банк")
    start = shown(program)
    assert titles(start) == ["Банк", "Склад"]
    type_text(start.findChild(SearchLine), "скл")
    assert titles(start) == ["Склад"]
    tile = next(tile for tile in start.findChildren(Tile) if tile.text() == "Склад")
    at = tile.rect().center()
    for text, told in (("Склад", False), ("Акционерное общество «Кабельные сети» и его отделы " * 3, True)):
        tile.setText(text)
        QToolTip.hideText()
        QApplication.sendEvent(tile, QHelpEvent(QEvent.Type.ToolTip, at, tile.mapToGlobal(at)))
        assert (text.strip() in QToolTip.text()) is told
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton, pos=QPoint(tile.width() - 12, 20))
    menu = start.findChild(QMenu)
    assert menu is not None and menu.isVisible() and not program.windows
    menu.actions()[-1].trigger()
    menu.close()
    assert titles(start) == []
    start.close()


def test_a_recovery_note_can_be_put_aside(
    program: Application, data_here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = [mark_open(data_here / "Ритм.workshop")]
    monkeypatch.setattr("ui.start.not_closed", lambda: tuple(marks))
    monkeypatch.setattr(OpenMark, "clear", lambda _mark: marks.clear())
    start = shown(program)
    rescue = start.focusWidget()
    assert isinstance(rescue, Tile) and rescue.text().startswith("Работа с «Ритм» прервалась")
    aside = next(tile for tile in start.findChildren(Tile) if tile.text() == "Не нужно")
    aside.click()
    assert not marks
    assert isinstance(program.start, StartWindow)
    assert not [tile for tile in program.start.findChildren(Tile) if tile.text() == "Не нужно"]
    program.start.close()


def test_an_engagement_becomes_a_workshop_beside_it(program: Application, data_here: Path) -> None:
    source = data_here / "Обмен.json"
    source.write_bytes((DEMO / "engagement_ru.json").read_bytes())
    program.try_open(source)
    (window,) = program.windows
    assert window.bridge.document.file.path == data_here / "Обмен.workshop"
    assert len(window.bridge.engagement.people) == 18
    program.try_open(source)
    assert program.windows[-1].bridge.document.file.path == data_here / "Обмен 2.workshop"


def test_what_is_no_engagement_is_said_in_words(
    program: Application, data_here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(program, "say", lambda error, _ways: said.append(program.words.message(error.message)))
    (data_here / "Не то.json").write_text('{"a": 1}', encoding="utf-8")
    program.try_open(data_here / "Не то.json")
    assert said and not program.windows
    assert [path.name for path in data_here.glob("*.workshop")] == []


def test_the_search_finds_all_that_were_opened_and_the_next_moves_up(program: Application, data_here: Path) -> None:
    names = ["Север", "Юг", "Запад", "Восток", "Центр", "Заречье", "Слобода"]
    remembered(program, data_here, *names)
    start = shown(program)
    latest = list(reversed(names))
    assert titles(start) == latest[:5]
    type_text(start.search, "север")
    assert titles(start) == ["Север"]
    start.search.clear()
    assert titles(start) == latest[:5]
    start._forget(data_here / "Заречье.workshop")
    assert sorted(titles(start)) == sorted([latest[0], *latest[2:6]])
    type_text(start.search, "банк")
    assert titles(start) == [] and [label for label in start.findChildren(QLabel) if "Ничего" in label.text()]
    start.close()


def test_a_damaged_workshop_is_opened_from_its_newest_copy(program: Application, data_here: Path) -> None:
    remembered(program, data_here, "Клиника")
    path = data_here / "Клиника.workshop"
    program.show_file(path).close()
    path.write_bytes(b"xxxx" * 4000)
    start = shown(program)
    program.try_open(path)
    banner = start.findChild(Banner)
    assert banner is not None and banner.isVisible() and "Клиника.workshop" in banner.text.text()
    next(button for button in banner.findChildren(Button) if button.text() == "Открыть последнюю копию").click()
    (window,) = program.windows
    assert window.bridge.document.file.path.name == "Клиника 2.workshop"
    assert len(window.bridge.engagement.people) == 18


def test_a_workshop_that_is_gone_comes_back_from_its_copy_or_goes_off_the_list(
    program: Application, data_here: Path
) -> None:
    remembered(program, data_here, "Клиника", "Лаборатория")
    program.show_file(data_here / "Клиника.workshop").close()
    for name in ("Клиника", "Лаборатория"):
        (data_here / f"{name}.workshop").unlink()
    start = shown(program)
    program.try_open(data_here / "Лаборатория.workshop")
    (forget,) = [b for b in start.findChild(Banner).findChildren(Button) if b.isVisible() and b.text()]
    assert forget.text() == "Убрать из списка"
    forget.click()
    assert isinstance(program.start, StartWindow)
    assert titles(program.start) == ["ООО «Аргонт-Сервис»"]
    program.restore_newest(data_here / "Клиника.workshop")
    assert program.windows[-1].bridge.document.file.path == data_here / "Клиника.workshop"
