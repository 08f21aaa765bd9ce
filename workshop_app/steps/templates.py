"""New workshops: blank, or begun from a template."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import AgendaItem, Company, SessionFormat
from workshop_app.domain.schedule import template
from workshop_app.i18n import Words
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.steps.prepare.departments import add_department

RULES = (
    N_("We talk about work, not about people"),
    N_("One speaks at a time"),
    N_("One decision, one name, one date"),
    N_("This is not about redundancies"),
)
"""Rules of the room that a new workshop begins with."""

TEMPLATES: Mapping[str, tuple[tuple[str, ...], SessionFormat]] = MappingProxyType(
    {
        "blank": ((), SessionFormat.ONE_DAY),
        "two_sales": ((N_("Sales department No. 1"), N_("Sales department No. 2")), SessionFormat.ONE_DAY),
        "three": ((N_("Sales"), N_("Service"), N_("Marketing")), SessionFormat.ONE_DAY),
        "short": ((N_("First department"), N_("Second department")), SessionFormat.THREE_HOURS),
    }
)
"""Template → the departments it begins with, and the format."""


def begin_workshop(kind: str, words: Words) -> Operation:
    """Fill an empty file: language, agenda, rules, and the template's departments."""
    departments, session_format = TEMPLATES[kind]

    def apply(edit: Edit) -> None:
        edit.put(Company(id="company", language=words.language))
        for name in departments:
            add_department(words(name)).apply(edit)
        for step, minutes in template(session_format):
            edit.add(AgendaItem(id=edit.new_id(AgendaItem), step=step, minutes=minutes))
        edit.change(edit.engagement.session, format=session_format, rules=tuple(words(rule) for rule in RULES))
        currency = "RUB" if words.language == "ru" else "GBP"
        edit.change(edit.engagement.settings, currency=currency)

    return Operation(Message(N_("New workshop")), apply)
