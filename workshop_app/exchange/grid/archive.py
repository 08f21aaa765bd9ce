"""A workbook's archive looked through as it is packed: its parts in pieces, and the names of cells."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

_PIECE = 1 << 20


def pieces(archive: zipfile.ZipFile, part: str | zipfile.ZipInfo, overlap: int) -> Iterator[bytes]:
    """A part unpacked piece by piece; each begins with the last ``overlap`` bytes of the one before."""
    tail = b""
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            yield tail + piece
            tail = piece[-overlap:]


def column_number(letters: bytes) -> int:
    """The number of a column from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
