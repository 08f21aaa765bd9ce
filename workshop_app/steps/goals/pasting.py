"""Goals and candidates pasted from a spreadsheet: one sentence a row, whatever stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from workshop_app.domain.message import Message
from workshop_app.domain.text_key import norm_text, single_line, without_mark
from workshop_app.services.document import Operation
from workshop_app.services.operations import together

_HEADS = frozenset(
    norm_text(word)
    for word in ("цель", "цели", "общая цель", "общие цели", "кандидат", "компетенция", "goal", "goals", "candidate")
)


def pasted_texts(rows: Sequence[Sequence[str]], known: Iterable[str]) -> tuple[str, ...]:
    """The first cell with letters of every row, without heads and what is ``known`` already."""
    met = {norm_text(text) for text in known} | _HEADS
    found = []
    for row in rows:
        text = single_line(without_mark(next((cell for cell in row if any(map(str.isalpha, cell))), "")))
        if text and norm_text(text) not in met:
            met.add(norm_text(text))
            found.append(text)
    return tuple(found)


def add_all(texts: Sequence[str], add: Callable[[str], Operation], many: str) -> Operation | None:
    """All of them as one undo step, named ``many`` (with ``{n}``) where it is more than one; None without any."""
    made = [add(text) for text in texts]
    if not made:
        return None
    return together(made[0].name if len(made) == 1 else Message(many, {"n": len(made)}), made)
