"""All widgets side by side: nothing is cut at any interface size, everything can be reached and is named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.clipcheck import cut
from tests.ui.widgets.gallery import Gallery
from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.badge import DepartmentBadge
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.elided import ElidedLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import IconLabel
from ui.widgets.layout import StepHeader
from ui.widgets.segmented import HeaderTabs
from workshop_app.i18n import Words


@pytest.fixture
def gallery(theme: ThemeService, icons: Icons, qtbot: QtBot) -> Iterator[Gallery]:
    made = Gallery(theme, icons, Words("ru"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made


@pytest.mark.parametrize("size", [100, 115, 130])
def test_nothing_is_cut(size: int, gallery: Gallery, theme: ThemeService, qapp: QApplication) -> None:
    theme.choose(size=size)
    qapp.processEvents()
    gallery.resize(round(1366 * size / 100), gallery.sizeHint().height())
    qapp.processEvents()
    assert not cut(gallery)


def test_the_check_finds_what_is_cut(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("Очень длинные слова", window)
    label.setGeometry(0, 0, 40, 10)
    outside = QLabel("Снаружи", window)
    outside.move(500, 0)
    window.resize(100, 40)
    window.show()
    found = cut(window)
    assert len(found) == 3 and any(" outside " in problem for problem in found)


def test_the_look_of_both_themes_is_painted_from_tokens(gallery: Gallery, theme: ThemeService) -> None:
    for name in ("light", "dark"):
        theme.choose(name)
        image = gallery.grab().toImage()
        for card in gallery.findChildren(Card):
            token = {"card": "surface", "soft": "sunken"}.get(card.kind)
            if token:
                at = card.mapTo(gallery, card.rect().topRight() + QPoint(-12, 6))
                assert image.pixelColor(at) == theme.theme.color(token)
        colors = {image.pixel(x, y) for x in range(0, 1366, 3) for y in range(0, image.height(), 9)}
        assert {theme.theme.color(token).rgb() for token in ("accent", "text", "err_soft")} <= colors


def test_everything_that_takes_the_focus_has_a_name(gallery: Gallery) -> None:
    kinds = QAbstractButton | QLineEdit | QPlainTextEdit | QSlider | QComboBox
    focusable = [
        widget
        for widget in gallery.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(focusable) > 30
    nameless = [
        widget
        for widget in focusable
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton | QLineEdit) and widget.text()))
    ]
    assert not nameless


def test_a_badge_says_the_departments_name(gallery: Gallery) -> None:
    badges = gallery.findChildren(DepartmentBadge)
    assert badges and all(badge.accessibleName() and badge.toolTip() for badge in badges)


def test_no_label_reads_markup(gallery: Gallery) -> None:
    plain = Qt.TextFormat.PlainText
    assert not [label for label in gallery.findChildren(QLabel) if label.textFormat() != plain]


def test_a_long_word_line_shortens_and_tells_all(qtbot: QtBot, qapp: object) -> None:
    label = ElidedLabel("Отдел продаж и сопровождения крупных клиентов")
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.shown_text().endswith("…") and label.toolTip() == label.text()
    label.resize(600, 20)
    assert label.shown_text() == label.text() and not label.toolTip()


def test_a_flow_breaks_into_lines(theme: ThemeService, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, 8)
    for _n in range(6):
        label = QLabel()
        label.setFixedSize(50, 20)
        flow.addWidget(label)
    assert flow.heightForWidth(400) == 20
    assert flow.heightForWidth(170) == 48
    assert flow.heightForWidth(10) == 6 * 20 + 5 * 8


def test_an_icon_label_follows_the_theme(theme: ThemeService, icons: Icons, qtbot: QtBot) -> None:
    sign = IconLabel("check", theme, icons, "ok", 32)
    qtbot.addWidget(sign)
    sign.show()

    def green() -> set[str]:
        image = sign.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}

    light = green()
    theme.choose("dark")
    assert theme.theme.color("ok").name() in green() - light


def test_a_head_short_of_room_keeps_its_tabs_and_first_button(
    theme: ThemeService, icons: Icons, qtbot: QtBot, qapp: QApplication
) -> None:
    tabs = HeaderTabs(theme)
    tabs.set_items([("people", "Отделы и люди"), ("agenda", "Повестка")])
    quiet = Button("Свои перерывы", "ghost", theme, icons, "clock")
    first = Button("Показать залу", "pri", theme, icons, "monitor")
    head = StepHeader("Подготовка", theme, (quiet, first), tabs=tabs)
    qtbot.addWidget(head)
    head.show()
    for width, named, words in ((900, True, "Свои перерывы"), (540, True, ""), (440, False, "")):
        head.resize(width, head.height())
        qapp.processEvents()
        assert (head.title.isVisible(), quiet.shown(), first.shown()) == (named, words, "Показать залу")
        assert not cut(head)
        assert quiet.toolTip() == ("" if words else "Свои перерывы")
    quiet.hide()
    head.resize(460, head.height())
    quiet.show()
    qapp.processEvents()
    assert not cut(head)
