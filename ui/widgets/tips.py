"""Tooltips that never turn a person's text into markup."""

from __future__ import annotations


def plain_tip(text: str) -> str:
    """The text for ``setToolTip``: Qt guesses rich text, so what looks like markup is escaped."""
    if "<" not in text and "&" not in text:
        return text
    from html import escape

    return f'<p style="white-space:pre-wrap">{escape(text)}</p>'
