"""Cards dragged to another place, and rows dragged onto a card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.card_drag import CardDrag, place_before

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(card: QWidget, data: QMimeData) -> bool:
    """Enter and drop as Qt sends them; whether the card took it."""
    entered = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.MoveAction, data, LEFT, NONE)
    QApplication.sendEvent(card, entered)
    if not entered.isAccepted():
        return False
    dropped = QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, data, LEFT, NONE, QEvent.Type.Drop)
    QApplication.sendEvent(card, dropped)
    return dropped.isAccepted()


def test_a_card_takes_the_place_of_the_one_it_is_dropped_on(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    group, cards = CardDrag(home), {key: QFrame(home) for key in "abc"}
    for key, card in cards.items():
        group.add(card, key)
    moved: list[tuple[str, str]] = []
    group.moved.connect(lambda key, target: moved.append((key, target)))
    assert drop(cards["c"], group.mime("a"))
    assert drop(cards["a"], group.mime("a"))
    assert moved == [("a", "c")]


def test_cards_of_another_group_are_refused(qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    group, other, card = CardDrag(home), CardDrag(home), QFrame(home)
    group.add(card, "a")
    assert not drop(card, other.mime("x"))


def test_the_place_after_a_drag() -> None:
    assert place_before(list("abc"), "a", "c") == ""
    assert place_before(list("abc"), "a", "b") == "c"
    assert place_before(list("abc"), "c", "a") == "a"
