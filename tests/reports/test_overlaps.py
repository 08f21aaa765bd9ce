"""Every document of every workshop: words have room, pages have words, headings company, the structure is right."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from types import MappingProxyType

import pytest
from pypdf import PdfReader

from reports.documents import DOCUMENTS, build
from tests.reports.large import large
from tests.reports.printed import AS_OF, demo
from tests.reports.structure_reader import lonely_headings, structure_faults
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words
from workshop_app.steps.step import ViewContext

pytestmark = pytest.mark.slow
EDGE = 17.0
"""What printers leave white, in points (6 mm)."""
HEAD, FOOT = 51.0, 38.0
EMPTIEST = 0.2
"""A page with less is a page too many."""
WORKSHOPS: Mapping[str, Callable[[str], Engagement]] = MappingProxyType(
    {"demo": demo, "empty": lambda _language: Engagement.of([]), "large": large}
)
_WORD = re.compile(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
_PAGE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')


@dataclass(frozen=True)
class Box:
    """A word and its place, from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Box) -> bool:
        """Whether they share more than a touch."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > 1.5 and high > 0.45 * min(self.bottom - self.top, other.bottom - other.top)


def pages_of(path: Path) -> Iterator[tuple[float, float, list[Box]]]:
    told = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    for page in told.split("<page ")[1:]:
        size = _PAGE.match(page)
        assert size is not None
        boxes = [
            Box(html.unescape(text), *(float(number) for number in numbers)) for *numbers, text in _WORD.findall(page)
        ]
        yield float(size[1]), float(size[2]), sorted(boxes, key=lambda box: box.top)


def collisions(boxes: list[Box]) -> Iterator[tuple[str, str]]:
    for place, first in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other.top > first.bottom:
                break
            if first.covers(other):
                yield first.text, other.text


def fill_of(height: float, boxes: list[Box]) -> float:
    """Which share of the text's height is used, the running head and the footer left out."""
    lowest = max((box.bottom for box in boxes if box.bottom < height - FOOT), default=0.0)
    return (lowest - HEAD) / (height - HEAD - FOOT)


@pytest.fixture(
    scope="module", params=list(product(DOCUMENTS, WORKSHOPS, ("ru", "en"), ("a4", "letter"))), ids="-".join
)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The workshop's name and the finished file."""
    name, workshop, language, paper = request.param
    path = tmp_path_factory.mktemp("paper") / f"{name}.pdf"
    build(name, WORKSHOPS[workshop](language), ViewContext(AS_OF), Words(language), path, paper=paper)
    return workshop, path


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is not installed")
def test_words_have_room_and_no_page_is_nearly_empty(case: tuple[str, Path]) -> None:
    workshop, path = case
    for number, (width, height, boxes) in enumerate(pages_of(path), 1):
        outside = [box.text for box in boxes if min(box.left, box.top) < EDGE or box.right > width - EDGE]
        low = [box.text for box in boxes if box.bottom > height - EDGE + 3]
        assert (number, list(collisions(boxes)), outside, low) == (number, [], [], [])
        assert (number, workshop == "empty" or fill_of(height, boxes) >= EMPTIEST) == (number, True)


def test_the_structure_is_right_and_no_heading_stands_alone(case: tuple[str, Path]) -> None:
    reader = PdfReader(case[1])
    assert (structure_faults(reader), lonely_headings(reader)) == ([], [])
