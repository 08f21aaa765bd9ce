"""What a company may change on paper: its name, one colour, a logo, a footer line (PAPER.md 11)."""

from __future__ import annotations

import base64
import binascii
from functools import cached_property
from io import BytesIO
from typing import Any

from reports.contrast import contrast_on_white, difference, from_lab, lab
from reports.style import ACCENT, ERROR, INK, WARN, Colour, department_fills
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.services.preferences import Settings

_TEXT_CONTRAST = 4.5
_BAR_CONTRAST = 3.0
_TOO_CLOSE = 20.0
_LIGHTNESS_STEP = 4.0
_LOGO_PIXELS = 4000
_KEPT_LOGO = (1600, 660)


@frozen
class Brand:
    """A company's look on paper.

    ``accent`` is ``#rrggbb``; empty means the paper's own blue. ``logo`` is a PNG or JPEG file's bytes. ``footer``
    stands in place of the company in the footer. ``economical`` leaves large solid areas white.
    """

    company: str = ""
    accent: str = ""
    logo: bytes | None = None
    footer: str = ""
    economical: bool = False

    @cached_property
    def _wished(self) -> Colour:
        from reportlab.lib.colors import HexColor

        if not self.accent:
            return ACCENT
        try:
            colour = HexColor(self.accent)
        except ValueError as error:
            raise ProblemError(
                Message(N_("“{colour}” is not a colour: write it like #2356C4"), {"colour": self.accent})
            ) from error
        return INK if colour != ACCENT and _clashes(colour) else colour

    @cached_property
    def accent_text(self) -> Colour:
        """The accent for text and thin lines: darkened in steps of 4 L* until it has 4.5 : 1 on white."""
        colour = self._wished
        lightness, a, b = lab(colour)
        while contrast_on_white(colour) < _TEXT_CONTRAST and lightness > 0:
            lightness -= _LIGHTNESS_STEP
            colour = from_lab((max(lightness, 0), a, b))
        return INK if colour != ACCENT and _clashes(colour) else colour

    @property
    def accent_bar(self) -> Colour:
        """The accent of the step bar: as wished."""
        return self._wished

    @property
    def bar_needs_outline(self) -> bool:
        """Whether the bar's colour is too pale to stand without an outline."""
        return contrast_on_white(self._wished) < _BAR_CONTRAST

    @cached_property
    def logo_image(self) -> Any:
        """The logo flattened to white as a ReportLab image reader, or None."""
        return _flattened(self.logo) if self.logo else None

    def check(self) -> None:
        """Raises ``ProblemError`` when colour or logo can't be printed."""
        self.accent_text, self.logo_image  # noqa: B018  (working them out is the check)

    @property
    def replaced_by_ink(self) -> bool:
        """Whether the wished colour is too near a department's, an error's or a warning's colour to be used."""
        return self.accent_bar is INK

    @property
    def darkened(self) -> bool:
        """Whether texts and thin lines are darker than the wished colour."""
        return bool(self.accent_text != self.accent_bar)


PLAIN = Brand()
"""The program's own look."""


def house_look(settings: Settings) -> Brand:
    """The person's own look, for workshops that have none."""
    return Brand(
        settings.brand_name.strip(),
        settings.brand_accent.strip(),
        logo_bytes(settings.brand_logo),
        settings.brand_footer.strip(),
    )


def logo_bytes(text: str | None) -> bytes | None:
    """A picture kept as base64; anything else is no logo."""
    if not text:
        return None
    try:
        return base64.b64decode(text.split(",")[-1], validate=True)
    except (binascii.Error, ValueError):
        return None


def logo_text(content: bytes) -> str:
    """A PNG or JPEG as base64 of a PNG that is large enough for print and no larger. Raises ``ProblemError``."""
    image = _opened(content)
    image.thumbnail(_KEPT_LOGO)
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return base64.b64encode(out.getvalue()).decode("ascii")


def _clashes(colour: Colour) -> bool:
    return any(difference(colour, other) < _TOO_CLOSE for other in (*department_fills(), ERROR, WARN))


def _flattened(content: bytes) -> Any:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    layered = _opened(content)
    ground = Image.new("RGBA", layered.size, "white")
    ground.alpha_composite(layered)
    return ImageReader(ground.convert("RGB"))


def _opened(content: bytes) -> Any:
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image:
            image.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
            return image.convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise ProblemError(Message(N_("The logo can't be read: choose a PNG or JPEG picture"))) from error
