"""The audit's pages in the real window, for its tests."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.steps.fronts import front_of
from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.steps.audit.collect import CollectPage
from ui.steps.audit.overlay import OverlayPage
from workshop_app.domain.message import Message
from workshop_app.domain.model import Department
from workshop_app.services.operations import put_rows

CTRL = Qt.KeyboardModifier.ControlModifier


def two_departments(window: FacilitatorWindow, count: int = 2) -> None:
    names = (("A", "Продажи", "ПР"), ("B", "Сервис", "СЕ"), ("C", "Маркетинг", "МА"))[:count]
    rows = [Department(id=key, name=name, short=code, rank=at) for at, (key, name, code) in enumerate(names)]
    window.bridge.run(put_rows(Message("departments"), rows))


def collect(window: FacilitatorWindow) -> CollectPage:
    return front_of(window, "audit", "collect", CollectPage)


def overlay(window: FacilitatorWindow, sub_step: str = "overlay") -> OverlayPage:
    return front_of(window, "audit", sub_step, OverlayPage)


def type_line(qtbot: QtBot, page: CollectPage, column: int, *cells: str) -> None:
    entry = page.columns[column].entry
    for field, text in zip((entry.text, entry.who, entry.hours), cells, strict=False):
        type_text(field, text)
    qtbot.keyClick(entry.text, Qt.Key.Key_Return)
