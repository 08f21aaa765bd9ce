"""Names for the files that documents are written to."""

from __future__ import annotations

import re

from reports.text import clean
from workshop_app.domain.text_key import single_line

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
_NAME_BYTES = 180


def safe_name(text: str, fallback: str = "document") -> str:
    """The text as a file's name without its ending: any name a person typed works on every system."""
    name = _UNSAFE.sub(" ", "".join(each for each in clean(text) if each.isprintable()))
    name = _RESERVED.sub(r"\1_", single_line(name).strip(" ."))
    while len(name.encode("utf-8")) > _NAME_BYTES:
        name = name[:-1].rstrip(" .")
    return name or fallback
