"""Another variant of the new scheme: set aside, compared, swapped, dropped; in the file and in JSON."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.patience import to_front
from tests.room_texts import room_texts
from tests.steps.shared_window import take_everything_back
from tests.steps.test_rewards import front
from tests.ui.conftest import OpenWindow
from ui.audience.scene import Focus
from ui.main_window import FacilitatorWindow
from ui.steps.rewards.lead_test import LeadTestPage
from ui.steps.rewards.recognition import RecognitionPage
from ui.steps.rewards.simulation import SimulationPage
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message
from workshop_app.domain.rewards.scheme import AFTER, ASIDE
from workshop_app.exchange.engagement_json import read_engagement, write_engagement
from workshop_app.services.document import Document, Operation
from workshop_app.services.edit import Edit
from workshop_app.steps.rewards.operations import set_fact, set_target


def weights(engagement: Engagement, scheme: str) -> list[tuple[str, str, Decimal]]:
    return [(w.position_id, w.indicator, w.weight) for w in engagement.reward_weights if w.scheme_id == scheme]


def test_a_variant_is_set_aside_compared_swapped_and_dropped(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "simulation")
    assert isinstance(page, SimulationPage)
    to_front(window)
    first = weights(window.bridge.engagement, AFTER)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    assert weights(window.bridge.engagement, ASIDE) == first and page.mode.current() == "aside"
    view = page.page.view()
    assert {line.delta for line in view.variant.people if line.delta is not None} == {0}
    slider = next(iter(page.weights.sliders.values()))
    slider.slider.setValue(slider.slider.value() + 10)
    slider.slider.settled.emit(slider.slider.value())
    moved = weights(window.bridge.engagement, AFTER)
    assert moved != first == weights(window.bridge.engagement, ASIDE)
    assert "вариант 50" in slider.slider.caption.replace("\N{NO-BREAK SPACE}", " ")
    assert any(line.delta for line in page.page.view().variant.people)
    page.weights.variant.swap.click()
    assert (weights(window.bridge.engagement, AFTER), weights(window.bridge.engagement, ASIDE)) == (first, moved)
    path, kept = window.bridge.document.file.path, list(window.bridge.engagement.all_rows())
    page.weights.variant.drop.click()
    assert page.mode.current() == "compare" and page.weights.variant.compare.isVisible()
    window.bridge.undo()
    window.close()
    again = Document.open(path)
    assert list(again.engagement.all_rows()) == kept
    written = write_engagement(again.engagement)
    again.close()
    assert weights(Engagement.of(read_engagement(written).rows), ASIDE) == moved


def test_bonuses_and_facts_are_the_same_in_the_variant(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = front(window, "simulation")
    assert isinstance(page, SimulationPage)
    page.compare_variants()
    fact = next(f for f in window.bridge.engagement.reward_facts if f.scheme_id == AFTER)
    window.bridge.run(set_target("P01", Decimal(77_777)))
    window.bridge.run(set_fact(AFTER, fact.indicator, fact.subject, fact=Decimal(5)))
    engagement = window.bridge.engagement
    assert {b.amount for b in engagement.target_bonuses if b.person_id == "P01"} == {Decimal(77_777)}
    same = {f.fact for f in engagement.reward_facts if f.id.endswith(f"/{fact.indicator}/{fact.subject}")}
    assert same == {Decimal(5)}
    assert all(line.delta in (0, None) for line in page.page.view().variant.people)


def shown_in(window: FacilitatorWindow, scene: str) -> str:
    """What the room reads, on one line."""
    window.room.put(scene, Focus())
    return " ".join(room_texts(window))


def forget(window: FacilitatorWindow, *indicators: str) -> None:
    """Take the facts of these indicators of the new scheme out again."""

    def apply(edit: Edit) -> None:
        for fact in edit.engagement.reward_facts:
            if fact.scheme_id == AFTER and fact.indicator in indicators:
                edit.change(fact, fact=None)

    window.bridge.run(Operation(Message("x"), apply))


def test_the_room_is_told_which_part_of_the_bonus_has_no_facts(desk: FacilitatorWindow) -> None:
    """A missing fact counts as nothing: no per cent in the room may pass for the result of the scheme."""
    assert "фактов" not in shown_in(desk, "rewards.simulation")
    assert "за общий итог" in shown_in(desk, "rewards.simulation")
    forget(desk, "N1", "N3")
    shown = shown_in(desk, "rewards.simulation")
    assert "По новой схеме нет фактов для 30 % премии" in shown and "нет фактов для 80 % премии" in shown
    assert "пунктир: фактов нет, в расчёте ноль" in shown and "за общий итог" not in shown
    forget(desk, "N1", "N2", "N3", "N4")
    shown = shown_in(desk, "rewards.simulation")
    assert "нет данных" in shown and " 0 %" not in shown and "₽" not in shown
    case = shown_in(desk, "rewards.test")
    assert "Сделка пока не входит ни в один показатель" in case and "всё равно" not in case and "+0" not in case
    page = front(desk, "test")
    assert isinstance(page, LeadTestPage)
    assert page.result.title.text() == "Сделка пока не входит ни в один показатель" and page.even.text() == ""
    take_everything_back(desk)


def test_keys_go_to_the_new_form_of_recognition_first(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    to_front(window)
    page = front(window, "recognition")
    assert isinstance(page, RecognitionPage)
    qtbot.waitUntil(page.entry.hasFocus)
