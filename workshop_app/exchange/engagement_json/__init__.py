"""The engagement as JSON, ``joint-plan-engagement/1``: read whole and exactly, or refused with the place and the cure.

Reading gives the rows of a new workshop file; a name that leads nowhere is kept as an ``UnresolvedReference`` and
stands in its place again when the document is written (DECISIONS, Imports).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import (
    Answer,
    Company,
    RewardScheme,
    Row,
    Settings,
    Survey,
    UnresolvedReference,
)
from workshop_app.exchange.engagement_json import json_text
from workshop_app.exchange.engagement_json.errors import FormatError, unknown_word
from workshop_app.exchange.engagement_json.reading import Reading
from workshop_app.exchange.engagement_json.sections import ENGAGEMENT, FORMAT
from workshop_app.exchange.engagement_json.values import read_object
from workshop_app.exchange.engagement_json.writing import Writing
from workshop_app.i18n import LANGUAGES


@frozen
class ReadEngagement:
    """A whole engagement as rows, the unresolved references among them.

    ``unknown_fields`` are the places of keys that the format does not have: they are not imported.
    """

    rows: tuple[Row, ...]
    unknown_fields: tuple[str, ...]
    unresolved: tuple[UnresolvedReference, ...]

    @property
    def engagement(self) -> Engagement:
        """The rows as a document."""
        return Engagement.of(self.rows)


def read_engagement(source: str | Mapping[str, Any]) -> ReadEngagement:
    """Read a JSON text, or an object that was parsed already; ``FormatError`` names the place and the cure."""
    given = json_text.parse(source) if isinstance(source, str) else source
    _require_format(given)
    reading = Reading()
    company = Company(**{"id": Company.table, **ENGAGEMENT.read_values(given, "", reading)})
    if company.language not in LANGUAGES:
        raise unknown_word("lang", company.language, LANGUAGES)
    reading.add(company, "")
    ENGAGEMENT.read_parts(given, "", company, reading)
    rows = _with_settings(given, reading.resolved())
    _require_named_departments(given, rows)
    strangers = tuple(reading.strangers)
    return ReadEngagement((*rows, *strangers), tuple(reading.unknown), strangers)


def _with_settings(given: Mapping[str, Any], rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """A survey without a threshold and a reward scheme without its rounding take those of the settings."""
    settings = next((row for row in rows if isinstance(row, Settings)), Settings(id=Settings.table))
    surveys = {survey["id"] for survey in given.get("surveys") or () if survey.get("threshold") is None}
    written = (given.get("reward_schemes") or {}).items()
    schemes = {name for name, scheme in written if not (scheme or {}).get("round_to")}

    def filled(row: Row) -> Row:
        if isinstance(row, Survey) and row.id in surveys:
            return replace(row, threshold=settings.anonymity_threshold)
        if isinstance(row, RewardScheme) and row.id in schemes:
            return replace(row, round_to=settings.round_to)
        return row

    return tuple(map(filled, rows))


def write_engagement(engagement: Engagement) -> dict[str, Any]:
    """The document as an object for JSON. Numbers are int or float, ``Decimal`` where a float would lose digits."""
    return {"format": FORMAT, **ENGAGEMENT.write(engagement.company, Writing(engagement))}


def engagement_text(engagement: Engagement) -> str:
    """The document as the text of a JSON file."""
    return json_text.write(write_engagement(engagement)) + "\n"


def _require_format(given: Any) -> None:
    if isinstance(given, Mapping) and given.get("format") == FORMAT:
        return
    found = given.get("format") if isinstance(given, Mapping) else None
    if isinstance(found, str) and found.startswith(FORMAT.rpartition("/")[0]):
        message = N_("format: “{found}” is of a newer version of this program; this one reads “{known}”. Update it.")
        raise FormatError(Message(message, {"found": found, "known": FORMAT}), "format")
    message = N_("This is no engagement: “format” must be “{known}”. Choose another file, or another kind of import.")
    raise FormatError(Message(message, {"known": FORMAT}), "format")


def _require_named_departments(given: Mapping[str, Any], rows: tuple[Row, ...]) -> None:
    """«They» says nothing where there are three departments or more, unless they are named."""
    if sum(1 for row in rows if row.table == "departments") < 3:
        return
    for index, claim in enumerate(read_object(given, "").get("claims") or ()):
        if claim.get("answer") == Answer.THEY and not claim.get("others"):
            place = f"claims[{index}].others"
            message = N_("{place}: “they” needs the departments by name where there are three or more. Name them.")
            raise FormatError(Message(message, {"place": place}), place)


__all__ = [
    "FORMAT",
    "FormatError",
    "ReadEngagement",
    "engagement_text",
    "read_engagement",
    "write_engagement",
]
