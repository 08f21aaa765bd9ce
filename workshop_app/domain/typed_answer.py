"""What a key says about who does an activity, wherever departments answer (METHOD C.2; SCREENS.md 2, 26)."""

from __future__ import annotations

from collections.abc import Sequence

from workshop_app.domain.findings import answer_of, view_of
from workshop_app.domain.model import Answer, Claim

MANY = 3
"""From so many departments on, those that are meant are named one by one."""

FIVE = (Answer.WE, Answer.THEY, Answer.BOTH, Answer.NOBODY, Answer.UNKNOWN)
"""The answers of the keys 1…5 between two departments."""

Typed = tuple[Answer | None, tuple[str, ...]]


def typed_answer(key: str, own: str, stored: Claim | None, departments: Sequence[str]) -> Typed | None:
    """The answer of department ``own`` after a key: (code, others named); a code of None takes it back.

    Two departments: 1…5. More: 1…8 names a department or not, + all, − nobody, * don't know. 0 clears. None: no key.
    """
    if key == "0":
        return None, ()
    if len(departments) < MANY:
        return (FIVE[int(key) - 1], ()) if key in tuple("12345") else None
    if key == "*":
        return Answer.UNKNOWN, ()
    named = (view_of(stored, departments) if stored else None) or frozenset()
    if key == "+":
        named = frozenset(departments)
    elif key in ("-", "−"):
        named = frozenset()
    elif key.isdecimal() and int(key) <= len(departments):
        named = named ^ {departments[int(key) - 1]}
    else:
        return None
    return answer_of(own, named, departments)
