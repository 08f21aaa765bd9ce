"""Which encoding a text file has: Unicode when it says so or is valid, else one of the old eight-bit ones."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

_CHUNK = 1 << 20
_SAMPLE = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")


def detect_encoding(path: Path) -> str:
    """The name of the encoding for ``open``; reads the whole file once in pieces. OSError as ``open`` raises it."""
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    if b"\0" in sample:
        return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
    return "utf-8" if _is_utf8(path) else _eight_bit(path)


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _eight_bit(path: Path) -> str:
    """Cyrillic comes in runs of high bytes; in a western text (cp1252) they stand alone between Latin letters."""
    runs: list[bytes] = []
    with path.open("rb") as file:
        while not runs and (chunk := file.read(_CHUNK)):
            runs = _HIGH_RUN.findall(chunk)
    high = b"".join(runs)
    if sum(len(run) for run in runs if len(run) > 1) < len(high) / 2:
        return "cp1252"
    dos_letters = sum(1 for byte in high if 0x80 <= byte <= 0xAF)
    return "cp866" if dos_letters > len(high) / 3 else "cp1251"
