"""Icons: every one that is asked for is shipped, drawn in the asked colour, once."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap

from ui.icons import Icons

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "icons"
SHIPPED = sorted(path.stem for path in FOLDER.glob("*.svg"))
CALLS = (
    re.compile(r"""\bicon=["']([a-z0-9-]+)["']"""),
    re.compile(r"""\bafter=["']([a-z0-9-]+)["']"""),
    re.compile(r"""\.(?:pixmap|icon)\(\s*["']([a-z0-9-]+)["']"""),
    re.compile(r"""(?:EmptyState|IconButton|IconLabel|icon_line)\(\s*["']([a-z0-9-]+)["']"""),
)


def used() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "ui").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= {name for call in CALLS for name in call.findall(text)}
    return found


def test_every_icon_asked_for_is_shipped() -> None:
    assert not used() - set(SHIPPED)


def channels_of(pixmap: QPixmap) -> list[set[int]]:
    """Values of red, green and blue in the fully painted pixels."""
    image = pixmap.toImage()
    colors = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    painted = [color.getRgb() for color in colors if color.alpha() > 250]
    return [{color[channel] for color in painted} for channel in range(3)]


@pytest.mark.parametrize("name", SHIPPED)
def test_an_icon_is_drawn_in_the_asked_colour(name: str, qapp: object) -> None:
    shown = channels_of(Icons().pixmap(name, 32, QColor("#B3261E"), 2.0))
    for found, asked in zip(shown, (0xB3, 0x26, 0x1E), strict=True):
        assert found and all(abs(value - asked) <= 2 for value in found)


def test_an_icon_is_drawn_once_for_a_size_colour_and_screen(qapp: object) -> None:
    icons = Icons()
    first = icons.pixmap("check", 16, QColor("red"), 1.5)
    assert first.cacheKey() == icons.pixmap("check", 16, QColor("red"), 1.5).cacheKey()
    assert first.devicePixelRatio() == 1.5 and first.width() == 24
    assert icons.pixmap("check", 16, QColor("blue"), 1.5).cacheKey() != first.cacheKey()


def test_a_name_that_is_not_shipped_is_an_error(qapp: object) -> None:
    with pytest.raises(FileNotFoundError):
        Icons().pixmap("no-such-icon", 16, QColor("red"))


def test_the_licence_is_beside_the_icons() -> None:
    text = (resources.files("resources") / "icons" / "LICENSE-Lucide.txt").read_text(encoding="utf-8")
    assert "ISC License" in text and "Feather" in text
    assert len(SHIPPED) <= 95
