"""Surnames in the heads of narrow columns."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui.widgets.delegates.surname import surname_lines


@pytest.mark.parametrize(
    ("name", "room", "shown"),
    [
        ("Зимин", "Корнеева", ["Зимин"]),
        ("Чистякова", "Чистя-", ["Чистя-", "кова"]),
        ("Тропинин", "Тропи-", ["Тропи-", "нин"]),
        ("Мельникова", "Мельни-", ["Мельни-", "кова"]),
        ("Воробьёва", "Воробь", ["Воро-", "бьёва"]),
        ("Петрова-Водкина", "Петрова-", ["Петрова-", "Водкина"]),
        ("Hendersson", "Hender-", ["Hender-", "sson"]),
        ("Вздрстрвский", "Вздрс.", ["Вздрс."]),
    ],
)
def test_a_surname_is_whole_in_two_lines(qapp: QApplication, name: str, room: str, shown: list[str]) -> None:
    font = QFont(QApplication.font())
    assert surname_lines(name, font, QFontMetricsF(font).horizontalAdvance(room) + 0.5) == shown
