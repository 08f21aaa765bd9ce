"""A whole engagement (JSON) as a new workshop file."""

from __future__ import annotations

import json
from pathlib import Path

from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.exchange.new_file import write_new_file
from workshop_app.exchange.source_file import unreadable
from workshop_app.services.operations import put_rows


def engagement_text(source: Path) -> str:
    """The text of an engagement file, in any of the Unicode encodings; ``ProblemError`` when it can't be read."""
    try:
        content = source.read_bytes()
        return content.decode(json.detect_encoding(content))
    except OSError as error:
        raise unreadable(source, error) from None
    except UnicodeDecodeError:
        raise ProblemError(
            Message(N_("{file} is not in UTF-8. Export the engagement again."), {"file": source.name})
        ) from None


def workshop_from(source: Path, target: Path) -> Path:
    """Write ``target`` from the engagement in ``source``; ``ProblemError`` names what is wrong and where."""
    rows = read_engagement(engagement_text(source)).rows
    operation = put_rows(Message(N_("Import of {file}"), {"file": source.name}), rows)
    write_new_file(target, lambda document: document.run(operation))
    return target
