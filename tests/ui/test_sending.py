"""What leaves the workshop from the window's menu: a copy for others, charts as pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ui.dialogs.send_copy import SendCopyPanel
from ui.main_window import FacilitatorWindow
from workshop_app.services.document import Document


def panel_of(window: FacilitatorWindow) -> SendCopyPanel:
    window.commands.file_wanted.emit("send")
    panel = window.frame.findChild(SendCopyPanel)
    assert panel is not None and panel.isVisible()
    return panel


def said_by(window: FacilitatorWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(window, "toast", lambda text, *_more: said.append(text))
    return said


def test_a_copy_without_names_is_saved_by_keys(
    window: FacilitatorWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "Другим.workshop"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    said = said_by(window, monkeypatch)
    panel = panel_of(window)
    assert panel.focusWidget() is panel.bonuses
    qtbot.keyClick(panel.names, Qt.Key.Key_Space)
    panel.choose_place()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Копия сохранена: Другим.workshop"] and not window.files.panel
    copy = Document.open(target)
    assert copy.engagement.people[0].name == "Сотрудник\u00a01" and copy.engagement.target_bonuses
    assert not copy.engagement.survey_responses
    copy.close()


def test_esc_stops_a_copy_and_leaves_nothing(
    window: FacilitatorWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = said_by(window, monkeypatch)
    panel = panel_of(window)
    panel.write_to(tmp_path / "Никому.workshop")
    qtbot.keyClick(panel.save_button, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Остановлено: копии нет."] and panel.isVisible()
    assert list(tmp_path.glob("Никому*")) == []
    panel.leave()
    assert not window.files.panel


def test_the_workshop_itself_is_never_written_over(
    window: FacilitatorWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems: list[object] = []
    monkeypatch.setattr(window, "problem", problems.append)
    panel = panel_of(window)
    before = window.bridge.document.file.path.read_bytes()
    panel.write_to(window.bridge.document.file.path)
    qtbot.waitUntil(lambda: bool(problems))
    assert panel.isVisible()
    assert window.bridge.document.file.path.read_bytes() == before


def test_all_charts_are_saved_in_the_background(
    window: FacilitatorWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Картинки"
    folder.mkdir()
    choice = (str(folder / "План"), "Все диаграммы векторами (*.svg)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: choice)
    said = said_by(window, monkeypatch)
    window.commands.file_wanted.emit("export")
    qtbot.waitUntil(lambda: bool(said))
    written = sorted(path.name for path in folder.iterdir())
    assert "План-goals.svg" in written and "План-indicator-I01.svg" in written
    assert said[0].startswith(f"{len(written)}\u00a0диаграмм") and "«Картинки»" in said[0]
