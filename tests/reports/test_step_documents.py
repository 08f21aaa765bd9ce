"""Handoffs, training, meetings, rewards on paper: what is printed together, and the calendar."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from reports.sections.source import Source
from tests.reports.large import large
from tests.reports.pdf import words
from tests.reports.printed import demo, printed, said, text_of
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import (
    AgendaItem,
    Decision,
    Department,
    FollowUp,
    Handoff,
    Meeting,
    Note,
    NoteKind,
    Person,
    Position,
    RewardWeight,
    RoleCard,
    Row,
    Session,
    Settings,
    SurveyQuestion,
)
from workshop_app.steps.step import ViewContext


def pages(name: str, engagement: Engagement | None = None) -> list[str]:
    return words(printed(name, engagement))


def test_the_matrix_of_skills_is_not_torn_and_shares_the_page_of_the_plan_where_it_fits() -> None:
    (sheet,) = pages("training")
    assert "План обучения" in sheet and "Корнеева И. Л." in sheet and "Кто кого мог бы научить. Тендеры" in sheet
    long = pages("training", large("ru"))
    matrix = next(page for page in long if "Навыки" in page)
    assert "План обучения" not in matrix and "Корнеева И. Л." in matrix and "Осипова Т. И." in matrix


def test_namesakes_are_told_apart_on_paper() -> None:
    names = ("Иванов Иван", "Иванов Илья", "Гусев Пётр")
    people = [Person(id=f"P{at}", name=name, rank=at) for at, name in enumerate(names)]
    source = Source(Engagement.of(people), ViewContext(date(2026, 4, 20)))
    assert [source.short(person.id) for person in people] == ["Иванов Иван", "Иванов Илья", "Гусев\N{NO-BREAK SPACE}П."]
    assert [source.surname(person.id) for person in people] == ["Иванов Иван", "Иванов Илья", "Гусев"]


def test_recognition_does_not_stand_alone_on_a_page() -> None:
    last = pages("rewards")[-1]
    assert "Признание" in last and "Правила зачёта" in last


def test_decisions_without_a_handoff_are_listed_by_direction() -> None:
    text = said("cooperation")
    assert "ОП-1 → ОП-2: Распределение клиентов между отделами; Отчётность о продажах для директора" in text
    assert "ОСС → ОП-1: " in " ".join(pages("cooperation", large("ru")))


def test_the_calendar_shows_a_quarter_with_meetings_follow_ups_and_training() -> None:
    text = said("meetings")
    assert "апр 20 27 май 4 11 18 25 июн 1 8 15 22 29 июл 6 13" in text
    assert "Общая пятиминутка 20 27 4 11 18 25 1 8 15 22 29 6 13" in text
    assert "Встречи после сессии 12" in text and "Обучение 23 14 28" in text


@pytest.mark.parametrize(
    ("person", "asked"),
    [
        ("P01", "Проверьте перечень функций своего отдела"),
        ("P03", "руководитель отдела спросит об этом для перечня функций"),
        ("P90", "Подумайте, что решаете вы, а что отдаёте решать отделам"),
        ("P91", "Не отвечайте на вопрос собственника за отделы"),
    ],
)
def test_an_invitation_asks_everybody_what_is_theirs_to_prepare(person: str, asked: str) -> None:
    text = text_of(printed("invitation", person_id=person))
    assert asked in text
    of_a_department = person < "P90"
    assert ("пульс-опрос" in text) == of_a_department and ("перечня функций" in text) == (person == "P03")


def test_decisions_of_the_quick_line_stand_in_the_plan_and_in_the_report() -> None:
    at, after = "2026-02-10T11:00", "2026-03-12T11:00"
    notes = [
        Note(id="N91", kind=NoteKind.DECISION, step="cooperation", text="Один общий номер — до 30 июня", created_at=at),
        Note(id="N92", kind=NoteKind.DECISION, step="followup", text="Скидка до 12 %", created_at=after),
        Note(id="N93", kind=NoteKind.PARKING, step="audit", text="Новый зал", created_at=at, resolved=True),
    ]
    workshop = Engagement.of([*demo("ru").all_rows(), *notes])
    plan, report = " ".join(pages("action-plan", workshop)), " ".join(pages("full-report", workshop))
    assert "Что ещё решили 2 решения помимо функций" in plan
    assert "Один общий номер — до 30 июня Взаимодействие" in plan and "Скидка до 12 % После сессии, 12 мар" in plan
    assert "Что ещё решили 1 решение помимо функций" in report
    assert report.count("Скидка до 12 %") == 1, "among the corrections of the follow-up"
    assert "Вопросы и идеи на потом 2 пункта без решения" in report and "Новый зал" not in report
    assert "Что ещё решили" not in said("action-plan")


def test_without_dates_ahead_there_is_no_calendar() -> None:
    rows = [
        replace(row, first_date=None) if isinstance(row, Meeting) else row
        for row in demo("ru").all_rows()
        if row.table not in ("training", "followups", "session")
    ]
    assert "Календарь" not in " ".join(pages("meetings", Engagement.of(rows)))


def test_documents_count_who_was_there_what_is_asked_and_what_was_not_held() -> None:
    def changed(row: Row) -> Row | None:
        if isinstance(row, Session):
            return replace(row, absent=row.participants[:2])
        if isinstance(row, FollowUp):
            return replace(row, held_on=None)
        if isinstance(row, RewardWeight) and row.position_id in ("POS-A1", "POS-B1"):
            return None
        return None if isinstance(row, SurveyQuestion) and row.code > "Q3" else row

    workshop = Engagement.of([found for row in demo("ru").all_rows() if (found := changed(row)) is not None])
    there = len(workshop.session.participants) - 2
    assert f"10 февраля 2026 г., {there} участников" in " ".join(pages("action-plan", workshop))
    assert "пульс-опрос: 5 утверждений" in text_of(printed("invitation", workshop, person_id="P03"))
    assert "Начальник отдела · 2 Старший" in said("rewards")
    assert "Начальник отдела · 2" not in " ".join(pages("rewards", workshop))
    assert "проверка «30 дней»: не проведена" in " ".join(pages("owner-summary", workshop))


def test_the_sheet_of_day_60_says_which_cards_and_what_else_belong_to_the_day() -> None:
    def changed(row: Row) -> Row:
        if isinstance(row, RoleCard):
            return replace(row, acknowledged_on=date(2026, 4, 10) if row.person_id in ("P01", "P02") else None)
        if isinstance(row, FollowUp):
            return replace(row, held_on=row.date if row.day == 30 else None)
        if isinstance(row, Decision) and row.activity_id == "ACT01":
            return replace(row, decided_on=date(2026, 4, 12))
        return row

    sheet = " ".join(pages("followup", Engagement.of(changed(row) for row in demo("ru").all_rows())))
    assert "2 карточки ролей обсуждены" in sheet and "решено: Поиск новых клиентов" in sheet
    assert "К 60-му дню ещё" in sheet and "Карточки ролей обсуждены: 2 из" in sheet


def test_a_scheme_for_many_positions_has_a_row_for_each_and_promises_nothing_without_results() -> None:
    titles = ("Ведущий специалист по сопровождению договоров", "Инженер-наладчик теплотехнического оборудования")
    kept = [row for row in demo("ru").all_rows() if row.table not in ("reward_facts", "target_bonuses")]
    weights = [row for row in kept if isinstance(row, RewardWeight)]
    more: list[Row] = []
    for place in range(12):
        position = Position(id=f"POS-{place}", title=f"{titles[place % 2]} {place}", department_id="A")
        person = Person(id=f"PX{place}", name=f"Ли Павел {place}", position_id=position.id, department_id="A")
        own = [replace(row, id=f"{row.id}-{place}", position_id=position.id) for row in weights[:6]]
        more += [position, person, *own]
    sheet = " ".join(pages("rewards", Engagement.of([*kept, *more])))
    assert "Ведущий специалист по сопровождению договоров 0 · 1" in sheet, "no word is broken"
    assert "никто не теряет" not in sheet and "расчёт появится, когда на шаге 9" in sheet


def test_every_word_of_a_stage_stands_in_its_box() -> None:
    long = "Согласование графика планово-предупредительных ремонтов котельного оборудования с каждым заказчиком"
    rows = [replace(row, trigger=long) if isinstance(row, Handoff) else row for row in demo("ru").all_rows()]
    assert "каждым заказчиком" in pages("cooperation", Engagement.of(rows))[0]


def test_long_surnames_leave_room_for_the_texts_beside_them() -> None:
    name = "Рождественская-Преображенская Александра Константиновна"
    package = ("перечень котельных с адресами", "контакт главного инженера", "окно для остановки", "особые условия")
    rows = [
        replace(row, name=name) if isinstance(row, Person)
        else replace(row, package=package) if isinstance(row, Handoff) else row
        for row in demo("ru").all_rows()
    ]  # fmt: skip
    text = " ".join(pages("cooperation", Engagement.of(rows)))
    assert "Рождественская- Преображенская А. К." in text


def test_a_step_that_was_switched_off_has_no_empty_chapter_but_is_named() -> None:
    off = ("training", "rewards", "feedback")
    kept = [
        replace(row, steps_off=off) if isinstance(row, Settings) else row
        for row in demo("ru").all_rows()
        if row.table not in ("training", "skills", "skill_levels")
    ]
    text = " ".join(pages("full-report", Engagement.of(kept)))
    assert "Не входили в повестку: Обучение." in text and "Чему люди учатся друг у друга" not in text
    assert "Обратная связь" in text and "За что платят" in text, "what was worked on is printed all the same"


def test_heads_of_eight_departments_answer_together() -> None:
    rows = list(demo("ru").all_rows())
    more = [Department(id=f"D{n}", name=f"Отдел {n}", short=f"ОТД{n}", head_person_id=f"P0{n}") for n in range(1, 7)]
    opened = [row for row in rows if row.table not in ("decisions", "raci_cells", "raci_rows")]
    said_of = " ".join(pages("action-plan", Engagement.of([*opened, *more])))
    assert re.search(r"решения нет( · и ещё \d+ так\w+ же)? все руководители", said_of)


def test_one_wave_is_compared_with_nothing_and_a_dissent_is_a_sentence_of_its_own() -> None:
    rows = []
    for row in demo("ru").all_rows():
        if isinstance(row, Decision):
            row = replace(row, split_rule="Делим по сумме", dissent="ОП-2 против")
        if not (row.id == "W2" or getattr(row, "survey_id", "") == "W2"):
            rows.append(row)
    workshop = Engagement.of(rows)
    assert "Кружок — было, точка — сейчас." in said("feedback")
    assert "Кружок — было" not in " ".join(pages("feedback", workshop))
    assert "Делим по сумме. Особое мнение: ОП-2 против" in " ".join(pages("action-plan", workshop))
    assert re.search(r"\d+ → \d+% cooperation index", said("owner-summary", "en"))


def test_a_line_of_the_agenda_that_is_no_step_is_printed_as_it_is_written_without_a_number() -> None:
    engagement = demo("ru")
    other = AgendaItem(id="AG99", step="team_game", minutes=15, rank=engagement.agenda[0].rank + 1)
    workshop = Engagement.of([*engagement.all_rows(), other])
    assert re.search(r"\d\d:\d\d–\d\d:\d\d team_game", text_of(printed("invitation", workshop, person_id="P03")))
