"""A screen that stands upright: little to show stands in its middle, a full page fills it, the foot stays below."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.demo_files import demo_file
from ui.audience.canvas import Canvas
from ui.audience.painting import RoomPainter
from ui.audience.room import Room
from ui.audience.scene import Focus
from ui.bridge import DocumentBridge
from ui.theme.service import load_fonts
from workshop_app.i18n import Words
from workshop_app.services.document import Document

UPRIGHT, WIDE = (1080, 1920), (1920, 1080)


@pytest.fixture(scope="module")
def shown(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> RoomPainter:
    load_fonts()
    document = Document.open(demo_file(tmp_path_factory.mktemp("tall") / "Demo.workshop", "ru"))
    return RoomPainter(Room(), DocumentBridge(document), Words("ru"))


def painted(shown: RoomPainter, scene: str, size: tuple[int, int], zoom: float = 1.0) -> Canvas:
    shown.room.put(scene, Focus(revealed=True))
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = shown.paint(painter, QSizeF(*size), zoom)
    painter.end()
    return canvas


@pytest.mark.parametrize("scene", ["cooperation.handoffs", "plan.signing", "rewards.recognition", "diagnosis.problem"])
def test_a_page_with_little_on_it_stands_in_the_middle_of_an_upright_screen(shown: RoomPainter, scene: str) -> None:
    canvas = painted(shown, scene, UPRIGHT)
    places = [text.place for text in canvas.texts]
    body = [place for place in places if place.bottom() < canvas.bottom]
    above, below = min(place.top() for place in body), canvas.bottom - max(place.bottom() for place in body)
    assert above > canvas.height * 0.15 and 0.5 * above < below < 2.5 * above
    assert max(place.bottom() for place in places) <= canvas.height
    first = painted(shown, scene, WIDE).texts[0].place
    assert first.top() < 160, "a wide screen begins at the top"


def test_a_full_page_begins_at_the_top_of_an_upright_screen(shown: RoomPainter) -> None:
    for scene in ("plan.actions", "audit.collect", "decided"):
        assert painted(shown, scene, UPRIGHT).texts[0].place.top() < 160


def test_the_foot_of_an_upright_screen_stays_at_its_bottom(shown: RoomPainter) -> None:
    canvas = painted(shown, "cooperation.projects", UPRIGHT)
    page = canvas.texts[-1]
    assert page.text.replace("\N{NO-BREAK SPACE}", " ").startswith("1 из") and canvas.texts[0].place.top() > 300
    assert page.box.top() > canvas.bottom - 10 and page.box.bottom() < canvas.height
