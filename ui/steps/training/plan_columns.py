"""Lines and columns of the training plan: a head for each kind, its items, those that facts ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.context import WindowContext
from ui.models.table import Column
from ui.steps.training.words import STATUSES
from ui.widgets import roles
from ui.widgets.delegates.editing import date_editor, pick_editor
from ui.widgets.number_field import NumberField
from ui.widgets.picker import PickerChoice, department_choices
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import TrainingKind, TrainingStatus
from workshop_app.domain.short_names import surname
from workshop_app.domain.text_key import single_line
from workshop_app.domain.training import KINDS
from workshop_app.i18n import Words
from workshop_app.steps.training.offers import suggested_title
from workshop_app.steps.training.operations import change_training
from workshop_app.steps.training.view import KIND_ORDER, TrainingLine, TrainingView

if TYPE_CHECKING:
    from workshop_app.services.document import Operation


@frozen
class PlanRow:
    """The head of a kind (``line`` None), an item, or a suggestion."""

    id: str
    title: str
    caption: str = ""
    line: TrainingLine | None = None

    @property
    def stored(self) -> bool:
        """Whether it is an item of the plan."""
        return self.line is not None and self.line.suggestion is None


def plan_rows(view: TrainingView, engagement: Engagement, words: Words) -> list[PlanRow]:
    """Kinds in the order of METHOD S7."""
    rows: list[PlanRow] = []
    for kind in KIND_ORDER:
        lines = [line for line in view.plan if line.training.kind is kind]
        asked = [line for line in view.suggested if line.training.kind is kind]
        if not lines and not asked:
            continue
        hours = sum(line.training.hours or 0 for line in lines if line.training.status is not TrainingStatus.CANCELLED)
        rows.append(PlanRow(f"kind:{kind}", words(KINDS[kind]), words.hours(hours) if lines else ""))
        rows += [PlanRow(line.id, line.training.title, _caption(line, words), line) for line in lines]
        rows += [_offered(line, engagement, words) for line in asked]
    return rows


def _caption(line: TrainingLine, words: Words) -> str:
    learners = ", ".join(department.short for department, _place in line.learners)
    count = words.plural("{n} person", "{n} people", len(line.training.audience))
    return f"{count}: {learners}" if learners else words("Who learns?")


def _offered(line: TrainingLine, engagement: Engagement, words: Words) -> PlanRow:
    activity = engagement.activity(line.suggestion.activity_id) if line.suggestion else None
    title = suggested_title(line, activity.title if activity else "", words)
    if activity is not None:
        people = [surname(person.name) for name in line.training.audience if (person := engagement.person(name))]
        why = words("new for them ({names})", names=", ".join(people))
    else:
        why = words.message(line.because) if line.because else ""
    return PlanRow(line.id, title, words("because: {why}", why=why), line)


class PlanColumns:
    """Makes the columns for one window."""

    def __init__(self, context: WindowContext) -> None:
        self._context = context

    def all(self) -> list[Column[PlanRow]]:
        """In order."""
        return [self._title(), self._host(), self._date(), self._hours(), self._evaluation(), self._status()]

    def _title(self) -> Column[PlanRow]:
        def rename(row: PlanRow, text: str) -> Operation | None:
            title = single_line(text)
            return (
                change_training(row.line.training, title=title) if row.line and title and title != row.title else None
            )

        return Column(
            "title",
            self._context.words("Training"),
            lambda row: row.title,
            rename,
            roles={
                roles.CAPTION: lambda row: row.caption,
                roles.GROUP: lambda row: row.line is None,
                roles.ICON: lambda row: ("plus", "accent") if row.line and not row.stored else None,
                roles.TONE: lambda row: "text" if row.stored or row.line is None else "text2",
            },
            accessible=lambda row: f"{row.title}. {row.caption}",
            editable=lambda row: row.stored,
        )

    def _host(self) -> Column[PlanRow]:
        context, _ = self._context, self._context.words
        maker = pick_editor(
            context.theme,
            context.icons,
            context.words,
            lambda: [PickerChoice(None, "—"), *department_choices(context.bridge.engagement)],
        )

        def badge(row: PlanRow) -> tuple[str, int] | None:
            return (row.line.host.short, row.line.host_place) if row.line and row.line.host else None

        def choose(row: PlanRow, host: Any) -> Operation | None:
            return change_training(row.line.training, host_department_id=host) if row.line else None

        return Column(
            "host",
            _("Host"),
            lambda row: "" if badge(row) or not row.stored else "—",
            choose,
            value=lambda row: row.line.training.host_department_id if row.line else None,
            roles={roles.BADGE: badge, roles.EDITOR: lambda _row: maker, roles.GROUP: lambda row: row.line is None},
            tooltip=lambda row: row.line.host.name if row.line and row.line.host else "",
            accessible=lambda row: row.line.host.name if row.line and row.line.host else "",
            editable=lambda row: row.stored,
        )

    def _date(self) -> Column[PlanRow]:
        context = self._context
        maker = date_editor(context.theme, context.icons, context.words, lambda: context.bridge.as_of, quarters=True)

        def write(row: PlanRow, day: Any) -> Operation | None:
            return change_training(row.line.training, date=day) if row.line else None

        def shown(row: PlanRow) -> str:
            if not row.stored or row.line is None:
                return ""
            day = row.line.training.date
            return context.words.day_or_quarter(day) if day else context.words("no date")

        def tone(row: PlanRow) -> str:
            return "warn" if row.stored and row.line and row.line.training.date is None else "text"

        return Column(
            "date",
            context.words("Date"),
            shown,
            write,
            value=lambda row: row.line.training.date if row.line else None,
            roles={roles.EDITOR: lambda _row: maker, roles.TONE: tone, roles.GROUP: lambda row: row.line is None},
            editable=lambda row: row.stored,
        )

    def _hours(self) -> Column[PlanRow]:
        context = self._context

        def write(row: PlanRow, hours: Any) -> Operation | None:
            return change_training(row.line.training, hours=hours) if row.line else None

        return Column(
            "hours",
            context.words("Hours"),
            lambda row: context.words.number(row.line.training.hours) if row.stored and row.line else "",
            write,
            value=lambda row: row.line.training.hours if row.line else None,
            roles={
                **roles.RIGHT,
                roles.EDITOR: lambda _row: lambda: NumberField(context.theme, context.words, context.words("Hours")),
                roles.GROUP: lambda row: row.line is None,
            },
            editable=lambda row: row.stored,
        )

    def _evaluation(self) -> Column[PlanRow]:
        _ = self._context.words

        def write(row: PlanRow, text: str) -> Operation | None:
            return change_training(row.line.training, evaluation=single_line(text) or None) if row.line else None

        def shown(row: PlanRow) -> str:
            if not row.stored or row.line is None:
                return ""
            return row.line.training.evaluation or _("What will the person do differently?")

        def tone(row: PlanRow) -> str:
            if row.line is not None and row.stored and not row.line.training.evaluation:
                return "err" if row.line.unchecked else "text3"
            return "text2"

        return Column(
            "evaluation",
            _("How we check"),
            shown,
            write,
            value=lambda row: (row.line.training.evaluation or "") if row.line else "",
            roles={
                roles.TONE: tone,
                roles.ICON: lambda row: ("octagon-x", "err") if row.line and row.line.unchecked else None,
                roles.GROUP: lambda row: row.line is None,
            },
            editable=lambda row: row.stored,
        )

    def _status(self) -> Column[PlanRow]:
        _ = self._context.words

        def icon(row: PlanRow) -> tuple[str, str] | None:
            done = row.stored and row.line is not None and row.line.training.status is TrainingStatus.DONE
            return ("circle-check", "ok") if done else None

        return Column(
            "status",
            _("State"),
            lambda row: _(STATUSES[row.line.training.status]) if row.stored and row.line else "",
            roles={roles.ICON: icon, roles.TONE: lambda _row: "text2", roles.GROUP: lambda row: row.line is None},
        )


def kind_items(words: Words) -> list[tuple[str, str]]:
    """The kinds with their words."""
    return [(kind.value, words(KINDS[kind])) for kind in TrainingKind]
