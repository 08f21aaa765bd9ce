"""What a document says where the workshop has not got to yet."""

from __future__ import annotations

from reports.flowables.text import Text
from reports.paper import Paper
from reports.style import BODY, TEXT2


def nothing(paper: Paper, text: str) -> Text:
    """A sentence in place of a table that would be empty."""
    return Text(paper, text, BODY.coloured(TEXT2), before=2)
