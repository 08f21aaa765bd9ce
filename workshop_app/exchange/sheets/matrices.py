"""Sheets with a column per department or person: answers, letters, and what a survey may show."""

from __future__ import annotations

from workshop_app.domain import pulse
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import FIRST_WAVE
from workshop_app.domain.model import Answer, Claim, Department
from workshop_app.domain.references import department_label
from workshop_app.domain.rounding import half_up
from workshop_app.exchange.enum_words import word
from workshop_app.exchange.sheets.sheet import Cell, Sheet, SheetContext
from workshop_app.i18n import Words


def answer_text(claim: Claim, departments: tuple[Department, ...], words: Words) -> str:
    """An answer as a sheet says it, so that it is read back as it is (METHOD C.2)."""
    if not claim.others:
        everyone = claim.answer is Answer.BOTH and len(departments) > 2
        return words("all") if everyone else words(word(claim.answer))
    names = [department_label(d) for d in departments if d.id in claim.others]
    if claim.answer is Answer.BOTH:
        names.insert(0, words(word(Answer.WE)))
    return " + ".join(names)


def claims_sheets(context: SheetContext) -> list[Sheet]:
    """The departments' answers, a sheet for each wave."""
    _, engagement = context.words, context.engagement
    sheets = []
    for wave in sorted({1, *(claim.wave for claim in engagement.claims if not claim.sealed)}):
        given = {(c.activity_id, c.department_id): c for c in engagement.claims if c.wave == wave}
        rows: list[tuple[Cell, ...]] = []
        for activity in engagement.activities:
            claims = [given.get((activity.id, department.id)) for department in engagement.departments]
            said = [answer_text(claim, engagement.departments, _) if claim else None for claim in claims]
            rows.append((activity.id, activity.title, *said))
        header = (_("Code"), _("Activity"), *(department.name for department in engagement.departments))
        title = _("Answers") if wave == FIRST_WAVE else _("Answers, wave {wave}", wave=wave)
        key = "claims" if wave == FIRST_WAVE else f"claims_{wave}"
        sheets.append(Sheet(key, title, (header,), tuple(rows)))
    return sheets


def raci_sheet(context: SheetContext) -> Sheet:
    """The matrix: names above, departments below them; people who are not in the list stand last."""
    _, engagement = context.words, context.engagement
    cells = {(cell.activity_id, cell.person_id): cell.letters for cell in engagement.raci_cells}
    present = {person_id for _activity, person_id in cells}
    members = {department.id for department in engagement.departments}
    people = [p for p in engagement.people if p.id in present or (p.active and p.department_id in members)]
    strangers = _strangers(engagement)
    names = list(dict.fromkeys(name for _activity, name in strangers))
    rows = [
        (
            row.activity_id,
            context.name("activities", row.activity_id),
            *(cells.get((row.activity_id, person.id)) for person in people),
            *(strangers.get((row.activity_id, name)) for name in names),
        )
        for row in engagement.raci_rows
    ]
    places = [context.name("departments", p.department_id) if p.department_id else p.department_text for p in people]
    header = (_("Code"), _("Activity"), *(person.name for person in people), *names)
    below = ("", "", *(place or "" for place in places), *("" for _name in names))
    return Sheet("raci", _("RACI matrix"), (header, below), tuple(rows))


def _strangers(engagement: Engagement) -> dict[tuple[str, str], str]:
    return {
        (entry.object_id, entry.text): entry.value or ""
        for entry in engagement.unresolved_references
        if entry.object_table == "raci_rows" and entry.field == "cells"
    }


def survey_sheet(context: SheetContext) -> Sheet:
    """What the surveys may show: favourable shares of the company and of departments that are large enough."""
    _, engagement = context.words, context.engagement
    texts = {(q.survey_id, q.code): q.text for q in engagement.survey_questions}
    rows: list[tuple[Cell, ...]] = []
    for survey in engagement.surveys:
        found = pulse.results(engagement, survey.id)
        for code, cell in found.company.items():
            shares = [found.shown.get(d.id, {}).get(code) for d in engagement.departments]
            rows.append(
                (
                    survey.title,
                    survey.date,
                    code,
                    texts.get((survey.id, code), ""),
                    cell.n,
                    int(half_up(cell.favourable)),
                    half_up(cell.mean, 2),
                    *(int(half_up(share.favourable)) if share else None for share in shares),
                )
            )
    header = (
        _("Survey"),
        _("Date"),
        _("Question"),
        _("Text"),
        _("Answers given"),
        _("Favourable, %"),
        _("Mean"),
        *(_("{department}, favourable %", department=department.name) for department in engagement.departments),
    )
    return Sheet("surveys", _("Surveys"), (header,), tuple(rows))
