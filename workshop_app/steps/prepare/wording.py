"""The workshop's own wording of a letter."""

from __future__ import annotations

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Wording
from workshop_app.services.document import Operation
from workshop_app.services.operations import change_row, remove_rows


def own_wording(engagement: Engagement, language: str, letter: str) -> str | None:
    """The workshop's own text; None where the usual one is used."""
    found = engagement.get(Wording, _key(language, letter))
    return found.text if found is not None and found.text.strip() else None


def change_wording(engagement: Engagement, language: str, letter: str, text: str) -> Operation | None:
    """Another text; None when it is the same. An empty text is the usual one again."""
    if not text.strip():
        return usual_wording(engagement, language, letter)
    known = engagement.get(Wording, _key(language, letter))
    if known is not None and known.text == text:
        return None
    row = known or Wording(id=_key(language, letter))
    return change_row(Message(N_("Wording of the invitation")), row, text=text)


def usual_wording(engagement: Engagement, language: str, letter: str) -> Operation | None:
    """Back to the usual text; None when it is used already."""
    known = engagement.get(Wording, _key(language, letter))
    return remove_rows(Message(N_("The usual wording of the invitation")), [known]) if known is not None else None


def _key(language: str, letter: str) -> str:
    return f"{language}/{letter}"
