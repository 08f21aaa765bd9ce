"""What the departments' answers and function lists say about each activity (METHOD C.2–C.4)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Activity, Answer, Claim, Decision, SameObject
from workshop_app.domain.performers import hours_by_department


class FindingCode(StrEnum):
    """The twelve findings in their order (METHOD C.3.3); stable names of results and tests."""

    DUPLICATION = "DUPLICATION"
    SHIFTED = "SHIFTED"
    CONTESTED = "CONTESTED"
    GAP = "GAP"
    OVERLAP = "OVERLAP"
    CLAIM_WITHOUT_WORK = "CLAIM_WITHOUT_WORK"
    WORK_WITHOUT_CLAIM = "WORK_WITHOUT_CLAIM"
    SHARED_NO_RULE = "SHARED_NO_RULE"
    ONE_SIDED = "ONE_SIDED"
    AGREED_SHARED = "AGREED_SHARED"
    AGREED = "AGREED"
    NO_DATA = "NO_DATA"


MUST_DECIDE = frozenset(tuple(FindingCode)[:8])
"""The primary findings that need a decision (AUD-08)."""

DONE_TWICE = frozenset({FindingCode.DUPLICATION, FindingCode.OVERLAP})
"""The findings whose overlap hours count."""

AGREEMENT = frozenset({FindingCode.AGREED, FindingCode.AGREED_SHARED})

_BASE_PRIORITY = MappingProxyType(
    {
        FindingCode.DUPLICATION: 5,
        FindingCode.SHIFTED: 5,
        FindingCode.CONTESTED: 4,
        FindingCode.GAP: 4,
        FindingCode.OVERLAP: 3,
        FindingCode.CLAIM_WITHOUT_WORK: 3,
        FindingCode.WORK_WITHOUT_CLAIM: 2,
        FindingCode.SHARED_NO_RULE: 2,
        FindingCode.ONE_SIDED: 1,
        FindingCode.NO_DATA: 1,
        FindingCode.AGREED_SHARED: 0,
        FindingCode.AGREED: 0,
    }
)

FIRST_WAVE, SECOND_WAVE = 1, 2
"""The answers of the audit, and those given again on day 90 (METHOD S12)."""

MUCH_UNKNOWN = Fraction(30)
"""The share of "don't know" in %, above which a department lacks insight into the others' work (AUD-11)."""


def claim_id(activity_id: str, department_id: str, wave: int = FIRST_WAVE) -> str:
    """The id of a department's answer about an activity."""
    return f"{activity_id}/{department_id}/{wave}"


View = frozenset[str] | None
"""The departments that a department believes do the work; None = it does not know."""


@frozen(slots=True, kw_only=True)
class Finding:
    """What is known about one activity.

    ``codes``: every finding, the primary one first. ``performers``: the departments that do it today, None = not
    audited; ``performing``: the same in department order. ``hours``: hours per week by performing department.
    ``said``: by department the set it named, None = "don't know", absent = no answer. ``overlap_hours``: hours per
    week outside the department that spends most, an upper bound of the possible relief.
    """

    activity_id: str
    codes: tuple[FindingCode, ...]
    performers: frozenset[str] | None
    hours: Mapping[str, Decimal]
    said: Mapping[str, View]
    unanimous: bool
    rule_confirmed: bool
    overlap_hours: Fraction
    priority: Fraction

    @property
    def primary(self) -> FindingCode:
        """The first of ``codes``."""
        return self.codes[0]

    @property
    def performing(self) -> tuple[str, ...]:
        """The performing departments in their order; empty when not audited."""
        return tuple(self.hours)

    @property
    def must_be_decided(self) -> bool:
        """Whether the primary finding needs a decision (METHOD C.3.3)."""
        return self.primary in MUST_DECIDE

    @property
    def is_done_twice(self) -> bool:
        """Whether the overlap hours count in the headline number."""
        return not DONE_TWICE.isdisjoint(self.codes)


@frozen(slots=True)
class Case:
    """The inputs of the rule for one activity (METHOD C.3.2)."""

    departments: frozenset[str]
    said: Mapping[str, View]
    performers: frozenset[str] | None
    same_object: bool
    rule_confirmed: bool
    known: Mapping[str, frozenset[str]]
    claimants: frozenset[str]
    named: frozenset[str]
    unanimous: bool

    @classmethod
    def of(
        cls,
        departments: Collection[str],
        said: Mapping[str, View],
        performers: frozenset[str] | None,
        same_object: bool,
        rules: Iterable[tuple[str | None, Collection[str]]],
    ) -> Case:
        """``rules``: the written rules, each with the departments that confirmed it."""
        known = {department: view for department, view in said.items() if view is not None}
        named = frozenset[str]().union(*known.values())
        bound = named if performers is None else performers
        return cls(
            departments=frozenset(departments),
            said=said,
            performers=performers,
            same_object=same_object,
            rule_confirmed=any(is_confirmed(rule, confirmed_by, bound) for rule, confirmed_by in rules),
            known=known,
            claimants=frozenset(department for department, view in known.items() if department in view),
            named=named,
            unanimous=len(known) == len(departments) and len(set(known.values())) == 1,
        )

    @property
    def is_shared(self) -> bool:
        """Two or more departments do the work without a confirmed rule."""
        return self.performers is not None and len(self.performers) >= 2 and not self.rule_confirmed


def is_confirmed(rule: str | None, confirmed_by: Collection[str], departments: Iterable[str]) -> bool:
    """Whether a written rule exists and every one of the departments confirmed it."""
    return bool(rule and rule.strip()) and set(departments) <= set(confirmed_by)


def _shifted(case: Case) -> bool:
    pointed_at_and_answered = not case.named.isdisjoint(case.known)
    return not case.claimants and bool(case.named) and (case.performers == frozenset() or pointed_at_and_answered)


def _contested(case: Case) -> bool:
    return any(
        other != one and other not in case.known[one] and one not in case.known[other]
        for one in case.claimants
        for other in case.claimants
    )


def _gap(case: Case) -> bool:
    all_say_nobody = case.performers is None and case.unanimous and not case.named
    return not case.claimants and (case.performers == frozenset() or all_say_nobody)


def _work_without_claim(case: Case) -> bool:
    performers = case.performers or frozenset()
    return any(department in case.said and department not in case.claimants for department in performers)


def _one_sided(case: Case) -> bool:
    return bool(case.known) and not case.unanimous and not _contested(case) and not _shifted(case)


def _agreed(case: Case) -> bool:
    return case.unanimous and (case.performers is None or case.performers == case.named)


_RULES: tuple[tuple[FindingCode, Callable[[Case], bool]], ...] = (
    (FindingCode.DUPLICATION, lambda case: case.is_shared and case.same_object),
    (FindingCode.SHIFTED, _shifted),
    (FindingCode.CONTESTED, _contested),
    (FindingCode.GAP, _gap),
    (FindingCode.OVERLAP, lambda case: case.is_shared and not case.same_object),
    (
        FindingCode.CLAIM_WITHOUT_WORK,
        lambda case: case.performers is not None and not case.claimants <= case.performers,
    ),
    (FindingCode.WORK_WITHOUT_CLAIM, _work_without_claim),
    (
        FindingCode.SHARED_NO_RULE,
        lambda case: case.unanimous and len(case.named) >= 2 and case.performers is None and not case.rule_confirmed,
    ),
    (FindingCode.ONE_SIDED, _one_sided),
    (FindingCode.AGREED_SHARED, lambda case: _agreed(case) and len(case.named) >= 2 and case.rule_confirmed),
    (FindingCode.AGREED, lambda case: _agreed(case) and len(case.named) == 1),
)


def codes_of(case: Case) -> tuple[FindingCode, ...]:
    """Every finding that matches, the primary one first (METHOD C.3.3)."""
    return tuple(code for code, matches in _RULES if matches(case)) or (FindingCode.NO_DATA,)


def view_of(claim: Claim, departments: Collection[str]) -> View:
    """A claim read as the set of departments it names (METHOD C.2); None = no view.

    "They" that names nobody among three or more departments says nothing yet and reads as "don't know".
    """
    own = claim.department_id
    others = frozenset(claim.others).intersection(departments) - {own}
    if len(departments) == 2:
        others = frozenset(departments) - {own}
    if claim.answer is Answer.WE:
        return frozenset({own})
    if claim.answer is Answer.THEY:
        return others or None
    if claim.answer is Answer.BOTH:
        return (others or frozenset(departments)) | {own}
    return frozenset() if claim.answer is Answer.NOBODY else None


def answer_of(own: str, named: Collection[str], departments: Sequence[str]) -> tuple[Answer, tuple[str, ...]]:
    """The stored answer of a department for the set of departments that it names, ``view_of`` turned round.

    The code and the others by name, in order; between two departments and for all together the code says it all.
    """
    if not named:
        return Answer.NOBODY, ()
    if set(named) == {own}:
        return Answer.WE, ()
    others = tuple(department for department in departments if department in named and department != own)
    is_said = len(departments) == 2 or len(named) == len(departments)
    return Answer.BOTH if own in named else Answer.THEY, () if is_said else others


def unknown_shares(engagement: Engagement) -> Mapping[str, Fraction]:
    """By department: the share in % of "don't know" among its first answers (AUD-11); absent without answers."""
    result: dict[str, Fraction] = {}
    for department in engagement.departments:
        own = (claim for claim in engagement.claims if claim.department_id == department.id)
        answers = [claim.answer for claim in own if claim.wave == FIRST_WAVE]
        if answers:
            result[department.id] = Fraction(100 * answers.count(Answer.UNKNOWN), len(answers))
    return result


def views(engagement: Engagement, wave: int = 1) -> Mapping[str, Mapping[str, View]]:
    """By activity and department: the set that the department named in a wave; an absent department did not answer."""
    departments = tuple(department.id for department in engagement.departments)
    result: dict[str, dict[str, View]] = {}
    for claim in engagement.claims:
        if claim.wave == wave and claim.department_id in departments:
            result.setdefault(claim.activity_id, {})[claim.department_id] = view_of(claim, departments)
    return result


def findings(engagement: Engagement) -> Mapping[str, Finding]:
    """The finding of every activity, by id in the order of the activities."""
    return engagement.derive(_findings)


def _findings(engagement: Engagement) -> dict[str, Finding]:
    said, done = views(engagement), hours_by_department(engagement)
    departments = [department.id for department in engagement.departments]
    listed = bool(engagement.functions)
    result: dict[str, Finding] = {}
    for activity in engagement.activities:
        audited = listed and activity.audited
        hours = done.get(activity.id, {}) if audited else {}
        case = Case.of(
            departments,
            said.get(activity.id, {}),
            frozenset(hours) if audited else None,
            activity.same_object is SameObject.YES,
            [(activity.existing_rule, activity.existing_rule_confirmed_by)],
        )
        result[activity.id] = _finding(activity, case, hours)
    return result


def _finding(activity: Activity, case: Case, hours: Mapping[str, Decimal]) -> Finding:
    codes = codes_of(case)
    overlap = Fraction(sum(hours.values()) - max(hours.values())) if len(hours) >= 2 else Fraction(0)
    priority = Fraction(_BASE_PRIORITY[codes[0]] * (2 if activity.key else 1))
    if not DONE_TWICE.isdisjoint(codes):
        priority += overlap / 10
    return Finding(
        activity_id=activity.id,
        codes=codes,
        performers=case.performers,
        hours=hours,
        said=case.said,
        unanimous=case.unanimous,
        rule_confirmed=case.rule_confirmed,
        overlap_hours=overlap,
        priority=priority,
    )


def findings_of_wave(engagement: Engagement, wave: int) -> Mapping[str, Finding]:
    """The findings of one wave of answers. Wave 1 is ``findings``.

    A later wave (day 90, METHOD S12) covers only the activities answered again. It judges the new answers alone: the
    function lists tell of the time before the decisions, so performers are not known; the rule of a decision counts
    like an existing one.
    """
    if wave == FIRST_WAVE:
        return findings(engagement)
    departments = [department.id for department in engagement.departments]
    decided: dict[str, list[Decision]] = {}
    for decision in engagement.decisions:
        decided.setdefault(decision.activity_id or "", []).append(decision)
    result: dict[str, Finding] = {}
    for activity_id, said in views(engagement, wave).items():
        if activity := engagement.activity(activity_id):
            rules = [(activity.existing_rule, activity.existing_rule_confirmed_by)]
            rules += [(decision.split_rule, decision.confirmed_by) for decision in decided.get(activity_id, ())]
            case = Case.of(departments, said, None, activity.same_object is SameObject.YES, rules)
            result[activity_id] = _finding(activity, case, {})
    return result


def overlap_hours_total(engagement: Engagement) -> Fraction:
    """Hours per week done twice: the sum over activities with a duplication or an overlap; an upper bound of relief."""
    return sum(
        (finding.overlap_hours for finding in findings(engagement).values() if finding.is_done_twice), Fraction(0)
    )


def by_priority(engagement: Engagement) -> tuple[Finding, ...]:
    """The findings in the order of the agenda: priority descending, ties by activity order (METHOD C.4)."""
    return tuple(sorted(findings(engagement).values(), key=lambda finding: -finding.priority))
