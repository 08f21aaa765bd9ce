"""Departments, people, function lists and activities as sheets."""

from __future__ import annotations

from workshop_app.domain import model as m
from workshop_app.domain.message import N_
from workshop_app.exchange.sheets.declare import CODE, table
from workshop_app.exchange.sheets.sheet import Cell, SheetContext, shown


def _department_of(row: m.Person | m.Position, context: SheetContext) -> Cell:
    return context.name("departments", row.department_id) if row.department_id else row.department_text


def _performer(row: m.Function, context: SheetContext) -> Cell:
    if row.performed_by is m.PerformedBy.DEPARTMENT:
        return context.words("the whole department")
    return None if row.performed_by is m.PerformedBy.POSITION else shown("person_id")(row, context)


def _position(row: m.Function, context: SheetContext) -> Cell:
    person = context.engagement.person(row.person_id)
    position_id = row.position_id or (person.position_id if person else None)
    return context.name("positions", position_id) if position_id else None


def _outside(row: m.Function, context: SheetContext) -> Cell:
    return context.words("yes") if row.outside_list else None


ORGANISATION = (
    table(
        "departments",
        N_("Departments"),
        m.Department,
        (CODE, "id"),
        (N_("Name"), "name"),
        (N_("Short name"), "short"),
        (N_("Also called"), "aliases"),
        (N_("Head"), "head_person_id"),
    ),
    table(
        "positions",
        N_("Positions"),
        m.Position,
        (CODE, "id"),
        (N_("Position"), "title"),
        (N_("Department"), _department_of),
        (N_("Level"), "level"),
    ),
    table(
        "people",
        N_("People"),
        m.Person,
        (CODE, "id"),
        (N_("Person"), "name"),
        (N_("Department"), _department_of),
        (N_("Position"), "position_id"),
        (N_("Employment"), "employment"),
        (N_("Active"), "active"),
        (N_("Joined on"), "joined_on"),
        (N_("Left on"), "left_on"),
    ),
    table(
        "functions",
        N_("Functions"),
        m.Function,
        (N_("Department"), "department_id"),
        (N_("Person"), _performer),
        (N_("Position"), _position),
        (N_("Function"), "text"),
        (N_("Hours per week"), "hours_per_week"),
        (N_("Activity"), "activity_id"),
        (N_("Outside the list"), _outside),
        (N_("Comment"), "comment"),
    ),
    table(
        "activities",
        N_("Activities"),
        m.Activity,
        (CODE, "id"),
        (N_("Activity"), "title"),
        (N_("Group"), "group"),
        (N_("Key"), "key"),
        (N_("Audited"), "audited"),
        (N_("Same object"), "same_object"),
        (N_("Rule"), "existing_rule"),
        (N_("Confirmed by"), "existing_rule_confirmed_by"),
    ),
)
