"""Printing as a person does it: choose, look, search, save, and what happens when the place can't be written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.reports.pdf import words
from tests.ui.conftest import OpenWindow
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.plan.print_page import PrintPage
from ui.steps.plan.printing.choice import PrintChoice


@pytest.fixture
def page(window: FacilitatorWindow, qtbot: QtBot) -> PrintPage:
    return printing(window, qtbot)


def printing(window: FacilitatorWindow, qtbot: QtBot, row: str | None = None) -> PrintPage:
    window.go(Place("plan", "print", None, row))
    front = window.host.page.front
    assert isinstance(front, PrintPage)
    built(front, qtbot)
    return front


def built(page: PrintPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.builder.busy)


def text_of(path: Path | None) -> str:
    assert path is not None
    return " ".join(words(path))


def test_the_plan_is_there_with_its_pages_and_the_next_document_comes_by_the_arrow(
    page: PrintPage, qtbot: QtBot
) -> None:
    assert page.document() == "action-plan" and page.preview.pages() == 3
    assert page.preview.number.text() == "стр. 1 из 3" and page.preview.thumbs.count() == 3
    qtbot.keyClick(page.documents, Qt.Key.Key_PageDown)
    assert page.preview.number.text() == "стр. 2 из 3"
    qtbot.keyClick(page.documents, Qt.Key.Key_Down)
    built(page, qtbot)
    assert page.document() == "raci" and page.preview.pages() == 1


def test_a_word_is_found_in_the_pages(page: PrintPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.documents, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    page.preview.field.setText("Подписи")
    qtbot.waitUntil(lambda: page.preview.hits.text().startswith("найдено"))
    qtbot.keyClick(page.preview.field, Qt.Key.Key_Return)
    assert page.preview.number.text() == "стр. 3 из 3"
    page.preview.field.setText("нетакогослова")
    qtbot.waitUntil(lambda: page.preview.hits.text() == "не найдено")


def test_language_paper_and_parts_are_a_persons_choice(page: PrintPage, qtbot: QtBot) -> None:
    page.choose("full-report")
    built(page, qtbot)
    whole = page.preview.pages()
    for name, box in page.options._parts:
        box.setChecked(name == "training")
    page.options.language.set_current("en")
    page.options.paper.set_current("letter")
    page.rebuild()
    built(page, qtbot)
    reader = PdfReader(page.builder.shown)
    assert round(float(reader.pages[0].mediabox.width)) == 612
    text = text_of(page.builder.shown)
    assert "Training" in text and "Rewards and recognition" not in text and len(reader.pages) < whole
    page.choose("action-plan")
    built(page, qtbot)
    assert page.choice().sections is None


def test_only_the_matrix_is_offered_on_a3(page: PrintPage, qtbot: QtBot) -> None:
    assert [page.options.paper.itemText(i) for i in range(page.options.paper.count())] == ["A4", "Letter"]
    page.choose("raci")
    built(page, qtbot)
    assert page.options.paper.count() == 3


def test_buttons_elsewhere_open_their_document(window: FacilitatorWindow, qtbot: QtBot) -> None:
    window.go(Place("prepare", "agenda"))
    assert printing(window, qtbot, "invitation").document() == "invitation"
    page = printing(window, qtbot, "role-card/P03")
    assert page.document() == "role-card" and "Гущина Марина Сергеевна" in text_of(page.builder.shown)
    assert page.preview.pages() == 1


def test_saved_is_the_document_that_is_chosen_now(
    page: PrintPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "matrix"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    page.choose("raci")
    page.save()
    qtbot.waitUntil(lambda: (tmp_path / "matrix.pdf").exists())
    built(page, qtbot)
    assert "Матрица RACI" in text_of(tmp_path / "matrix.pdf") and "Сохранено" in page.banner.text.text()


def test_ticked_documents_are_saved_together_and_sheets_one_for_each_person(
    page: PrintPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path / "out"))
    (tmp_path / "out").mkdir()
    for name in ("raci", "role-card"):
        page.choose(name)
        qtbot.keyClick(page.documents, Qt.Key.Key_Space)
    page.options.separate.setChecked(True)
    assert page.documents.chosen() == ["raci", "role-card"] and page.save_button.shown() == "Сохранить 2…"
    built(page, qtbot)
    page.save()
    built(page, qtbot)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(names) == 18 and "Test – Карточка роли – Гущина Марина Сергеевна.pdf" in names
    assert "Test – Матрица RACI.pdf" in names


def test_files_on_their_way_are_not_stopped_by_looking_at_another_document(
    page: PrintPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path))
    page.choose("handout")
    page.options.separate.setChecked(True)
    built(page, qtbot)
    page.save()
    page.choose("raci")
    qtbot.waitUntil(lambda: "Сохранено" in page.banner.text.text(), timeout=60_000)
    built(page, qtbot)
    names = {path.stem for path in tmp_path.glob("*.pdf")}
    assert len(names) == 18 and any("Старцева" in name for name in names), "who came from outside gets a sheet too"
    assert page.preview.pages() == 1, "the matrix follows"


def broken(error: int) -> Callable[..., object]:
    def fail(*_arguments: object, **_more: object) -> object:
        raise OSError(error, os.strerror(error))

    return fail


@pytest.mark.parametrize(
    ("error", "said"),
    [(errno.ENOSPC, "на диске нет места"), (errno.EACCES, "открыт в другой программе"), (errno.EIO, "plan.pdf")],
)
def test_a_place_that_cannot_be_written_is_said_and_another_one_offered(
    page: PrintPage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: int,
    said: str,
) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"the old one")
    with monkeypatch.context() as patched:
        patched.setattr("workshop_app.exchange.whole_file.os.fsync", broken(error))
        page.save_to(target)
        built(page, qtbot)
    assert said in page.banner.text.text() and target.read_bytes() == b"the old one"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "other.pdf"), ""))
    offered = [page.banner._actions.itemAt(at).widget() for at in range(page.banner._actions.count())]
    qtbot.mouseClick(offered[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (tmp_path / "other.pdf").exists())
    built(page, qtbot)


def test_a_folder_that_is_gone_is_said(page: PrintPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.save_to(tmp_path / "gone" / "plan.pdf")
    built(page, qtbot)
    assert "папки" in page.banner.text.text() and page.banner.isVisibleTo(page)


def test_escape_stops_the_work_and_then_goes_back(page: PrintPage, qtbot: QtBot) -> None:
    before = page.builder.shown
    page.choose("full-report")
    assert page.builder.busy
    qtbot.keyClick(page.documents, Qt.Key.Key_Escape)
    built(page, qtbot)
    assert page.builder.shown == before and "Остановлено" in page.banner.text.text()
    qtbot.keyClick(page.documents, Qt.Key.Key_Escape)
    assert page.page.current_place().sub_step == "actions"


def test_many_wishes_at_once_end_with_the_last_one(page: PrintPage, qtbot: QtBot) -> None:
    for name in ("full-report", "audit", "handout", "goals"):
        page.choose(name)
    built(page, qtbot)
    assert page.builder.choice == PrintChoice("goals") and not page.banner.isVisibleTo(page)


def test_the_companys_look_is_kept_in_the_file_and_as_the_persons_default(
    page: PrintPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.edit_look()
    panel = page._look
    assert panel is not None
    panel.colour.setText("7cb342x")
    panel.colour.commit()
    assert "не цвет" in panel.message.text() and page.page.engagement.settings.brand_accent is None
    panel.colour.setText("#d2b4ff")
    panel.colour.commit()
    assert page.page.engagement.settings.brand_accent == "#D2B4FF" and "темнее" in panel.said.text()
    picture = tmp_path / "logo.png"
    Image.new("RGBA", (4000, 900), "#D2B4FF").save(picture)
    panel.take_logo(picture)
    assert 0 < len(page.page.engagement.settings.brand_logo or "") < 200_000
    picture.write_bytes(b"not a picture")
    panel.take_logo(picture)
    assert "Логотип не читается" in panel.message.text()
    panel._keep_default()
    built(page, qtbot)
    kept = page.context.preferences.settings
    assert (kept.brand_name, kept.brand_accent) == ("ООО «Аргонт-Сервис»", "#D2B4FF")


def test_an_empty_workshop_can_be_printed(open_window: OpenWindow, qtbot: QtBot) -> None:
    page = printing(open_window(), qtbot, "full-report")
    assert page.preview.pages() > 2 and not page.banner.isVisibleTo(page)
