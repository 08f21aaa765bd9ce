"""A theme: colours, department and finding tints, and type roles, read from ``resources/themes``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from PySide6.QtGui import QColor, QFont

from resources import FOLDER
from workshop_app.domain.frozen import frozen

FAMILY = "IBM Plex Sans"
COLORED_DEPARTMENTS = 6

_NORMAL, _MEDIUM, _SEMIBOLD, _BOLD = (
    QFont.Weight.Normal,
    QFont.Weight.Medium,
    QFont.Weight.DemiBold,
    QFont.Weight.Bold,
)

ROLES: Mapping[str, tuple[int, QFont.Weight]] = MappingProxyType(
    {
        "badge": (11, _BOLD),
        "caption": (12, _NORMAL),
        "caption_strong": (12, _SEMIBOLD),
        "small": (13, _NORMAL),
        "control": (13, _MEDIUM),
        "control_strong": (13, _SEMIBOLD),
        "body": (14, _NORMAL),
        "body_strong": (14, _SEMIBOLD),
        "card_title": (15, _SEMIBOLD),
        "timer": (17, _SEMIBOLD),
        "title": (20, _SEMIBOLD),
        "number": (22, _SEMIBOLD),
        "letter": (13, _BOLD),
    }
)
"""Type roles: logical pixels at 100 % and weight (DESIGN.md 3)."""


@frozen
class DepartmentColors:
    """Fill, ink on it, and the outline that carries the boundary."""

    fill: QColor
    ink: QColor
    outline: QColor

    @property
    def cue(self) -> QColor:
        """Colour of hatch and frames on the fill: the outline where it can be told from the fill, else the ink."""
        return self.ink if self.outline == self.fill else self.outline


@frozen
class FindingColors:
    """Ink of a finding; its tint, or a dashed frame, or neither."""

    ink: QColor
    tint: QColor | None
    dashed: QColor | None


@frozen
class Theme:
    """Read-only tokens. ``size`` is the interface size in per cent."""

    name: str
    size: int
    colors: Mapping[str, str]
    departments: Mapping[str, Mapping[str, str]]
    findings: Mapping[str, Mapping[str, str]]
    skills: tuple[str, ...]
    """Fills of the skill levels 1 to 4."""

    @property
    def dark(self) -> bool:
        """Whether it is the dark one."""
        return self.name == "dark"

    def color(self, token: str) -> QColor:
        """The colour of a token; KeyError for an unknown one."""
        return QColor(_parsed(self.colors[token]))

    def font(self, role: str) -> QFont:
        """The font of a type role at the chosen interface size; unhinted, letters keep their width and roundness."""
        pixels, weight = ROLES[role]
        font = QFont(FAMILY)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setPixelSize(self.pixels(pixels))
        font.setWeight(weight)
        return font

    def pixels(self, at_100: float) -> int:
        """A length in logical pixels at the chosen interface size."""
        return round(at_100 * self.size / 100)

    def department(self, index: int) -> DepartmentColors:
        """Colours of the department at this place in the order (0 first); the seventh and eighth have no fill."""
        if index >= COLORED_DEPARTMENTS:
            return DepartmentColors(self.color("surface"), self.color("text"), self.color("text"))
        found = self.departments[f"d{index + 1}"]
        return DepartmentColors(QColor(found["fill"]), QColor(found["ink"]), QColor(found["outline"]))

    def finding(self, code: str) -> FindingColors:
        """Colours of a finding."""
        found = self.findings[code]
        tint, dashed = found.get("tint"), found.get("dashed")
        return FindingColors(QColor(found["ink"]), (tint and QColor(tint)) or None, (dashed and QColor(dashed)) or None)


@cache
def _parsed(code: str) -> QColor:
    return QColor(code)


@cache
def _tokens(name: str) -> dict[str, Any]:
    file = FOLDER / "themes" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def load_theme(name: str, size: int = 100) -> Theme:
    """The theme ``light`` or ``dark`` at an interface size of 100, 115 or 130 per cent."""
    tokens = _tokens(name)
    return Theme(name, size, tokens["colors"], tokens["departments"], tokens["findings"], tuple(tokens["skills"]))
