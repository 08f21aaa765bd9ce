"""Columns of the handoffs: what, who gives, who receives, the package, when it is accepted, hours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ui.context import WindowContext
from ui.models.table import Column
from ui.steps.cooperation.words import handoff_fault, hours_short
from ui.widgets import roles
from ui.widgets.delegates.editing import pick_editor
from ui.widgets.number_field import NumberField
from ui.widgets.picker import person_choices
from workshop_app.domain.short_names import surname
from workshop_app.domain.text_key import single_line
from workshop_app.steps.cooperation.operations import change_handoff, items_of, set_person
from workshop_app.steps.cooperation.view import HandoffLine, Side

if TYPE_CHECKING:
    from workshop_app.services.document import Operation


def _described(line: HandoffLine) -> bool:
    return line.suggested is None


class HandoffColumns:
    """Makes the columns for one window."""

    def __init__(self, context: WindowContext) -> None:
        self._context = context

    def all(self) -> list[Column[HandoffLine]]:
        """In order."""
        _ = self._context.words
        return [
            self._title(),
            self._side("from", _("Gives"), lambda line: line.giver),
            self._side("to", _("Receives"), lambda line: line.taker),
            self._package(),
            self._acceptance(),
            self._hours(),
        ]

    def _title(self) -> Column[HandoffLine]:
        _ = self._context.words

        def caption(line: HandoffLine) -> str:
            if line.suggested is not None:
                return _("asked for by a decision: Enter describes it")
            fault, _token = handoff_fault(line, _)
            return fault or _("begins: {event}", event=line.handoff.trigger or "—")

        def icon(line: HandoffLine) -> tuple[str, str] | None:
            if line.suggested is not None:
                return "plus", "accent"
            fault, token = handoff_fault(line, _)
            if fault:
                return ("octagon-x" if token == "err" else "triangle-alert"), token
            return ("handshake", "ok") if line.accepted else None

        def rename(line: HandoffLine, text: str) -> Operation | None:
            wording = single_line(text)
            return change_handoff(line.handoff, title=wording) if wording != line.handoff.title and wording else None

        return Column(
            "title",
            _("Handoff"),
            lambda line: line.handoff.title if line.suggested else f"{line.id}  {line.handoff.title}",
            rename,
            value=lambda line: line.handoff.title,
            roles={roles.CAPTION: caption, roles.ICON: icon, roles.TONE: self._tone},
            accessible=lambda line: f"{line.handoff.title}. {caption(line)}",
            editable=_described,
        )

    @staticmethod
    def _tone(line: HandoffLine) -> str:
        return "text2" if line.suggested else "text"

    def _side(self, key: str, title: str, side: Callable[[HandoffLine], Side]) -> Column[HandoffLine]:
        context = self._context
        maker = pick_editor(
            context.theme, context.icons, context.words, lambda: person_choices(context.bridge.engagement, "—")
        )

        def badge(line: HandoffLine) -> tuple[str, int] | None:
            found = side(line)
            return (found.department.short, found.place) if found.department else None

        def choose(line: HandoffLine, person_id: Any) -> Operation | None:
            if person_id == getattr(line.handoff, f"{key}_person_id"):
                return None
            return set_person(line.handoff, key, context.bridge.engagement.person(person_id))

        def tip(line: HandoffLine) -> str:
            found = side(line)
            parts = (found.department.name if found.department else "", found.person.name if found.person else "")
            return ", ".join(part for part in parts if part)

        return Column(
            key,
            title,
            lambda line: (lambda person: surname(person.name) if person else "" if line.suggested else "—")(
                side(line).person
            ),
            choose,
            value=lambda line: getattr(line.handoff, f"{key}_person_id"),
            roles={roles.BADGE: badge, roles.EDITOR: lambda _line: maker},
            tooltip=tip,
            accessible=tip,
            editable=_described,
        )

    def _package(self) -> Column[HandoffLine]:
        def write(line: HandoffLine, text: str) -> Operation | None:
            items = items_of(text)
            return change_handoff(line.handoff, package=items) if items != line.handoff.package else None

        return Column(
            "package",
            self._context.words("What is in the package"),
            lambda line: ", ".join(line.handoff.package),
            write,
            value=lambda line: "; ".join(line.handoff.package),
            roles={roles.TONE: lambda _line: "text2"},
            tooltip=lambda line: "\n".join(f"• {item}" for item in line.handoff.package),
            editable=_described,
        )

    def _acceptance(self) -> Column[HandoffLine]:
        def write(line: HandoffLine, text: str) -> Operation | None:
            wording = single_line(text) or None
            return change_handoff(line.handoff, acceptance=wording) if wording != line.handoff.acceptance else None

        return Column(
            "acceptance",
            self._context.words("Accepted when"),
            lambda line: line.handoff.acceptance or "",
            write,
            editable=_described,
        )

    def _hours(self) -> Column[HandoffLine]:
        context = self._context
        name = context.words("Hours to respond")

        def write(line: HandoffLine, hours: Any) -> Operation | None:
            return change_handoff(line.handoff, response_hours=hours) if hours != line.handoff.response_hours else None

        return Column(
            "hours",
            context.words("Within"),
            lambda line: "" if line.suggested else hours_short(line.handoff.response_hours, context.words),
            write,
            value=lambda line: line.handoff.response_hours,
            roles={
                roles.EDITOR: lambda _line: lambda: NumberField(context.theme, context.words, name),
                roles.STRONG: lambda _line: True,
                roles.TONE: lambda line: "warn" if line.longest else "text",
                **roles.RIGHT,
            },
            editable=_described,
        )
