"""Many clients whose names only look different are answered for at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Department
from workshop_app.exchange.ledger_file import ALIKE, SAME
from workshop_app.exchange.ledger_loading import plan_ledger

ROWS = [
    (name, form) for name in ("Заря", "Горизонт", "Лотос") for form in ("ООО «{}»", "OOO {}")
]  # the second one in Latin
CLINIC = Engagement().with_changes([("departments", "R", Department(id="R", name="Регистратура"))])


@pytest.fixture
def ledger(save_csv: Callable[..., Path]) -> Path:
    rows = [f"{n:02}.01.2026;Регистратура;{form.format(name)};Осмотр;100" for n, (name, form) in enumerate(ROWS, 1)]
    rows.append("09.01.2026;Регистратура;Горизонт 2;Осмотр;100")
    return save_csv("\n".join(("Дата;Отдел;Клиент;Услуга;Сумма", *rows)))


def test_one_question_is_asked_for_all_of_them(ledger: Path) -> None:
    plan = plan_ledger(CLINIC, ledger)
    first, *rest = plan.questions
    assert (first.key, first.default, first.text.params["n"]) == (ALIKE, "different", 3)
    assert len(rest) == 4, "each pair can still be answered by itself"
    assert plan.report.clients == 7


def test_its_answer_makes_each_pair_one_client_and_leaves_the_doubtful_ones(ledger: Path) -> None:
    plan = plan_ledger(CLINIC, ledger, {ALIKE: SAME})
    assert plan.report.clients == 4
    assert [question.key for question in plan.questions] == ["client:горизонт 2 = горизонт"]
    assert len(plan.source.client_aliases) == 3


def test_a_pair_that_was_answered_by_itself_stays_as_it_was_answered(ledger: Path) -> None:
    key = plan_ledger(CLINIC, ledger).questions[1].key
    assert plan_ledger(CLINIC, ledger, {ALIKE: SAME, key: "different"}).report.clients == 5
