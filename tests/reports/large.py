"""A large workshop for looking at paper: three departments, 40 people, 120 activities, grown from the example."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from types import MappingProxyType
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.exchange.demo import demo_engagement
from workshop_app.exchange.engagement_json import read_engagement

Data = dict[str, Any]
PEOPLE, ACTIVITIES = 40, 120

_THIRD = MappingProxyType(
    {"ru": ("Отдел сопровождения и сервиса", "ОСС"), "en": ("Customer Care and Service Department", "CCS")}
)
_SURNAMES = MappingProxyType(
    {
        "ru": (
            "Абрамова Вера Олеговна", "Белозерский Константин Александрович", "Воронцова-Дашкова Екатерина Михайловна",
            "Гришин Лев Юрьевич", "Долматова Инна Сергеевна", "Ермолаев Пётр Ильич", "Жаркова Анна Львовна",
            "Завадский Роман Олегович", "Ильина Софья Андреевна", "Кривоносов Степан Ильич", "Лебедева Нина Павловна",
            "Мартынов Олег Игоревич", "Нестерова Алла Фёдоровна", "Овчинников Глеб Янович", "Панкратова Юлия Юрьевна",
            "Рогожин Семён Львович", "Сафронова Ева Игоревна", "Толмачёв Илья Олегович", "Ушакова Римма Глебовна",
            "Филимонов Яков Юрьевич", "Хохлова Майя Петровна", "Цветков Демьян Ильич",
        ),
        "en": (
            "Vera Abrams", "Constantine Bellingham-Smythe", "Catherine Vaughan-Richardson", "Leo Grissom", "Ines Dole",
            "Peter Ermine", "Ann Jarvis", "Roman Zavala", "Sophie Iles", "Stephen Crane", "Nina Lebrun", "Owen Martin",
            "Alice Nestor", "Glen Orchard", "Julia Pancras", "Simon Rogers", "Eva Saffron", "Eli Tolman", "Rita Usher",
            "Jacob Fielding", "Maya Hollow", "Damian Bloom",
        ),
    }
)  # fmt: skip
_WHERE = MappingProxyType(
    {"ru": ("", ": северные округа", ": новые районы", ": крупные клиенты"),
     "en": ("", ": northern counties", ": new districts", ": large clients")}
)  # fmt: skip


@cache
def large(language: str) -> Engagement:
    """The workshop in a language."""
    return Engagement.of(read_engagement(large_data(language)).rows)


def large_data(language: str) -> Data:
    """The same as engagement JSON."""
    data = deepcopy(demo_engagement(language))
    name, short = _THIRD[language]
    data["departments"].append({"id": "C", "name": name, "short": short, "head_person_id": "N01"})
    _grow_people(data, language)
    _grow_work(data, language)
    for survey in data["surveys"]:
        survey["invited"]["C"] = 24
    return data


def _grow_people(data: Data, language: str) -> None:
    staff = [person for person in data["people"] if person["id"] < "P90"]
    positions = {position["id"]: position for position in data["positions"]}
    for number, name in enumerate(_SURNAMES[language][: PEOPLE - len(data["people"])]):
        pattern = staff[number % len(staff)]
        department = "C" if number < 14 else "AB"[number % 2]
        position = positions[pattern["position_id"]]
        made = f"{position['id']}-{department}"
        if made not in positions:
            positions[made] = {**position, "id": made, "department_id": department}
            data["positions"].append(positions[made])
        person = {**pattern, "id": f"N{number + 1:02}", "name": name, "department_id": department}
        data["people"].append({**person, "position_id": made})
        data["session"]["participants"].append(person["id"])


def _grow_work(data: Data, language: str) -> None:
    originals = {
        kind: tuple(data[kind]) for kind in ("activities", "functions", "claims", "decisions", "raci", "actions")
    }
    data["claims"] = []
    people = [person["id"] for person in data["people"]]
    for copy, where in enumerate(_WHERE[language]):
        mark = f"-{copy}" if copy else ""
        other = _shifted(people, copy * 11)
        _grow_activities(data, originals, mark, where, other)
        if copy in (1, 2):
            data["actions"] += [_action(action, mark, where, other) for action in originals["actions"]]
    data["claims"] += list(_third_answers(data["activities"]))
    data["role_cards"] += [
        {**data["role_cards"][number % 16], "person_id": person["id"], "acknowledged_on": None}
        for number, person in enumerate(data["people"][len(people) - 22 :])
    ]


def _shifted(people: list[str], by: int) -> Callable[[str], str]:
    return lambda person: people[(people.index(person) + by) % len(people)]


def _grow_activities(
    data: Data, originals: dict[str, tuple[Data, ...]], mark: str, where: str, other: Callable[[str], str]
) -> None:
    for claim in originals["claims"]:
        others = ["A" if claim["department_id"] == "B" else "B"] if claim["answer"] == "they" else []
        data["claims"].append({**claim, "activity_id": claim["activity_id"] + mark, "others": others})
    if not mark:
        return
    for activity in originals["activities"]:
        data["activities"].append({**activity, "id": activity["id"] + mark, "title": activity["title"] + where})
    for function in originals["functions"]:
        person = other(function["person_id"]) if function.get("person_id") else None
        home = next((row["department_id"] for row in data["people"] if row["id"] == person), None)
        if home in ("A", "B", "C"):
            old = function.get("activity_id")
            grown = {**function, "id": function["id"] + mark, "text": function["text"] + where, "person_id": person}
            data["functions"].append({**grown, "department_id": home, "activity_id": old + mark if old else None})
    for decision in originals["decisions"]:
        made = {**decision, "id": decision["id"] + mark, "activity_id": decision["activity_id"] + mark}
        data["decisions"].append({**made, "confirmed_by": ["A", "B", "C"] if decision["confirmed_by"] else []})
    for row in originals["raci"]:
        cells = {other(person): letter for person, letter in row["cells"].items()}
        data["raci"].append({**row, "activity_id": row["activity_id"] + mark, "cells": cells})


def _action(action: Data, mark: str, where: str, other: Callable[[str], str]) -> Data:
    made = {**action, "id": action["id"] + mark, "title": action["title"] + where}
    made["owner_id"] = other(action["owner_id"]) if action.get("owner_id") else None
    return made | {"depends_on": [each + mark for each in action.get("depends_on", [])]}


def _third_answers(activities: list[Data]) -> Iterator[Data]:
    for number, activity in enumerate(activities):
        answer, others = (("we", []), ("they", ["A"]), ("both", []), ("they", ["A", "B"]))[number % 4]
        yield {"activity_id": activity["id"], "department_id": "C", "answer": answer, "others": others}
