"""The main numbers of the report, each with its rule and its source (METHOD C)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reports.sections.audit.hours import rows_done_twice, whole_hours
from reports.sections.feedback.survey import answered
from reports.sections.rewards.fund import signed
from reports.sections.source import Source
from workshop_app.domain.competence import PASS
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.plan import effort
from workshop_app.i18n import Words
from workshop_app.steps.audit.view import audit_view
from workshop_app.steps.goals.view import goals_view
from workshop_app.steps.rewards.view import rewards_view


@frozen
class Counted:
    """A number as the report prints it, in words: what, how much, by which rule, from which data."""

    what: str
    value: str
    rule: str
    data: str


def counted_numbers(words: Words, source: Source) -> list[Counted]:
    """All numbers that there are data for, in the order of the steps."""
    makers: tuple[Callable[[Words, Source], Iterator[Counted]], ...] = (
        _ledger,
        _audit,
        _competence,
        _rewards,
        _survey,
        _plan,
    )
    return [number for maker in makers for number in maker(words, source)]


_LEDGER_RULES = (
    (N_("Client retention"), N_("clients of last year who bought again ÷ clients of last year")),
    (N_("Bought once and left"), N_("clients of last year's first purchase who did not come again ÷ all of them")),
    (N_("Net revenue retention"), N_("this year's revenue from last year's clients ÷ their revenue of last year")),
    (N_("Shared clients"), N_("clients with sales of two departments or more ÷ all active clients")),
)


def _ledger(words: Words, source: Source) -> Iterator[Counted]:
    year = source.context.ledger.last_full if source.context.ledger else None
    if year is None:
        return
    comparison = year.comparison
    cohort = comparison.cohort if comparison else None
    values = (
        comparison.retention_pct if comparison else None,
        cohort.bought_once_pct if cohort else None,
        comparison.nrr_pct if comparison else None,
        year.shared_clients_pct,
    )
    batches = [batch for batch in source.engagement.ledger_batches if batch.active]
    lines = sum(batch.row_count for batch in batches)
    data = words("sales ledger, {year}", year=year.year)
    if lines:
        data += f"; {words.plural('{n} line', '{n} lines', lines)}"
    for (what, rule), value in zip(_LEDGER_RULES, values, strict=True):
        yield Counted(words(what), words.percent(value), words(rule), data)


def _audit(words: Words, source: Source) -> Iterator[Counted]:
    engagement = source.engagement
    view = audit_view(engagement, source.context)
    people = {function.person_id for function in engagement.functions if function.person_id}
    lines = words.plural("{n} function line", "{n} function lines", len(engagement.functions))
    lists = f"{lines}, {words.plural('{n} employee', '{n} employees', len(people))}"
    if rows_done_twice(source):
        hours = words("{hours} h", hours=whole_hours(words, view.overlap_hours))
        rule = words(
            "for each activity done twice: hours of all departments less those of the busiest one; "
            "an upper bound of the relief, not a promise"
        )
        yield Counted(words("Hours done twice, a week"), hours, rule, words("function lists: {lists}", lists=lists))
    must = sum(row.finding.must_be_decided for row in view.rows)
    if view.rows:
        answers = words.plural("{n} answer", "{n} answers", sum(not claim.sealed for claim in engagement.claims))
        rule = words("the answers of the departments against their function lists; the first finding that fits")
        data = words("{answers} of the departments; {lists}", answers=answers, lists=lists)
        yield Counted(words("Findings that need a decision"), words.number(must), rule, data)


def _competence(words: Words, source: Source) -> Iterator[Counted]:
    chosen = goals_view(source.engagement, source.context).chosen
    if chosen is None:
        return
    passed = words("{n} of {total}", n=chosen.test.passed, total=len(chosen.test.scores))
    rule = words("a criterion is passed when the mean of all votes is {mark} or more", mark=words.number(PASS, 1))
    yield Counted(words("Conditions of the key competence"), passed, rule, words("votes of the room from 0 to 2"))


def _rewards(words: Words, source: Source) -> Iterator[Counted]:
    view = rewards_view(source.engagement, source.context)
    if view.comparison is None or view.comparison.fund.percent is None:
        return
    rule = words(
        "both schemes on the same results: what would be paid by the new one less what was paid by the old one"
    )
    data = words("facts, plans and target bonuses of {period}", period=view.before.period if view.before else "—")
    yield Counted(words("Change of the bonus fund"), signed(words, view.comparison.fund.percent), rule, data)


def _survey(words: Words, source: Source) -> Iterator[Counted]:
    waves = answered(source)
    last = waves[-1].results if waves else None
    if last is None or last.cooperation_index is None:
        return
    rule = words(
        "the mean over the questions of the share of answers 4 and 5; groups of fewer than {n} answers are never shown",
        n=last.threshold,
    )
    data = words("pulse survey without names: {n} of {total} answered", n=last.n_total, total=last.invited_total)
    yield Counted(words("Cooperation index"), words.percent(last.cooperation_index, 0), rule, data)


def _plan(words: Words, source: Source) -> Iterator[Counted]:
    total = effort(source.engagement)
    if total.hours:
        rule = words("estimates of actions, projects and training added up; training counts for everybody who comes")
        data = words("the plan: as far as estimated")
        yield Counted(words("Working time the plan takes"), words.hours(total.hours), rule, data)
