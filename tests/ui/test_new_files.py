"""New files: names with dots, files that are there or open already, copies that go on where the file is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.demo_files import demo_file
from tests.ui.conftest import OpenWindow
from ui.application import Application
from ui.main_window import FacilitatorWindow
from ui.widgets.buttons import Button
from workshop_app.services.document import Document
from workshop_app.storage.errors import ReadOnlyFile


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, str]:
    """What the dialog for a new file answers."""
    given = {"name": ""}
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / given["name"]), ""))
    return given


def write_down(window: FacilitatorWindow, text: str) -> None:
    window.quick_add.line.setText(text)
    window.quick_add.record()


def test_a_name_with_a_date_in_it_is_kept_and_writes_over_nothing(
    program: Application, tmp_path: Path, answer: dict[str, str]
) -> None:
    answer["name"] = "Клиника 12.05"
    for expected in ("Клиника 12.05.workshop", "Клиника 12.05 2.workshop"):
        program.ask_new("blank")
        assert program.windows[-1].bridge.document.file.path == tmp_path / expected
    assert {path.name for path in tmp_path.glob("*.workshop")} == {"Клиника 12.05.workshop", "Клиника 12.05 2.workshop"}


def test_a_workshop_that_is_open_is_not_written_over(
    open_window: OpenWindow,
    program: Application,
    tmp_path: Path,
    answer: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(program, "say", lambda error: said.append(program.words.message(error.message)))
    window = open_window()
    write_down(window, "Стерилизация раз в час")
    answer["name"] = "Test.workshop"
    program.ask_new("blank")
    assert said == ["Файл «Test.workshop» уже есть. Выберите другое имя."]
    window.actions_list.run("copy")
    assert "уже есть" in window.messages.banner.text.text()
    write_down(window, "И после этого")
    window.close()
    kept = Document.open(tmp_path / "Test.workshop")
    assert [note.text for note in kept.engagement.notes] == ["Стерилизация раз в час", "И после этого"]
    kept.close()


def test_a_workshop_that_is_open_comes_to_the_front_instead_of_a_second_window(
    open_window: OpenWindow, program: Application, tmp_path: Path
) -> None:
    window = open_window()
    assert program.show_file(tmp_path / "Test.workshop") is window
    assert program.windows == [window]


def test_where_the_file_is_gone_the_work_goes_on_in_the_copy(
    open_window: OpenWindow, program: Application, tmp_path: Path, answer: dict[str, str], qtbot: QtBot
) -> None:
    window = open_window()
    write_down(window, "До того")
    (tmp_path / "Test.workshop").rename(tmp_path / "Унесли.workshop")
    write_down(window, "Не записано")
    assert window.saved.failure is not None
    answer["name"] = "Спасено.workshop"
    window.actions_list.run("copy")
    (following,) = program.windows
    assert following is not window and following.bridge.document.file.path.name == "Спасено.workshop"
    write_down(following, "После того")
    assert following.saved.failure is None
    assert [note.text for note in following.bridge.engagement.notes] == ["До того", "После того"]


def test_a_second_folder_for_copies_works_from_the_moment_it_is_chosen(
    open_window: OpenWindow, program: Application, tmp_path: Path
) -> None:
    window = open_window()
    window.actions_list.run("preferences")
    panel = window.files.panel  # type: ignore[union-attr]
    folder = tmp_path / "Флешка"
    panel.folder.setText(str(folder))
    panel.folder.editingFinished.emit()
    first = set(folder.rglob("*.workshop"))
    assert len(first) == 1
    program.begin(tmp_path / "Другая.workshop", "blank")
    assert len(set(folder.rglob("*.workshop")) - first) == 1


def test_a_workshop_in_a_folder_that_takes_no_changes_goes_on_in_its_copy(
    program: Application, tmp_path: Path, answer: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = demo_file(tmp_path / "Флешка.workshop")

    def refuse(document: Path) -> None:
        raise ReadOnlyFile(document)

    with monkeypatch.context() as patched:
        patched.setattr("workshop_app.services.opening.acquire", refuse)
        window = program.show_file(path)
    assert window.bridge.document.read_only
    answer["name"] = "Копия.workshop"
    (link,) = [b for b in window.messages.banner.findChildren(Button) if b.isVisibleTo(window) and b.text()]
    link.click()
    (following,) = program.windows
    assert following.bridge.document.file.path.name == "Копия.workshop" and not following.bridge.document.read_only
    assert "Копия.workshop" in following.messages.toast_frame.text.text()
