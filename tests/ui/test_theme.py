"""Tokens are readable by measure, both themes say the same things, and the look follows its owner."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QGuiApplication, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.service import ThemeService, load_fonts
from ui.theme.sheet import sheet_of
from ui.theme.theme import FAMILY, ROLES, Theme, load_theme
from workshop_app.domain.finding_texts import LABELS

NAMES = ("light", "dark")


def luminance(color: QColor) -> float:
    channels = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: QColor, second: QColor) -> float:
    """WCAG 2."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "surface"), ("text", "window"), ("text", "selected"), ("text", "hover"), ("text", "sunken"),
        ("text2", "surface"), ("text2", "window"), ("text2", "sunken"), ("text2", "selected"),
        ("text3", "surface"), ("text3", "window"), ("text3", "selected"),
        ("on_accent", "accent"), ("on_accent", "accent_hover"), ("accent", "surface"), ("accent", "window"),
        ("ok", "surface"), ("warn", "surface"), ("warn", "warn_soft"), ("err", "surface"), ("err", "err_soft"),
        ("text", "err_soft"), ("text", "warn_soft"), ("on_toast", "toast"), ("toast_link", "toast"),
    ],
)  # fmt: skip
def test_text_is_readable_on_its_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme.color(ink), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("ground", ["surface", "window", "sunken"])
def test_edges_of_controls_can_be_seen(theme: Theme, ground: str) -> None:
    assert contrast(theme.color("border_strong"), theme.color(ground)) >= 3
    assert contrast(theme.color("accent"), theme.color(ground)) >= 3


@pytest.mark.parametrize("code", [str(getattr(code, "value", code)) for code in LABELS])
def test_a_finding_is_readable_on_its_own_tint(theme: Theme, code: str) -> None:
    colors = theme.finding(code)
    for ground in [colors.tint] if colors.tint else [theme.color("surface"), theme.color("selected")]:
        assert contrast(colors.ink, ground) >= 4.5
    assert colors.tint is None or colors.dashed is None


@pytest.mark.parametrize("index", range(8))
def test_a_department_is_readable_and_bounded(theme: Theme, index: int) -> None:
    colors = theme.department(index)
    assert contrast(colors.ink, colors.fill) >= 4.5
    assert max(contrast(edge, theme.color("surface")) for edge in (colors.outline, colors.fill)) >= 3


def test_skill_digits_are_readable_where_they_stand(theme: Theme) -> None:
    for level, fill in enumerate(theme.skills, 1):
        digit = theme.color("surface" if level >= 3 else "text")
        assert contrast(digit, QColor(fill)) >= 4.5


def test_both_themes_have_the_same_tokens() -> None:
    light, dark = (tomllib.loads((resources.files("resources") / "themes" / f"{n}.toml").read_text()) for n in NAMES)
    for section in light:
        keys = [set(found) if isinstance(found := half[section], dict) else len(found) for half in (light, dark)]
        assert keys[0] == keys[1], section
    assert set(light["findings"]) == {str(getattr(code, "value", code)) for code in LABELS}


def test_the_four_first_departments_differ_in_grey() -> None:
    theme = load_theme("light")
    greys = [luminance(theme.department(index).fill) ** (1 / 2.4) for index in range(4)]
    assert all(abs(a - b) > 0.09 for a, b in combinations(greys, 2))


@pytest.mark.parametrize("size", [100, 115, 130])
def test_no_role_is_smaller_than_the_smallest_type(size: int) -> None:
    theme = load_theme("light", size)
    for role in ROLES:
        smallest = 11 if role == "badge" else 12
        assert theme.font(role).pixelSize() >= round(smallest * size / 100)


def test_the_bundled_font_is_used_and_has_the_signs(qapp: QApplication) -> None:
    load_fonts()
    assert QFontInfo(load_theme("light").font("title")).family() == FAMILY
    assert "DejaVu Sans" in QFontDatabase.families()
    raw = QRawFont.fromFont(load_theme("light").font("body"))
    assert all(raw.supportsCharacter(ord(sign)) for sign in "ЁёЙ₽№→←↑↓≥≤✓−×«»—…%")
    widths = {round(raw.advancesForGlyphIndexes(raw.glyphIndexesForString(digit))[0].x(), 2) for digit in "0123456789"}
    assert len(widths) == 1


def test_the_style_sheet_is_small_and_has_no_costly_rules() -> None:
    sheet = sheet_of(load_theme("dark"))
    selectors = [part.strip() for rule in re.findall(r"([^{}]+)\{", sheet) for part in rule.split(",")]
    assert len(selectors) <= 45
    assert not [selector for selector in selectors if selector.startswith("*") or "#" in selector]
    assert "$" not in sheet and "font-size" not in sheet


@pytest.fixture
def service(qapp: QApplication) -> ThemeService:
    load_fonts()
    return ThemeService("light")


def test_choosing_a_theme_changes_the_application_and_tells(service: ThemeService, qtbot: QtBot) -> None:
    service.apply()
    service.add_style_sheet()
    with qtbot.waitSignal(service.changed):
        service.choose("dark", 130)
    palette = QGuiApplication.palette()
    assert palette.color(QPalette.ColorRole.Window) == load_theme("dark").color("window")
    assert QApplication.font().pixelSize() == round(14 * 1.3)
    assert load_theme("dark").colors["surface"] in QApplication.instance().styleSheet()
    service.choose("light", 100)


def test_the_start_screen_has_no_style_sheet(service: ThemeService, qapp: QApplication) -> None:
    qapp.setStyleSheet("")
    service.apply()
    assert qapp.styleSheet() == ""
    service.choose("dark")
    assert qapp.styleSheet() == ""
    service.choose("light")


def test_the_systems_dark_mode_is_followed_only_when_asked(
    service: ThemeService, qtbot: QtBot, qapp: QApplication
) -> None:
    hints = qapp.styleHints()
    service.choose("system")
    with qtbot.waitSignal(service.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert service.theme.dark
    service.choose("light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not service.theme.dark
    service.choose("system")
    assert service.theme.dark
    service.choose("light")


class Dressed(QWidget):
    """Counts how often it is given a style."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.times = 0

    def changeEvent(self, event: QEvent) -> None:
        self.times += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


def test_another_theme_dresses_a_widget_as_often_however_deep_it_stands(qapp: QApplication, qtbot: QtBot) -> None:
    theme = ThemeService("light")
    theme.add_style_sheet()
    chain = [Dressed(None)]
    qtbot.addWidget(chain[0])
    for _ in range(12):
        chain.append(Dressed(chain[-1]))
    chain[0].show()
    for part in chain:
        part.times = 0
    try:
        theme.choose("dark")
        assert 0 < chain[-1].times == chain[0].times
    finally:
        theme.choose("light")
        qapp.setStyleSheet("")
