"""S9 in the real window: schemes from nothing to a comparison, sliders, the case, recognition; no sums in the room."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.room_texts import scene_texts
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.audience.room import RoomState
from ui.audience.scene import Focus, SceneInput
from ui.audience.scenes.rewards import SCENES
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.rewards.lead_test import LeadTestPage
from ui.steps.rewards.page import RewardsPage
from ui.steps.rewards.simulation import SimulationPage
from ui.widgets import roles
from ui.widgets.delegates.cell import PADDING
from ui.widgets.delegates.text import lines_in, lines_of
from ui.widgets.layout import EmptyState
from ui.widgets.number_field import NumberField
from workshop_app.domain.message import Message, ProblemError
from workshop_app.domain.model import (
    Department,
    Person,
    Position,
    RewardIndicator,
    RewardLevel,
    RewardScheme,
)
from workshop_app.i18n import Words
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.steps.rewards import STEP
from workshop_app.steps.rewards.case import Case, outcome_of
from workshop_app.steps.rewards.operations import set_fact, set_target
from workshop_app.steps.rewards.view import rewards_view


def front(window: FacilitatorWindow, name: str) -> object:
    window.go(Place("rewards", name))
    page = window.host.page
    assert isinstance(page, RewardsPage)
    return page.front


def simulation(window: FacilitatorWindow) -> SimulationPage:
    page = front(window, "simulation")
    assert isinstance(page, SimulationPage)
    return page


def test_a_drag_moves_the_others_and_is_one_undo_step(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = simulation(window)
    assert page.weights.group is not None and page.weights.group.title == "Менеджер по продажам"
    slider = page.weights.sliders["N1"].slider
    pay, fund = page.table.pay, page.strip.cell("fund")
    shown = set()
    for value in (45, 40, 35):
        slider.setValue(value)
        shown.add((pay.index(0, 3).data(), pay.index(3, 3).data(), fund.accessibleName()))
    assert len(shown) == 3 and all(len(set(column)) == 3 for column in zip(*shown, strict=True))
    slider.settled.emit(35)
    view = rewards_view(window.bridge.engagement, window.bridge.view_context)
    group = view.group(page.weights.group.id)
    assert group is not None
    assert (group.weights["N1"], group.total) == (35, 100)
    assert {position.id for position in group.positions} == {"POS-A3", "POS-B3"}
    assert not group.mixed
    window.bridge.undo()
    group = rewards_view(window.bridge.engagement, window.bridge.view_context).group("POS-A3")
    assert group is not None and group.weights["N1"] == 50
    assert window.bridge.document.undo_step is None


def test_without_keeping_the_sum_results_are_a_draft(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = simulation(window)
    page.weights.keep.setChecked(False)
    slider = page.weights.sliders["N2"].slider
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert page.weights.sum.text() == "Сумма 105\u00a0%, уберите 5"
    assert any(line.draft for line in page.table.pay.lines)
    field = page.weights.sliders["N2"].number
    field.setText("20")
    field.commit()
    assert page.weights.sum.text() == "Сумма 100\u00a0%"


def test_thresholds_caps_gate_and_limit_are_changed_beside_the_weights(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = simulation(window)
    bounds, line, own = page.weights.terms.fields, page.weights.sliders["N3"], page.weights.sliders["N1"]
    window.activateWindow()
    qtbot.waitUntil(line.number.isVisible)
    line.number.setFocus()
    qtbot.keyClick(line.number, Qt.Key.Key_Tab)
    assert line.threshold.hasFocus()
    first = page.table.pay.index(0, 3).data()
    for field, text in ((line.threshold, "100"), (own.threshold, "100"), (bounds.numbers["personal_cap"], "50")):
        field.setFocus()
        field.selectAll()
        type_text(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert page.table.pay.index(0, 3).data() != first, field.accessibleName()
        first = page.table.pay.index(0, 3).data()
    own.cap.setText("150")
    own.cap.commit()
    limit = bounds.numbers["fund_limit"]
    limit.setText("1 000 000")
    limit.commit()
    assert "выплаты" in page.strip.cell("limit").accessibleName()
    bounds.gates[0].picked.emit("")
    engagement = window.bridge.engagement
    scheme = engagement.named(RewardScheme, "after")
    assert engagement.named(RewardIndicator, "after/N3").threshold == 1
    assert engagement.named(RewardIndicator, "after/N1").cap == Decimal("1.5")
    assert (scheme.personal_cap, scheme.fund_limit, scheme.gate_indicator) == (Decimal("0.5"), 1_000_000, None)
    assert not page.weights.terms.gated.isVisible()
    page.toggle_amounts()
    assert not limit.isVisible()


def test_what_has_no_fact_is_marked_and_what_the_limit_leaves_is_told(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = simulation(window)
    anna, joint = page.table.pay.index(1, 0), ("after", "N3", "*")
    assert anna.data(roles.ICON) is None
    window.bridge.run(set_fact(*joint, fact=None))
    assert anna.data(roles.ICON) == ("circle-help", "warn")
    told = anna.data(Qt.ItemDataRole.ToolTipRole)
    assert "Нет данных, выплата 0: Удержание клиентов компании." in told and "Нет данных для условия" in told
    page.mode.segment("before").click()
    assert "Удержание" not in page.table.pay.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    limit = page.weights.terms.fields.numbers["fund_limit"]
    limit.setText("1 000 000")
    limit.commit()
    assert "не\u00a0распределено" in page.strip.cell("limit").accessibleName()
    page.toggle_amounts()
    assert "распределено" not in page.strip.cell("limit").accessibleName()


def test_amounts_can_be_hidden(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = simulation(window)
    assert page.table.pay.index(1, 3).data() == "442\u00a0550"
    action = window.actions_list.find("rewards.amounts")
    assert action is not None and action.keys == ("Ctrl+H",)
    action.run()
    assert page.table.pay.index(1, 3).data() == "92,2"
    assert "₽" not in repr(page.strip.cell("fund").accessibleName())
    page.worst()
    assert page.table.current_id() == "P12"


def test_from_a_sample_to_a_comparison_and_read_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    rows = [
        Department(id="A", name="Первый", short="ОП-1", rank=1),
        Department(id="B", name="Второй", short="ОП-2", rank=2),
        Position(id="PA", title="Менеджер", department_id="A", level=3, rank=1),
        Position(id="PB", title="Менеджер", department_id="B", level=3, rank=2),
        Person(id="P1", name="Анна", department_id="A", position_id="PA", rank=1),
        Person(id="P2", name="Борис", department_id="B", position_id="PB", rank=2),
    ]
    window.bridge.run(put_rows(Message("people"), rows))
    page = simulation(window)
    assert page.stack.currentIndex() == 1
    page.take_sample()
    editor = page.editor
    assert [line.row.code for line in editor.parts["indicators"].model.lines] == ["N1", "N2", "N3"]
    page.close_editor()
    nothing = page.pay.currentWidget()
    assert isinstance(nothing, EmptyState) and not nothing.isHidden()
    nothing.buttons[0].click()
    assert window.room.state is RoomState.FREEZE
    table = editor.parts["bonuses"].table
    table.select("P1", 2)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    field = table.findChild(NumberField)
    assert field is not None
    type_text(field, "100 000")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.bridge.engagement.target_bonuses) == 2)
    assert {row.amount for row in window.bridge.engagement.target_bonuses} == {Decimal(100_000)}
    window.bridge.run(set_target("P2", Decimal(100_000)))
    for scheme in ("before", "after"):
        window.bridge.document.engagement.named(RewardScheme, scheme)
        editor.which.set_current(scheme)
        editor.show_part("facts")
        for line in list(editor.parts["facts"].model.lines):
            done = Decimal(110 if line.subject in ("P1", "A") else 100)
            window.bridge.run(set_fact(scheme, line.code, line.subject, plan=Decimal(100), fact=done))
    editor.leave()
    view = rewards_view(window.bridge.engagement, window.bridge.view_context)
    assert view.comparison is not None and len(view.people) == 2
    assert view.people[1].after == 100_000
    done = {item.text.id: item.done for item in STEP.done_when(window.bridge.engagement, window.bridge.view_context)}
    assert done["The new scheme has no errors"] and done["Before and after are computed on last year's facts"]
    path = window.bridge.document.file.path
    window.close()
    again = Document.open(path)
    assert len(again.engagement.reward_facts) == 4 + 5
    again.close()


def test_another_level_asks_for_other_facts_and_says_so(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = simulation(window)
    page.open_editor()
    page.editor.which.set_current("after")
    page.editor.show_part("indicators")
    model = page.editor.parts["indicators"].model

    def facts() -> int:
        rows = window.bridge.engagement.reward_facts
        return sum((row.scheme_id, row.indicator) == ("after", "N2") for row in rows)

    row = next(at for at, line in enumerate(model.lines) if line.row.code == "N2")
    before = facts()
    assert before
    model.setData(model.index(row, 1), RewardLevel.JOINT.value, Qt.ItemDataRole.EditRole)
    toast = window.messages.toast_frame
    assert not facts() and toast.isVisible() and str(before) in toast.text.text() and toast.link.isVisible()
    window.bridge.undo()
    assert window.bridge.engagement.named(RewardIndicator, "after/N2").level is RewardLevel.DEPARTMENT
    assert facts() == before


def test_the_titles_of_indicators_stand_whole_over_their_weights(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = simulation(window)
    page.open_editor("weights")
    table = page.editor.parts["weights"].table
    head = table.horizontalHeader()
    for section in range(1, head.count()):
        title, room = table.lines.columns[section].title, head.sectionSize(section) - 2 * PADDING
        assert not lines_of(title, head.font(), room, lines_in(head.height(), head.font()))[1], title


def test_the_room_sees_no_payouts_and_nobodys_name(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    engagement, context = window.bridge.engagement, window.bridge.view_context
    view = rewards_view(engagement, context)
    payouts = {
        str(round(amount)) for line in view.people for amount in (line.before, line.after, line.target) if amount
    }
    case = Focus(options=Case("P13").as_options())
    for scene in SCENES[:2]:
        drawn = texts(window, scene.id, case, (1920, 1080))
        said = " ".join(drawn).replace("\u00a0", "").replace(" ", "")
        assert not [amount for amount in payouts if amount in said]
        assert not [line.person.name for line in view.people if line.person.name.split()[0] in " ".join(drawn)]
    outcome = outcome_of(engagement, view, Case("P13"))
    assert outcome.after is not None and round(outcome.after.keep) == 3912


def test_stage_mode_shows_no_amounts_on_any_page(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    pages = ("simulation", "recognition", "test")
    assert all(front(window, name) for name in pages), "pages that were there before as well"
    window.stage.toggle()
    for name in pages:
        page = front(window, name)
        assert isinstance(page, QWidget)
        qtbot.waitUntil(page.isVisible)
        shown = [w.text() for kind in (QLabel, QLineEdit) for w in page.findChildren(kind) if w.isVisible()]
        tables = [view.model() for view in page.findChildren(QTableView) if view.isVisible()]
        for model in tables:
            shown += [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(model.columnCount())]
            shown += [str(model.index(0, c).data()) for c in range(model.columnCount())]
        assert shown and not [text for text in shown if "₽" in text or "000" in text], name
    assert isinstance(page, LeadTestPage)
    page.toggle_amounts()
    assert page.amount.isVisible() and "₽" in page.company.keep.text(), "on purpose"


def test_scenes_fit_every_screen_shape(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    for scene in SCENES:
        for size in ((1920, 1080), (1024, 768), (768, 1024)):
            assert texts(window, scene.id, Focus(), size)


def texts(window: FacilitatorWindow, scene_id: str, focus: Focus, size: tuple[int, int]) -> list[str]:
    scene = next(scene for scene in SCENES if scene.id == scene_id)
    bridge = window.bridge
    given = SceneInput(bridge.engagement, bridge.view_context, Words("ru"), focus)
    return scene_texts(scene, scene.content(given), size)


def test_a_pasted_column_says_what_it_did_not_take(open_window: OpenWindow, qtbot: QtBot) -> None:
    """Titles above and signs of a currency are no fault; a word and a row too many are said."""
    window = open_window(demo="ru")
    page = simulation(window)
    page.open_editor()
    page.editor.open_part("bonuses")
    part = page.editor.parts["bonuses"]
    lines = part.model.lines
    part.table.select(lines[0].id, 1)
    sums = ["25 000 ₽", "12\u00a0500,50 руб.", "по договорённости", *["1000"] * (len(lines) - 1)]
    QGuiApplication.clipboard().setText("\n".join(("Сумма", *sums)))
    qtbot.keyClick(part.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    amounts = {row.person_id: row.amount for row in window.bridge.engagement.target_bonuses if row.scheme_id == "after"}
    assert [amounts[line.id] for line in lines[:2]] == [25_000, Decimal("12500.50")]
    assert amounts[lines[2].id] not in (None, 1000)
    assert amounts[lines[-1].id] == 1000
    said = window.messages.toast_frame.text.text().replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Не прочитано как числа: по договорённости. Строк, которым не хватило места: 2."


def test_columns_are_pasted_as_the_language_writes_numbers(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="en", language="en")
    page = simulation(window)
    page.open_editor()
    clipboard = QGuiApplication.clipboard()
    for part, text in (
        ("bonuses", "A. Person\t100,000\nB. Person\t1,200.5"),
        ("facts", "4,000,000\t4,400,000\n5.5\tno"),
    ):
        page.editor.open_part(part)
        table = page.editor.parts[part].table
        table.select(page.editor.parts[part].model.lines[0].id, 2)
        clipboard.setText(text)
        qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    engagement = window.bridge.engagement
    first, second = (line.id for line in page.editor.parts["bonuses"].model.lines[:2])
    amounts = {row.person_id: row.amount for row in engagement.target_bonuses}
    assert (amounts[first], amounts[second]) == (Decimal(100000), Decimal("1200.5"))
    lines = page.editor.parts["facts"].model.lines[:2]
    assert (lines[0].row.plan, lines[0].row.fact, lines[1].row.plan) == (4_000_000, 4_400_000, Decimal("5.5"))
    assert lines[1].row.fact not in (None, Decimal("5.5")), "a word is no number: the fact stays"
    window.bridge.undo()
    window.bridge.undo()
    assert not window.bridge.document.undo_step


def test_money_is_read_as_the_language_writes_it(window: FacilitatorWindow) -> None:
    english = NumberField(window.theme, Words("en"), "bonus")
    assert (english.read("100,000"), english.read("1,200.5"), english.read("0,125")) == (
        Decimal(100000), Decimal("1200.5"), Decimal("0.125"),
    )  # fmt: skip
    russian = NumberField(window.theme, Words("ru"), "премия")
    assert (russian.read("100 000"), russian.read("1200,5"), russian.read("0,125")) == (
        Decimal(100000), Decimal("1200.5"), Decimal("0.125"),
    )  # fmt: skip
    with pytest.raises(ProblemError):
        NumberField(window.theme, Words("en"), "share", high=Decimal(100)).read("101")
