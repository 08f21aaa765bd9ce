"""Documents as they are handed out in the last half hour: much is open, little is measured, names are long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pypdf import PdfReader

from tests.reports.pdf import words
from tests.reports.printed import demo, printed, text_of
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Action, ActionStatus, Company, Department, Goal, Person, RoleCard, Row
from workshop_app.steps.step import ViewContext

SESSION = date(2026, 2, 10)
COMPANY = "АО «Балтийский завод подъёмно-транспортного оборудования имени Серго Орджоникидзе и сыновей»"


def unfinished() -> Engagement:
    """The example at the end of its day: nothing is done, most actions lack an owner or a date, nothing is measured."""
    return Engagement.of([_begun(row) for row in demo("ru").all_rows() if row.table not in _LATER])


_LATER = ("followups", "indicators", "indicator_points", "surveys", "suggestions", "sign_offs")


def _begun(row: Row) -> Row:
    if isinstance(row, Action):
        owner = None if row.id in ("X03", "X05", "X07") else row.owner_id
        due = None if row.id in ("X02", "X04") else row.due
        return replace(row, status=ActionStatus.OPEN, done_on=None, owner_id=owner, due=due)
    if isinstance(row, Goal):
        return replace(row, indicator_id=None, owner_id=None if row.id == "G2" else row.owner_id)
    if isinstance(row, RoleCard):
        return replace(row, acknowledged_on=None)
    if isinstance(row, Person) and row.id == "P01":
        return replace(row, name="Ковалевская-Штейнберг Анастасия Вениаминовна")
    return replace(row, name=COMPANY) if isinstance(row, Company) else row


def made(name: str, **choices: str) -> PdfReader:
    return printed(name, unfinished(), context=ViewContext(SESSION), **choices)


def test_the_first_page_of_a_plan_with_much_open_has_the_errors_and_the_hints_stand_before_the_signatures() -> None:
    first, *later = words(made("action-plan"))
    front, back = first[first.index("Что ещё открыто") :], " ".join(later)
    assert "— перед подписями" in front and "без ответственного" in front
    assert back.index("Действия по людям") < back.index("Предупреждения и подсказки") < back.index("Подписи")
    assert "Предупреждения и подсказки" not in text_of(printed("action-plan")), "nine points stand at the front"


def test_a_long_company_is_printed_whole_on_the_first_page() -> None:
    for name in ("action-plan", "full-report"):
        page = words(made(name))[0]
        assert all(word in page for word in COMPANY.split()) and "…" not in page


def test_initials_stay_together_beside_a_long_name() -> None:
    assert "Ковалевская-Штейнберг А. В." in words(made("action-plan"))[0]


def test_a_column_nobody_has_anything_for_is_left_out() -> None:
    alone = [replace(row, co_owner_id=None) if isinstance(row, Action) else row for row in demo("ru").all_rows()]
    assert "С кем" in text_of(printed("action-plan"))
    assert "С кем" not in text_of(printed("action-plan", Engagement.of(alone)))


def test_the_head_of_two_departments_signs_once_for_both() -> None:
    both = [replace(row, head_person_id="P01") if isinstance(row, Department) else row for row in demo("ru").all_rows()]
    signed = text_of(printed("action-plan", Engagement.of(both)))
    assert signed[signed.index("Подписи") :].count("Корнеева И. Л. ОП-1, ОП-2") == 1


def test_the_owner_reads_what_is_agreed_and_what_nobody_answers_for() -> None:
    text = text_of(made("owner-summary"))
    assert "Сессия прошла 10 февраля 2026 г." in text and "0 дней после" not in text
    assert "пока не измеряем: нет показателя" in text and "граница тревоги" not in text
    assert "1 цель без ответственного" in text and "5 действий без имени или без даты" in text
    assert "22 решения" in text and "отложено 1" in text


def test_everybody_gets_the_days_of_the_follow_ups_that_the_method_gives() -> None:
    text = text_of(made("handout", person_id="P03"))
    assert "Проверка «30 дней»" in text and "12 мар" in text and "12 мар; ответ" in text
