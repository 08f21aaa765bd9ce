"""Names of people where there is little room: the surname, or the surname with initials."""

from __future__ import annotations


def surname(name: str) -> str:
    """The surname as lists write names: first in Russian, last in English."""
    parts = name.split()
    if not parts:
        return ""
    return parts[0] if _is_russian(name) else parts[-1]


def short_name(name: str) -> str:
    """«Корнеева И. Л.», “I. Carrow”; the lines between the parts never break."""
    parts = name.split()
    if len(parts) < 2:
        return name.strip()
    if _is_russian(name):
        return "\N{NO-BREAK SPACE}".join([parts[0], *(f"{part[0]}." for part in parts[1:])])
    return "\N{NO-BREAK SPACE}".join([*(f"{part[0]}." for part in parts[:-1]), parts[-1]])


def _is_russian(name: str) -> bool:
    return any("а" <= sign <= "я" or sign == "ё" for sign in name.casefold())
