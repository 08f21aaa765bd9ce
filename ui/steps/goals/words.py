"""What a goal's card says: from → to, why a letter of SMART fails."""

from __future__ import annotations

from workshop_app.domain.goals import LETTERS, Letter
from workshop_app.domain.model import UnitKind
from workshop_app.i18n import Words
from workshop_app.steps.goals.view import GoalCard


def kind_items(words: Words) -> list[tuple[str, str]]:
    """The kinds of units with their words; the empty one is unknown."""
    _ = words
    return [
        ("", _("kind of unit")),
        (UnitKind.PERCENT.value, _("per cent")),
        (UnitKind.COUNT.value, _("pieces")),
        (UnitKind.HOURS.value, _("hours")),
        (UnitKind.DAYS.value, _("days")),
        (UnitKind.MONEY.value, _("money")),
    ]


def smart_reason(card: GoalCard, words: Words) -> str:
    """«Measurable: no indicator. Time-bound: no deadline»; what holds is not said."""
    parts = []
    for letter in Letter:
        reasons = card.smart.of(letter)
        if reasons:
            said = "; ".join(words.message(weakness.reason) for weakness in reasons)
            parts.append(f"{words(LETTERS[letter])}: {said}")
    return ". ".join(parts)


def confidence_text(card: GoalCard, words: Words) -> str:
    """«Confidence 3.8 of 5 (16 votes)»; empty without votes."""
    if card.confidence is None:
        return ""
    votes = words.plural("{n} vote", "{n} votes", len(card.goal.confidence))
    return words("Confidence {mean} of 5, {votes}", mean=words.number(card.confidence, 1), votes=votes)
