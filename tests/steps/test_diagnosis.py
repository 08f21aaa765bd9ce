"""S2 in the real window: a ledger loaded from its file, five numbers, images opened at once, the common problem."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.demo_files import example_file
from tests.room_texts import scene_texts
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.audience.scene import Focus, SceneInput
from ui.audience.scenes.diagnosis import SCENES
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.pages.import_preview.page import ImportPage
from ui.pages.import_preview.preview import Verdict
from ui.steps.diagnosis.images import ImagesPage
from ui.steps.diagnosis.numbers import NumbersPage
from ui.steps.diagnosis.page import DiagnosisPage
from ui.steps.diagnosis.problem import ProblemPage
from workshop_app.domain.message import Message
from workshop_app.domain.model import Department, ImageList, Person
from workshop_app.i18n import Words
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.steps.context import view_context
from workshop_app.steps.diagnosis import STEP
from workshop_app.steps.diagnosis.images import add_card
from workshop_app.steps.diagnosis.operations import state_problem
from workshop_app.steps.diagnosis.view import YearView, diagnosis_view
from workshop_app.steps.diagnosis.wording import months_text

LEDGER = """Номер;Дата;Отдел;Клиент;Услуга;Сумма
1;12.03.2024;ОП-1;ООО «Северный элеватор»;Поверка;100 000
2;05.06.2024;ОП-2;ООО «Светлый завод»;Поверка;200 000
3;12.12.2025;ОП-1;Северный элеватор;Поверка;110 000
4;31.02.2025;ОП-2;Светлый завод;Поверка;88 000
5;20.12.2025;ОП-2;ООО «Северный элеватор»;Выезд;40 000
6;21.12.2025;ОП-2;Северный элеватор2;Выезд;15 000
;;;Итого;;265 000
"""


def sub(window: FacilitatorWindow, name: str) -> object:
    window.go(Place("diagnosis", name))
    page = window.host.page
    assert isinstance(page, DiagnosisPage)
    return page.front


def numbers(window: FacilitatorWindow) -> NumbersPage:
    page = sub(window, "numbers")
    assert isinstance(page, NumbersPage)
    return page


def with_departments(window: FacilitatorWindow) -> None:
    rows = [
        Department(id="A", name="Отдел продаж 1", short="ОП-1", rank=1),
        Department(id="B", name="Отдел продаж 2", short="ОП-2", rank=2),
    ]
    person = Person(id="P01", name="Рябов Антон Евгеньевич", department_id="A")
    window.bridge.run(put_rows(Message("departments"), [*rows, person]))


def test_a_ledger_is_looked_at_and_loaded_in_one_undo_step(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    with_departments(window)
    file = tmp_path / "Реестр.csv"
    file.write_text(LEDGER, encoding="utf-8")
    page = numbers(window)
    assert page.stack.currentIndex() == 1
    page.load_file(file)
    importing = window.findChild(ImportPage)
    qtbot.waitUntil(lambda: importing.preview is not None and not importing.confirm.busy())
    assert importing.preview.ready == 5
    assert importing.confirm.shown() == "Загрузить 5\u00a0строк"
    first = importing.preview.rows[0]
    assert first.verdict is Verdict.FAULT and "31.02.2025" in first.cells
    (question,) = importing.questions.rows
    question.answer.segment("same").click()
    assert not importing.instead.isVisible()
    qtbot.keyClick(importing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.year is not None and page.isVisible())
    year = page.year
    assert year is not None and year.year == 2025
    assert year.figure("shared").part == 1
    assert [line.name for line in page.clients.model.lines] == ["ООО «Северный элеватор»"]
    window.bridge.undo()
    assert page.year is None
    assert window.bridge.document.undo_step is not None
    window.bridge.document.redo()
    path = window.bridge.document.file.path
    window.close()
    again = Document.open(path)
    assert again.ledger_rows.count() == 5
    assert dict(again.engagement.ledger.client_aliases)
    again.close()


@pytest.mark.parametrize(
    ("months", "said"),
    [(None, "До этого года истории нет."), ((Decimal(0),) * 12, "В этом году доп. услуг не было.")],
)
def test_months_without_add_ons_say_why(months: tuple[Decimal, ...] | None, said: str) -> None:
    year = YearView(
        year=2025, full=True, revenue=Decimal(1), rows=1, classes=None, shares=(), months=months, quarter_end_pct=None,
        notable=False, figures=(), shared=(), departments=(),
    )  # fmt: skip
    assert months_text(year, Words("ru")).replace("\N{NO-BREAK SPACE}", " ") == said


def test_a_column_that_is_missing_can_be_named_in_the_head(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    with_departments(window)
    file = tmp_path / "other.csv"
    file.write_text(LEDGER.replace("Сумма", "Тысяч"), encoding="utf-8")
    page = numbers(window)
    page.load_file(file)
    preview = window.findChild(ImportPage)
    qtbot.waitUntil(lambda: preview.preview is not None and not preview.confirm.busy())
    assert preview.preview.plan is None and preview.preview.problem
    assert not preview.confirm.isEnabled()
    box = next(box for box in preview.table.head.boxes if "Тысяч" in box.accessibleName())
    box.picked.emit("amount")
    qtbot.waitUntil(lambda: preview.preview.plan is not None and not preview.confirm.busy())
    assert preview.confirm.isEnabled()


def demo_window(open_window: OpenWindow, tmp_path: Path) -> FacilitatorWindow:
    return open_window(path=example_file(tmp_path / "Demo.workshop"))


def test_a_digit_shows_the_room_one_number_and_its_clients(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = demo_window(open_window, tmp_path)
    page = numbers(window)
    assert page.year is not None and page.year.year == 2025
    assert page.strip.cell("renewal").accessibleName().startswith("продление: 85,3 %")
    qtbot.keyClick(page, Qt.Key.Key_5)
    assert window.room.live.focus.option("figure") == "once"
    assert len(page.clients.model.lines) == 5
    qtbot.keyClick(page, Qt.Key.Key_0)
    assert window.room.live.focus.option("figure") == ""
    assert len(page.clients.model.lines) == 55
    page.years.segment("2024").click()
    assert page.year.year == 2024
    assert window.room.live.focus.option("year") == "2024"
    page.toggle_departments()
    assert [line.id for line in page.by_department.model.lines] == ["A", "B"]
    assert page.clients.title.text() == "Сменили отдел: 4"
    assert {line.sum for line in page.clients.model.lines} <= {"ОП-1 → ОП-2", "ОП-2 → ОП-1"}
    assert len(page.clients.model.lines) == 4
    names = [line.name for line in page.clients.model.lines]
    qtbot.keyClick(page, Qt.Key.Key_6)
    assert window.room.live.scene == "diagnosis.moved"
    shown = repr(window.desk.painter.current()[1])
    assert "Сменили отдел: 4 из" in shown and not any(name in shown for name in names), "numbers, nobody by name"
    qtbot.keyClick(page, Qt.Key.Key_2)
    assert window.room.live.scene == "diagnosis.numbers"
    assert page.clients.title.text().startswith("Доп. услуги: ")
    qtbot.keyClick(page, Qt.Key.Key_T)
    assert page.chart.table_button.isChecked()


def test_images_stay_blind_until_every_department_is_ready(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    with_departments(window)
    page = sub(window, "images")
    assert isinstance(page, ImagesPage)
    entry = page.lists()[0].entry
    entry.setFocus()
    type_text(entry, "Держим сроки")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    type_text(entry, "Рябову пишем трижды")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    boxes = list(page.lists()[0].boxes.values())
    assert [bool(box.hint.text()) for box in boxes] == [False, True]
    window.actions_list.run("room_show")
    assert not window.room.live.focus.revealed
    engagement = window.bridge.engagement
    for department in ("A", "B"):
        for kind in ImageList:
            for number in range(3):
                window.bridge.run(add_card(department, kind, f"Карточка {number}"))
    blind = room_content(window, "diagnosis.images", Focus(None))
    assert "Держим сроки" not in repr(blind)
    window.actions_list.run("room_show")
    assert window.room.live.focus.revealed
    assert "Держим сроки" in repr(room_content(window, "diagnosis.images", window.room.live.focus))
    qtbot.keyClick(entry, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert page.lists()[1].isAncestorOf(page.focusWidget() or page)
    assert engagement is not window.bridge.engagement


def test_cards_are_edited_moved_and_removed_where_they_stand(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = demo_window(open_window, tmp_path)
    page = sub(window, "images")
    assert isinstance(page, ImagesPage)
    first = page.lists()[0]
    ids = list(first.boxes)
    box = first.boxes[ids[0]]
    qtbot.keyClick(box.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert list(first.boxes) == [ids[1], ids[0], ids[2]]
    box.text.setPlainText("Быстро отвечаем")
    box.text.commit()
    assert window.bridge.engagement.image_cards[1].text == "Быстро отвечаем"
    box.cross.click()
    assert list(first.boxes) == [ids[1], ids[2]]
    window.bridge.undo()
    assert list(first.boxes) == [ids[1], ids[0], ids[2]]


def test_the_common_problem_is_accepted_by_every_department(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    with_departments(window)
    page = sub(window, "problem")
    assert isinstance(page, ProblemPage)
    assert not page.ticks["A"].isEnabled()
    page.field.setFocus()
    page.field.setPlainText("Клиент не понимает, кто за него отвечает")
    assert room_content(window, "diagnosis.problem", Focus()).statement == ""
    page.field.commit()
    assert room_content(window, "diagnosis.problem", Focus()).statement.startswith("Клиент не понимает")
    for tick in page.ticks.values():
        tick.click()
    view = diagnosis_view(window.bridge.engagement, window.bridge.view_context)
    assert view.accepted
    window.bridge.run(state_problem(window.bridge.engagement, "Другая фраза"))
    assert not any(tick.isChecked() for tick in page.ticks.values())
    page.field.setFocus()
    page.field.setPlainText("Наша общая проблема в том, что груз стоит, пока мы ищем бумаги")
    page.field.commit()
    said = "Груз стоит, пока мы ищем бумаги"
    assert (page.field.toPlainText(), room_content(window, "diagnosis.problem", Focus()).statement) == (said, said)


def test_the_demo_is_done_and_the_numbers_are_exact(tmp_path: Path) -> None:
    document = Document.open(example_file(tmp_path / "Demo.workshop"))
    context = view_context(document, date(2026, 4, 20))
    assert all(item.done for item in STEP.done_when(document.engagement, context))
    view = diagnosis_view(document.engagement, context)
    year = view.year(None)
    assert year is not None and year.classes is not None
    assert sum(year.classes) == year.revenue
    assert [len(line.clients) for line in year.figures] == [line.part for line in year.figures]
    assert view.years[0].classes is None
    document.close()


def test_scenes_fit_every_screen_shape(open_window: OpenWindow, tmp_path: Path) -> None:
    window = demo_window(open_window, tmp_path)
    for scene in SCENES:
        for size in ((1920, 1080), (1024, 768), (768, 1024)):
            for focus in (Focus(revealed=True), Focus(options=(("figure", "addon"),))):
                assert scene_texts(scene, room_content(window, scene.id, focus), size)


def room_content(window: FacilitatorWindow, scene_id: str, focus: Focus) -> object:
    scene = next(scene for scene in SCENES if scene.id == scene_id)
    bridge = window.bridge
    return scene.content(SceneInput(bridge.engagement, bridge.view_context, Words("ru"), focus))


def test_the_value_of_a_month_stands_above_the_bars_beside_it(qtbot: QtBot) -> None:
    from ui.audience.canvas import Canvas
    from ui.audience.scenes.diagnosis import MonthContent, NumbersContent

    scene = next(scene for scene in SCENES if scene.id == "diagnosis.numbers")
    high = [0.1] * 12
    high[8], high[9] = 0.4, 1.0
    months = tuple(MonthContent(f"м{at}", "1 415,5", height, at in (2, 5, 8, 11)) for at, height in enumerate(high))
    content = NumbersContent("Что нас кормит?", (), False, "Доп. услуги", months, "", "тыс. ₽", "", "2025")
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, QSizeF(1920, 1080))
    canvas.begin()
    scene.paint(canvas, content, 0)
    canvas.end()
    painter.end()
    values = [text.box for text in canvas.texts if text.text == "1 415,5"]
    assert len(values) == 4
    assert values[2].bottom() < min(values[1].bottom(), values[3].bottom()), "wider than its column: above October"
