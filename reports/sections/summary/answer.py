"""What the owner asked and what the departments answer, on the one dark panel; key numbers under it."""

from __future__ import annotations

from typing import Any

from reports.flowables.block import Block
from reports.flowables.layout import Beside, Columns, Panel
from reports.flowables.numbers import KeyNumber, key_numbers
from reports.flowables.text import Text
from reports.paper import Paper
from reports.sections.audit.hours import rows_done_twice, whole_hours
from reports.sections.feedback.survey import answered, index_text
from reports.sections.goals.competence import quoted
from reports.sections.source import Source
from reports.style import HAIRLINE, INK, LABEL, MM, QUOTE, STATEMENT, TEXT3, WHITE
from workshop_app.domain.decisions import is_deferred
from workshop_app.domain.followup import action_counts
from workshop_app.i18n import Words
from workshop_app.steps.audit.view import audit_view
from workshop_app.steps.goals.view import goals_view


def answer(paper: Paper, source: Source) -> list[Any]:
    """The panel; printed white with a frame when printing economically."""
    _ = paper.words
    view = goals_view(source.engagement, source.context)
    ink, grey = (INK, TEXT3) if paper.economical else (WHITE, HAIRLINE)
    asked = quoted(_, view.owner_question) if view.owner_question.strip() else _("Not asked yet")
    said = view.chosen.competence.text if view.chosen else _("Not chosen yet")
    left: list[Block] = [
        Text(paper, _("You asked"), LABEL.coloured(grey), after=3),
        Text(paper, asked, QUOTE.coloured(ink)),
    ]
    right: list[Block] = [
        Text(paper, _("The departments answered together"), LABEL.coloured(grey), after=3),
        Text(paper, said, STATEMENT.coloured(ink)),
    ]
    pair = Columns([left, [Beside(right, ink, 1, 12)]], shares=(42, 58), gap=12)
    return [Panel.dark([pair], paper.economical, after=5 * MM)]


def numbers(paper: Paper, source: Source) -> list[Any]:
    """Up to four numbers: hours done twice, shared clients, cooperation, actions; decisions where one is not known."""
    _ = paper.words
    found = [_hours(_, source), _shared(_, source), _index(_, source), _actions(_, source)]
    known = [number for number in found if number is not None]
    if len(known) < len(found) and (taken := _decisions(_, source)):
        known.insert(1 if found[0] else 0, taken)
    return [key_numbers(paper, known, after=2 * MM)] if known else []


def _hours(words: Words, source: Source) -> KeyNumber | None:
    rows = rows_done_twice(source)
    if not rows:
        return None
    hours = whole_hours(words, audit_view(source.engagement, source.context).overlap_hours)
    note = words("an upper bound of the relief, not a promise")
    return KeyNumber(words("{hours} h", hours=hours), words("a week were done twice"), note)


def _decisions(words: Words, source: Source) -> KeyNumber | None:
    held = [row.decision for row in audit_view(source.engagement, source.context).rows if row.decision]
    taken = sum(not is_deferred(decision) for decision in held)
    if not held:
        return None
    note = words("put off {n}", n=len(held) - taken) if taken < len(held) else words("nothing is put off")
    return KeyNumber(words.number(taken), words.plural("decision taken", "decisions taken", taken), note)


def _shared(words: Words, source: Source) -> KeyNumber | None:
    year = source.context.ledger.last_full if source.context.ledger else None
    if year is None:
        return None
    share = words.percent(year.share_pct(year.shared_revenue))
    return KeyNumber(
        words.number(len(year.shared)),
        words("clients of several departments"),
        words("{share} of the revenue of {year}", share=share, year=year.year),
    )


def _index(words: Words, source: Source) -> KeyNumber | None:
    waves = [wave for wave in answered(source) if wave.results.cooperation_index is not None]
    if not waves:
        return None
    values = [waves[0], waves[-1]] if len(waves) > 1 else waves
    text = index_text(words, [wave.results.cooperation_index for wave in values])
    last = waves[-1].results
    note = words("answered {n} of {total}", n=last.n_total, total=last.invited_total)
    return KeyNumber(text, words("cooperation index"), note)


def _actions(words: Words, source: Source) -> KeyNumber | None:
    counts = action_counts(source.engagement, source.as_of)
    if not counts.planned:
        return None
    note = words("overdue {n}", n=counts.overdue) if counts.overdue else words("nothing is overdue")
    return KeyNumber(words("{n} of {total}", n=counts.done, total=counts.planned), words("actions done"), note)
