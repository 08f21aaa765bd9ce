"""What a company's colour and logo may do on paper (PAPER.md 11)."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from reports.brand import Brand
from reports.contrast import contrast_on_white, difference, from_lab, lab
from reports.flowables.text import Text
from reports.style import ACCENT, INK
from tests.reports.pdf import made, of
from tests.reports.specimen import spec
from workshop_app.domain.message import ProblemError


def picture(size: tuple[int, int] = (40, 20)) -> bytes:
    """A half-transparent PNG."""
    out = BytesIO()
    Image.new("RGBA", size, (200, 0, 120, 128)).save(out, "PNG")
    return out.getvalue()


def test_without_a_wish_the_accent_is_blue() -> None:
    assert Brand().accent_text == ACCENT
    assert contrast_on_white(ACCENT) == pytest.approx(6.6, abs=0.1)


def test_a_pale_colour_is_darkened_for_text_and_kept_in_the_bar() -> None:
    brand = Brand(accent="#7FB2FF")
    assert contrast_on_white(brand.accent_text) >= 4.5
    assert brand.accent_bar.hexval() == "0x7fb2ff"
    assert brand.bar_needs_outline
    assert not Brand(accent="#2356C4").bar_needs_outline


@pytest.mark.parametrize("taken", ["#0A5C54", "#E59A2B", "#B3261E", "#8A5300", "#8A5AC8"])
def test_a_colour_that_means_something_already_gives_way_to_ink(taken: str) -> None:
    assert Brand(accent=taken).accent_text == INK
    assert Brand(accent=taken).accent_bar == INK


def test_a_word_is_not_a_colour() -> None:
    with pytest.raises(ProblemError, match="is not a colour"):
        _ = Brand(accent="синий").accent_text


def test_colour_arithmetic_goes_there_and_back() -> None:
    assert lab(INK)[0] == pytest.approx(12, abs=1)
    assert difference(from_lab(lab(ACCENT)), ACCENT) < 0.01


def test_the_logo_is_flattened_to_white() -> None:
    image = Brand(logo=picture()).logo_image
    assert image.getSize() == (40, 20)
    reader = made(of(lambda p: Text(p, "раз")), spec("Проба", brand=Brand("ООО", logo=picture())))
    (shown,) = reader.pages[0].images
    assert shown.image.mode == "RGB"
    assert shown.image.getpixel((3, 3)) == (227, 127, 187)


def test_something_else_is_not_a_logo() -> None:
    with pytest.raises(ProblemError, match="logo can't be read"):
        _ = Brand(logo=b"<svg/>").logo_image
