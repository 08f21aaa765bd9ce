"""The whole document as one immutable snapshot, read by every rule, view and report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar, cast, overload

from workshop_app.domain import model as m
from workshop_app.domain.model.row import Row

R = TypeVar("R", bound=Row)
T = TypeVar("T")


class _Rows(Generic[R]):
    """``engagement.people``: the table's rows in order, as a tuple."""

    def __init__(self, row_type: type[R]) -> None:
        self._row_type = row_type

    @overload
    def __get__(self, owner: None, kind: Any) -> _Rows[R]: ...
    @overload
    def __get__(self, owner: Engagement, kind: Any) -> tuple[R, ...]: ...
    def __get__(self, owner: Engagement | None, kind: Any) -> _Rows[R] | tuple[R, ...]:
        return self if owner is None else owner.rows(self._row_type)


class _Single(Generic[R]):
    """``engagement.company``: the only row of a table, or its defaults."""

    def __init__(self, row_type: type[R]) -> None:
        self._row_type = row_type

    @overload
    def __get__(self, owner: None, kind: Any) -> _Single[R]: ...
    @overload
    def __get__(self, owner: Engagement, kind: Any) -> R: ...
    def __get__(self, owner: Engagement | None, kind: Any) -> _Single[R] | R:
        if owner is None:
            return self
        table = self._row_type.table
        return owner.get(self._row_type, table) or self._row_type(id=table)


class Engagement:
    """An immutable snapshot of a workshop file.

    ``tables`` maps a table's name to its rows by id. Rows come back in order of rank. ``derive`` keeps what a pure
    function computed from this snapshot, so that many readers of one state share the work.
    """

    company = _Single(m.Company)
    settings = _Single(m.Settings)
    session = _Single(m.Session)
    diagnosis = _Single(m.Diagnosis)
    ledger = _Single(m.LedgerSource)
    ledger_batches = _Rows(m.LedgerBatch)
    agenda = _Rows(m.AgendaItem)
    departments = _Rows(m.Department)
    positions = _Rows(m.Position)
    people = _Rows(m.Person)
    notes = _Rows(m.Note)
    private_notes = _Rows(m.PrivateNote)
    image_cards = _Rows(m.ImageCard)
    activities = _Rows(m.Activity)
    functions = _Rows(m.Function)
    claims = _Rows(m.Claim)
    decisions = _Rows(m.Decision)
    match_answers = _Rows(m.MatchAnswer)
    dictionary = _Rows(m.DictionaryEntry)
    raci_rows = _Rows(m.RaciRow)
    raci_cells = _Rows(m.RaciCell)
    role_cards = _Rows(m.RoleCard)
    competences = _Rows(m.Competence)
    competence_votes = _Rows(m.CompetenceVotes)
    goals = _Rows(m.Goal)
    contributions = _Rows(m.Contribution)
    handoffs = _Rows(m.Handoff)
    projects = _Rows(m.Project)
    project_stages = _Rows(m.ProjectStage)
    training = _Rows(m.Training)
    skills = _Rows(m.Skill)
    skill_levels = _Rows(m.SkillLevel)
    meetings = _Rows(m.Meeting)
    meeting_log = _Rows(m.MeetingLog)
    reward_schemes = _Rows(m.RewardScheme)
    reward_indicators = _Rows(m.RewardIndicator)
    reward_weights = _Rows(m.RewardWeight)
    target_bonuses = _Rows(m.TargetBonus)
    reward_facts = _Rows(m.RewardFact)
    credit_rules = _Rows(m.CreditRule)
    recognition = _Rows(m.Recognition)
    nominations = _Rows(m.Nomination)
    indicators = _Rows(m.Indicator)
    indicator_points = _Rows(m.IndicatorPoint)
    surveys = _Rows(m.Survey)
    survey_invitations = _Rows(m.SurveyInvitation)
    survey_questions = _Rows(m.SurveyQuestion)
    survey_responses = _Rows(m.SurveyResponse)
    survey_comments = _Rows(m.SurveyComment)
    suggestions = _Rows(m.Suggestion)
    actions = _Rows(m.Action)
    followups = _Rows(m.FollowUp)
    sign_offs = _Rows(m.SignOff)
    waivers = _Rows(m.Waiver)
    unresolved_references = _Rows(m.UnresolvedReference)
    wordings = _Rows(m.Wording)
    named_votes = _Rows(m.NamedVote)
    named_confidence = _Rows(m.NamedConfidence)
    sealed_confidence = _Rows(m.SealedConfidence)
    sealed_answers = _Rows(m.SealedAnswers)

    def __init__(self, tables: Mapping[str, Mapping[str, Row]] | None = None) -> None:
        self._tables: dict[str, Mapping[str, Row]] = dict(tables or {})
        self._ordered: dict[str, tuple[Row, ...]] = {}
        self._derived: dict[Callable[[Engagement], object], object] = {}

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Engagement:
        """A snapshot of loose rows; a later row replaces an earlier one with the same id."""
        tables: dict[str, dict[str, Row]] = {}
        for row in rows:
            tables.setdefault(row.table, {})[row.id] = row
        return cls(tables)

    def rows(self, row_type: type[R]) -> tuple[R, ...]:
        """All rows of one table in order of rank, then of arrival."""
        name = row_type.table
        if name not in self._ordered:
            rows = self._tables.get(name, {}).values()
            self._ordered[name] = tuple(sorted(rows, key=lambda row: getattr(row, "rank", 0)))
        return cast("tuple[R, ...]", self._ordered[name])  # a table holds rows of its type

    def get(self, row_type: type[R], row_id: str | None) -> R | None:
        """The row with this id, or None."""
        if row_id is None:
            return None
        return cast("R | None", self._tables.get(row_type.table, {}).get(row_id))

    def named(self, row_type: type[R], row_id: str) -> R:
        """The row with this id; KeyError when there is none."""
        return cast("R", self._tables[row_type.table][row_id])

    def derive(self, compute: Callable[[Engagement], T]) -> T:
        """``compute(self)``, computed once for this snapshot. ``compute`` must be a pure module-level function."""
        if compute not in self._derived:
            self._derived[compute] = compute(self)
        return cast("T", self._derived[compute])  # kept under the function that made it

    def with_changes(self, changes: Iterable[tuple[str, str, Row | None]]) -> Engagement:
        """A new snapshot with rows replaced (table, id, row) or taken out (table, id, None); the rest is shared."""
        changed: dict[str, dict[str, Row]] = {}
        for table, row_id, row in changes:
            rows = changed.setdefault(table, dict(self._tables.get(table, {})))
            if row is None:
                rows.pop(row_id, None)
            else:
                rows[row_id] = row
        result = Engagement({**self._tables, **changed})
        result._ordered = {name: rows for name, rows in self._ordered.items() if name not in changed}
        return result

    def all_rows(self) -> Iterable[Row]:
        """Every row of every table, tables in the order of ``model.TABLES``."""
        for row_type in m.TABLES:
            yield from self.rows(row_type)

    def person(self, person_id: str | None) -> m.Person | None:
        """The person with this id, or None."""
        return self.get(m.Person, person_id)

    def department(self, department_id: str | None) -> m.Department | None:
        """The participating department with this id, or None."""
        return self.get(m.Department, department_id)

    def activity(self, activity_id: str | None) -> m.Activity | None:
        """The activity with this id, or None."""
        return self.get(m.Activity, activity_id)

    def unresolved(self, table: str, row_id: str, field: str) -> tuple[m.UnresolvedReference, ...]:
        """The unresolved references of one field of one object, in the order of the file they came from."""
        return self.derive(_unresolved_by_field).get((table, row_id, field), ())


def _unresolved_by_field(
    engagement: Engagement,
) -> dict[tuple[str, str, str], tuple[m.UnresolvedReference, ...]]:
    grouped: dict[tuple[str, str, str], list[m.UnresolvedReference]] = {}
    for entry in engagement.unresolved_references:
        grouped.setdefault((entry.object_table, entry.object_id, entry.field), []).append(entry)
    return {key: tuple(sorted(entries, key=lambda entry: entry.index)) for key, entries in grouped.items()}
