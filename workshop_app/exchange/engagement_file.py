"""A whole engagement (JSON) as a new workshop file."""

from __future__ import annotations

from pathlib import Path

from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.exchange.new_file import write_new_file
from workshop_app.services.operations import put_rows


def engagement_text(source: Path) -> str:
    """The text of an engagement file; ``ProblemError`` when it is not UTF-8."""
    content = source.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ProblemError(
            Message(N_("{file} is not in UTF-8. Export the engagement again."), {"file": source.name})
        ) from None


def workshop_from(source: Path, target: Path) -> Path:
    """Write ``target`` from the engagement in ``source``; ``ProblemError`` names what is wrong and where."""
    try:
        text = engagement_text(source)
    except OSError as error:
        message = N_("{file} can't be opened: {error}")
        raise ProblemError(Message(message, {"file": source.name, "error": error.strerror or ""})) from error
    operation = put_rows(Message(N_("Import of {file}"), {"file": source.name}), read_engagement(text).rows)
    write_new_file(target, lambda document: document.run(operation))
    return target
