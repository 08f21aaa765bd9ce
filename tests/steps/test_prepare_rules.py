"""Preparation without a window: people pasted, moved, replaced; formats, breaks and the sum of the agenda."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.membership import department_named
from workshop_app.domain.message import Message, ProblemError
from workshop_app.domain.model import (
    Action,
    ActionStatus,
    Activity,
    AgendaItem,
    Department,
    Function,
    Meeting,
    Person,
    Position,
    RaciCell,
    RaciRow,
    Row,
    SessionFormat,
)
from workshop_app.domain.schedule import Pause
from workshop_app.services.document import Document, Operation
from workshop_app.services.operations import put_rows
from workshop_app.steps.prepare.agenda import change_minutes, choose_format, own_pauses, restore_agenda, switch_step
from workshop_app.steps.prepare.agenda_view import AgendaView, PlannedLine, agenda_view
from workshop_app.steps.prepare.company import change_dates, dates_of, read_rules, typed_clock, weekly
from workshop_app.steps.prepare.departments import add_department, change_aliases, change_code
from workshop_app.steps.prepare.pasting import paste_people, plan_paste
from workshop_app.steps.prepare.people import (
    TypedPerson,
    add_person,
    change_department_of,
    change_position_of,
    move_person,
    set_active,
    set_present,
)
from workshop_app.steps.prepare.replacing import replace_person, takeovers
from workshop_app.steps.prepare.view import Attendance, _prepare_view


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return Document.create(tmp_path / "Test.workshop")


def run(document: Document, *operations: Operation | None) -> Engagement:
    for operation in operations:
        assert operation is not None
        document.run(operation)
    return document.engagement


def store(document: Document, *rows: Row) -> None:
    document.run(put_rows(Message("rows"), rows))


def names(engagement: Engagement) -> list[str]:
    return [person.name for person in engagement.people]


def named(engagement: Engagement, name: str) -> Person:
    return next(person for person in engagement.people if person.name == name)


def title_of(engagement: Engagement, person: Person) -> str:
    return engagement.named(Position, person.position_id or "").title


def line(view: AgendaView, step: str) -> PlannedLine:
    return next(line for line in view.lines if line.step == step)


HEADED = [
    ["№", "Должность", "ФИО", "Подразделение", "Ставка"],
    ["1", "менеджер", "Иванов Пётр Ильич", "Отдел продаж", "0,5"],
    ["2", "менеджер", "Сидорова Анна Павловна", "Отдел продаж", "1"],
    ["3", "инженер", "Кузнецов А. В.", "Сервис", "100 %"],
    ["4", "инженер", "Носова Е. В.", "Сервис", "полная"],
    ["5", "директор", "Главный В. В.", "Дирекция", ""],
]


def test_a_pasted_staff_list_finds_columns_by_their_headers(document: Document) -> None:
    plan = plan_paste(document.engagement, HEADED)
    engagement = run(document, paste_people(plan))
    assert [department.name for department in engagement.departments] == ["Отдел продаж", "Сервис"]
    first = named(engagement, "Иванов Пётр Ильич")
    assert (first.employment, title_of(engagement, first)) == (Decimal("0.5"), "менеджер")
    director = named(engagement, "Главный В. В.")
    assert (director.department_id, director.department_text) == (None, "Дирекция")
    assert engagement.session.participants == tuple(person.id for person in engagement.people)
    document.undo()
    assert not document.engagement.people and not document.engagement.departments


def test_a_list_pasted_twice_changes_nothing_and_a_new_post_is_taken_over(document: Document) -> None:
    run(document, paste_people(plan_paste(document.engagement, HEADED)))
    again = plan_paste(document.engagement, HEADED)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 5)
    promoted = [HEADED[0], ["1", "начальник отдела", "Иванов Пётр Ильич", "Отдел продаж", "1"]]
    engagement = run(document, paste_people(plan_paste(document.engagement, promoted)))
    first = named(engagement, "Иванов Пётр Ильич")
    assert len(engagement.people) == 5
    assert (first.employment, title_of(engagement, first)) == (Decimal(1), "начальник отдела")


def test_a_line_said_twice_is_one_person_and_namesakes_of_two_departments_are_two(document: Document) -> None:
    again = [*HEADED, HEADED[1], ["6", "инженер", "Иванов Пётр Ильич", "Сервис", "1"]]
    plan = plan_paste(document.engagement, again)
    assert [(repeat.row, repeat.same_as) for repeat in plan.repeats] == [(7, 2)]
    engagement = run(document, paste_people(plan))
    assert names(engagement).count("Иванов Пётр Ильич") == 2


def test_cells_without_headers_are_told_by_their_look_and_go_to_the_chosen_department(document: Document) -> None:
    run(document, add_department("Отдел продаж № 1"))
    rows = [["1", "Иванов Пётр", "менеджер"], ["2", "Сидорова А. В.", "старший менеджер"]]
    engagement = run(document, paste_people(plan_paste(document.engagement, rows, "Отдел продаж № 1")))
    department = engagement.departments[0]
    assert [(p.name, p.department_id, p.employment) for p in engagement.people] == [
        ("Иванов Пётр", department.id, Decimal(1)),
        ("Сидорова А. В.", department.id, Decimal(1)),
    ]
    assert title_of(engagement, engagement.people[1]) == "старший менеджер"


def test_surname_and_name_in_columns_of_their_own_are_joined_and_a_vacancy_does_not_work(document: Document) -> None:
    rows = [
        ["Фамилия", "Имя", "Отчество", "Должность"],
        ["Иванов", "Пётр", "Ильич", ""],
        ["Вакансия", "", "", "инженер"],
    ]
    engagement = run(document, paste_people(plan_paste(document.engagement, rows)))
    assert names(engagement) == ["Иванов Пётр Ильич", "Вакансия"]
    assert [person.active for person in engagement.people] == [True, False]
    assert engagement.session.participants == (engagement.people[0].id,)


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ((("Ким, Ирина", "Начальник отдела"), ("Левин Марк", "менеджер")), ["Ким Ирина", "Левин Марк"]),
        ((("Larin, Oliver", "Head of sales"), ("Zoe May", "buyer")), ["Oliver Larin", "Zoe May"]),
    ],
)
def test_a_name_with_a_comma_is_read_and_the_one_head_is_named(
    tmp_path: Path, rows: tuple[tuple[str, str], ...], names: list[str]
) -> None:
    empty = Document.create(tmp_path / "people.workshop")
    head = ["Отдел", "ФИО", "Должность"]
    plan = plan_paste(empty.engagement, [head, *(["Продажи", name, title] for name, title in rows)])
    engagement = run(empty, paste_people(plan))
    assert [person.name for person in engagement.people] == names
    assert engagement.departments[0].head_person_id == engagement.people[0].id
    empty.close()


def test_numbers_alone_are_no_list_of_people(document: Document) -> None:
    with pytest.raises(ProblemError):
        plan_paste(document.engagement, [["1", "2"], ["3", "4"]])


def test_codes_are_short_and_belong_to_one_department(document: Document) -> None:
    engagement = run(document, add_department("Отдел продаж № 1"), add_department("Отдел продаж № 2"))
    first, second = engagement.departments
    assert (first.short, second.short) == ("ОП-1", "ОП-2")
    for wrong in ("", "ПРОДА", "оп-1"):
        with pytest.raises(ProblemError):
            change_code(engagement, second, wrong)
    engagement = run(document, change_code(engagement, second, "ПР2"), change_aliases(first, "продажи; B2B, продажи"))
    assert engagement.departments[0].aliases == ("продажи", "B2B")
    assert department_named(engagement, "«Продажи»") == engagement.departments[0]


def test_people_written_as_outsiders_come_in_with_their_department(document: Document) -> None:
    run(document, add_person(TypedPerson("Иванов Пётр", "Сервис", "инженер")))
    assert document.engagement.people[0].department_text == "Сервис"
    engagement = run(document, add_department("сервис"))
    assert engagement.people[0].department_id == engagement.departments[0].id
    assert engagement.positions[0].department_id == engagement.departments[0].id


def test_a_person_who_changes_department_takes_the_position_along_and_heads_it_no_more(document: Document) -> None:
    run(document, add_department("Продажи"), add_department("Сервис"))
    run(document, add_person(TypedPerson("Иванов Пётр", "Продажи", "менеджер")))
    person = document.engagement.people[0]
    store(document, Department(id="DEP01", name="Продажи", short="ПР", head_person_id=person.id))
    engagement = run(document, change_department_of(person, "сервис"))
    moved = engagement.people[0]
    assert moved.department_id == "DEP02" and engagement.departments[0].head_person_id is None
    assert [(p.title, p.department_id) for p in engagement.positions] == [("менеджер", "DEP02")]
    engagement = run(document, change_position_of(moved, "инженер"))
    assert [p.title for p in engagement.positions] == ["инженер"]
    engagement = run(document, change_department_of(engagement.people[0], "Дирекция"))
    assert engagement.people[0].department_text == "Дирекция"


def test_people_move_inside_their_department_only(document: Document) -> None:
    run(document, add_department("А"), add_department("Б"))
    for name, department in (("а1", "А"), ("б1", "Б"), ("а2", "А"), ("а3", "А")):
        run(document, add_person(TypedPerson(name, department)))
    engagement = document.engagement
    a2, b1 = named(engagement, "а2"), named(engagement, "б1")
    engagement = run(document, move_person(engagement, a2, b1))
    assert [p.name for p in engagement.people if p.department_id == a2.department_id] == ["а1", "а3", "а2"]
    assert move_person(engagement, named(engagement, "а2"), None) is None


def test_who_is_in_the_room_and_who_works_here(document: Document) -> None:
    run(document, add_department("А"))
    for name in ("а1", "а2", "а3", "а4"):
        run(document, add_person(TypedPerson(name, "А")))
    people = document.engagement.people
    assert _prepare_view(document.engagement).attendance is Attendance.FEW
    engagement = run(document, set_present(people[:2], False))
    assert engagement.session.participants == (people[2].id, people[3].id)
    assert engagement.session.absent == (people[0].id, people[1].id)
    assert _prepare_view(engagement).thin == ("А",)
    engagement = run(document, set_active(people[0], False))
    assert _prepare_view(engagement).departments[0].people == 3


@pytest.fixture
def leaving(document: Document) -> Document:
    """Somebody who has something of every kind."""
    store(
        document,
        Department(id="A", name="Продажи", short="ПР", head_person_id="P1"),
        Position(id="Q", title="начальник", department_id="A"),
        Person(id="P1", name="Иванов", department_id="A", position_id="Q", rank=1),
        Person(id="P2", name="Петрова", department_id="A", rank=2),
        Activity(id="W", title="Работа"),
        RaciRow(id="W", activity_id="W"),
        RaciCell(id="W/P1", activity_id="W", person_id="P1", letters="A"),
        RaciCell(id="W/P2", activity_id="W", person_id="P2", letters="C"),
        Action(id="X1", title="Сделать", owner_id="P1"),
        Action(id="X2", title="Сделано", owner_id="P1", status=ActionStatus.DONE),
        Meeting(id="M", title="Планёрка", owner_id="P1", participants=("P1", "P2")),
        Function(id="F", department_id="A", person_id="P1", text="Продажи"),
    )
    run(document, set_present(document.engagement.people, True))
    return document


def test_a_successor_takes_over_what_is_open_in_one_step(leaving: Document) -> None:
    engagement = leaving.engagement
    found = {takeover.table: takeover.titles for takeover in takeovers(engagement, "P1")}
    assert found["raci_cells"] == ("Работа",) and found["actions"] == ("Сделать",)
    assert "functions" not in found
    old, new = engagement.people
    engagement = run(leaving, replace_person(old, new, date(2026, 3, 1)))
    assert {cell.id: cell.letters for cell in engagement.raci_cells} == {"W/P2": "A"}
    assert [action.owner_id for action in engagement.actions] == ["P2", "P1"]
    assert engagement.meetings[0].participants == ("P2",) and engagement.meetings[0].owner_id == "P2"
    assert engagement.departments[0].head_person_id == "P2"
    assert engagement.session.participants == ("P2",)
    assert (engagement.people[0].active, engagement.people[0].left_on) == (False, date(2026, 3, 1))
    assert engagement.functions[0].person_id == "P1"
    leaving.undo()
    assert leaving.engagement.people[0].active and leaving.engagement.departments[0].head_person_id == "P1"


def test_a_new_name_is_hired_for_the_same_post_and_may_take_the_functions(leaving: Document) -> None:
    engagement = run(leaving, replace_person(leaving.engagement.people[0], "Сидоров  Олег", None, with_functions=True))
    hired = named(engagement, "Сидоров Олег")
    assert (hired.department_id, hired.position_id) == ("A", "Q")
    assert engagement.functions[0].person_id == hired.id


def test_the_day_of_the_method_runs_from_half_past_nine(document: Document) -> None:
    view = agenda_view(run(document, choose_format(SessionFormat.ONE_DAY)))
    assert (view.planned, view.expected, view.difference) == (390, 390, 0)
    assert (view.starts_at, view.ends_at) == (time(9, 30), time(17, 30))
    assert line(view, "goals").after == ((Pause.LUNCH, 60),)
    assert line(view, "roles").starts_at == time(13, 55)
    assert line(view, "audit").minutes_in(SessionFormat.SERIES) == (45, 50, 0, 0)
    assert [(card.work, card.total) for card in view.formats] == [(170, 180), (390, 480), (420, 480)]


def test_minutes_switched_steps_and_the_way_back_to_the_method(document: Document) -> None:
    engagement = run(document, choose_format(SessionFormat.ONE_DAY))
    audit = next(item for item in engagement.agenda if item.step == "audit")
    engagement = run(document, change_minutes(audit, 95), switch_step("training", False))
    view = agenda_view(engagement)
    assert view.difference == 15 - 20
    assert line(view, "training").off and line(view, "training").starts_at is None
    view = agenda_view(run(document, restore_agenda(engagement)))
    assert view.difference == 0 and not line(view, "training").off


def test_changes_of_one_line_that_follow_each_other_are_one_undo_step(document: Document) -> None:
    engagement = run(document, choose_format(SessionFormat.ONE_DAY))
    for _step in range(3):
        item = next(item for item in document.engagement.agenda if item.step == "audit")
        run(document, change_minutes(item, item.minutes + 5))
    document.undo()
    assert document.engagement.agenda == engagement.agenda


def test_a_series_starts_every_meeting_anew_and_counts_its_days_from_the_last(document: Document) -> None:
    run(document, choose_format(SessionFormat.SERIES))
    days = weekly(date(2026, 3, 2), 4)
    engagement = run(document, change_dates(document.engagement.session, days))
    assert engagement.session.date == date(2026, 3, 23) and dates_of(engagement.session) == days
    opening = [line for line in agenda_view(engagement).lines if line.opens]
    assert [(line.step, line.meeting, line.date, line.starts_at) for line in opening] == [
        ("diagnosis", 1, date(2026, 3, 2), time(9, 40)),
        ("audit", 2, date(2026, 3, 9), time(9, 40)),
        ("roles", 3, date(2026, 3, 16), time(9, 40)),
        ("meetings", 4, date(2026, 3, 23), time(9, 40)),
    ]
    engagement = run(document, choose_format(SessionFormat.THREE_HOURS))
    assert engagement.session.dates == () and agenda_view(engagement).planned == 170


def test_breaks_of_ones_own_stand_where_the_method_had_them(document: Document) -> None:
    engagement = run(document, choose_format(SessionFormat.ONE_DAY), switch_step("training", False))
    engagement = run(document, own_pauses(engagement))
    steps = [item.step for item in engagement.agenda]
    assert steps[:4] == ["diagnosis", "break", "audit", "goals"] and steps.count("lunch") == 1
    assert steps[-1] == "training"
    before, after = agenda_view(document.engagement), agenda_view(engagement)
    assert after.own_pauses and line(after, "roles").starts_at == time(13, 55)
    assert after.planned == before.planned == 370


def test_a_step_that_an_agenda_lacks_is_shown_without_minutes(document: Document) -> None:
    store(document, AgendaItem(id="AG01", step="diagnosis", minutes=60))
    view = agenda_view(document.engagement)
    assert [line.step for line in view.lines][:2] == ["diagnosis", "audit"]
    assert line(view, "audit").item is None and len(view.lines) == 10


@pytest.mark.parametrize(
    ("text", "found"), [("9:30", time(9, 30)), ("930", time(9, 30)), ("14.05", time(14, 5)), ("9", time(9))]
)
def test_times_of_day_are_read_as_people_write_them(text: str, found: time) -> None:
    assert typed_clock(text) == found


@pytest.mark.parametrize("text", ["25:00", "9:75", "утром", "12345"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ProblemError):
        typed_clock(text)


def test_rules_are_lines_without_their_bullets() -> None:
    assert read_rules("1. Одно решение\n\n— Факты  прежде мнений\n• Без имён") == (
        "Одно решение",
        "Факты прежде мнений",
        "Без имён",
    )
