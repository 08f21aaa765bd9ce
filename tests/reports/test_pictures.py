"""Charts as files: every one has a heading and a drawing, whole texts, and nothing outside its sheet."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from reports.pictures import PICTURES, available, record, write_all_pictures, write_picture
from reports.pictures.png import png_bytes
from reports.pictures.recorder import Outline, Recording, RecordingCanvas, Words
from reports.pictures.svg import svg_bytes
from reports.sections.source import Source
from tests.reports.printed import AS_OF, demo
from workshop_app import i18n
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import ProblemError
from workshop_app.domain.model import LedgerBatch
from workshop_app.exchange.ledger_loading import plan_ledger
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.steps.context import view_context
from workshop_app.steps.step import ViewContext

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """The example with its ledger."""
    from workshop_app.domain.message import Message

    document = Document.create(tmp_path_factory.mktemp("pictures") / "demo.workshop")
    document.run(put_rows(Message("Example"), demo("ru").all_rows()))
    plan_ledger(document.engagement, DEMO / "ledger_ru.csv").load(document, datetime(2026, 4, 20))
    made = Source(document.engagement, view_context(document, AS_OF).ready())
    document.close()
    assert made.engagement.rows(LedgerBatch)
    return made


@cache
def words(language: str = "ru") -> i18n.Words:
    return i18n.Words(language)


def texts_of(recording: Recording) -> str:
    return " ".join(item.text for item in recording.items if isinstance(item, Words)).replace("\u00a0", " ")


def test_all_charts_of_the_example_can_be_had(source: Source) -> None:
    offered = available(source, words())
    runs = {f"indicator-{indicator.id}" for indicator in source.engagement.indicators}
    assert set(offered) == (set(PICTURES) - {"asked-again"}) | runs
    for name, picture in offered.items():
        recording = record(picture, source, words())
        outlines = [item for item in recording.items if isinstance(item, Outline)]
        assert len(outlines) > 5 and texts_of(recording), name
        assert recording.title and "{" not in recording.title


def test_nothing_lies_outside_the_sheet(source: Source) -> None:
    for name, picture in available(source, words()).items():
        recording = record(picture, source, words())
        points = [item.at for item in recording.items if isinstance(item, Words)]
        for item in recording.items:
            if isinstance(item, Outline):
                points += [point for _step, placed in item.steps for point in placed]
        assert min(x for x, _y in points) >= 0 and max(x for x, _y in points) <= recording.width, name
        assert min(y for _x, y in points) >= 0 and max(y for _x, y in points) <= recording.height, name


def test_a_picture_says_what_paper_says(source: Source) -> None:
    offered = available(source, words())
    assert "182 часа в неделю" in texts_of(record(offered["hours"], source, words()))
    assert "82 % доп. услуг — в конце квартала" in texts_of(record(offered["addons"], source, words()))
    assert "Общая пятиминутка 20 27 4 11 18 25" in texts_of(record(offered["meeting-calendar"], source, words()))
    assert "₽" not in texts_of(record(offered["reward-positions"], source, words()))


def test_svg_can_be_read_and_keeps_texts(source: Source) -> None:
    recording = record(available(source, words())["client-way"], source, words())
    root = ElementTree.fromstring(svg_bytes(recording))
    assert root.find(f"{SVG}title") is not None and root.find(f"{SVG}desc") is not None
    shown = [element.text for element in root.iter(f"{SVG}text")]
    assert "Путь клиента" in shown and len(list(root.iter(f"{SVG}path"))) > 20


def test_png_is_sharp_and_shows_the_colours() -> None:
    canvas = RecordingCanvas()
    canvas.setFillColor("#2356C4")
    canvas.rect(10, 10, 20, 20, 0, 1)
    canvas.setStrokeColor("#B3261E")
    canvas.setLineWidth(2)
    canvas.setDash([4, 4])
    canvas.line(50, 20, 90, 20)
    image = Image.open(BytesIO(png_bytes(Recording(100, 40, tuple(canvas.items)), scale=2)))
    assert image.size == (200, 80)
    white = (255, 255, 255)
    for place, colour in (((40, 40), (35, 86, 196)), ((104, 40), (179, 38, 30)), ((112, 40), white), ((5, 5), white)):
        found = image.getpixel(place)
        assert isinstance(found, tuple) and max(abs(a - b) for a, b in zip(found, colour, strict=True)) < 8, place


def test_an_empty_workshop_says_that_there_is_no_chart(tmp_path: Path) -> None:
    nothing = Source(Engagement(), ViewContext(AS_OF))
    assert available(nothing, words()) == {}
    with pytest.raises(ProblemError, match="Which chart"):
        write_picture(nothing, words("en"), "goals", tmp_path / "x.svg")


def test_all_pictures_lie_side_by_side(source: Source, tmp_path: Path) -> None:
    shares: list[float] = []
    written = write_all_pictures(source, words(), tmp_path / "план.svg", progress=shares.append)
    assert {path.name for path in written} >= {"план-goals.svg", "план-gantt.svg", "план-indicator-I01.svg"}
    assert shares[-1] == 1 and set(tmp_path.iterdir()) == set(written)
