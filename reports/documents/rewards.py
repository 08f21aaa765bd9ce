"""Rewards and recognition, before and after."""

from __future__ import annotations

from typing import Any

from reports.documents.kind import DocumentKind, Part
from reports.flow import Room, flattened
from reports.flowables.heading import TitleBlock
from reports.paper import Paper
from reports.sections.rewards.fund import fund, standfirst
from reports.sections.rewards.people import who_gets_what
from reports.sections.rewards.rules import recognition, scheme_and_credit, weights
from reports.sections.source import Source
from workshop_app.domain.message import N_
from workshop_app.steps.rewards.view import rewards_view


def opening(paper: Paper, source: Source) -> list[Any]:
    """Title and what the new scheme changes."""
    _ = paper.words
    said = standfirst(_, rewards_view(source.engagement, source.context))
    return [TitleBlock(paper, _("Rewards: before and after"), badges=source.departments, standfirst=said)]


def rules(paper: Paper, source: Source) -> list[Any]:
    """Checks and credit rules; they go to the next page together with what follows rather than leave it alone there."""
    blocks = scheme_and_credit(paper, source)
    return [Room([*flattened(blocks), *flattened(recognition(paper, source))]), *blocks] if blocks else []


KIND = DocumentKind(
    name="rewards",
    title=N_("Rewards and recognition"),
    about=N_("The two schemes on the same results in per cent; sums only when asked for"),
    opening=opening,
    sections=(
        Part("fund", N_("What the fund is made of"), fund),
        Part("who", N_("Who gets what"), who_gets_what),
        Part("weights", N_("What is paid for"), weights),
        Part("rules", N_("Check of the scheme and credit rules"), rules),
        Part("recognition", N_("Recognition"), recognition),
    ),
    steps=frozenset({9}),
)
