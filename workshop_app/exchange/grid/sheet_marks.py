"""What calamine does not tell of a sheet: numbers that are shown as per cent, formulas that were never computed."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import field
from html import unescape
from pathlib import Path

from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.exchange.grid.archive import column_number, pieces

_WORKBOOK, _RELATIONS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_PERCENT_FORMATS = frozenset(("9", "10"))
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_MOST_BYTES = 1 << 24
_LONGEST_CELL = 1 << 12
_UNCOMPUTED = re.compile(
    rb"<c\b(?![^>]*\bt=)[^>]*\br=[\"']([A-Z]{1,3}\d{1,7})[\"'][^>]*>\s*"
    rb"<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
_SHOWN = 8


@frozen
class SheetMarks:
    """``percent``: columns, counted from 0, by row number; ``uncomputed``: the first cells with bare formulas."""

    percent: Mapping[int, frozenset[int]] = field(default_factory=dict)
    uncomputed: tuple[str, ...] = ()

    def notes(self) -> tuple[Message, ...]:
        """What a person should know of the sheet."""
        if not self.uncomputed:
            return ()
        text = N_(
            "Formulas without a result, read as empty: {cells}. Open the file in a spreadsheet program and save it."
        )
        shown = ", ".join(self.uncomputed[:_SHOWN]) + (" …" if len(self.uncomputed) > _SHOWN else "")
        return (Message(text, {"cells": shown}),)


def sheet_marks(path: Path, sheet: str) -> SheetMarks:
    """Look into an XLSX file; no marks for another kind of workbook or one that is out of order."""
    try:
        with zipfile.ZipFile(path) as archive:
            part = _part(archive, sheet)
            return _read(archive, part, _percent_styles(archive)) if part else SheetMarks()
    except (zipfile.BadZipFile, KeyError, OSError, ValueError):
        return SheetMarks()


def _read(archive: zipfile.ZipFile, part: str, styles: list[str]) -> SheetMarks:
    percent: dict[int, set[int]] = {}
    uncomputed: dict[str, None] = {}
    wanted = "|".join(styles).encode()
    shown = re.compile(rb"<c\b(?=[^>]*\bs=[\"'](?:%s)[\"'])[^>]*\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']" % wanted)
    for piece in pieces(archive, part, _LONGEST_CELL):
        for letters, row in shown.findall(piece) if styles else ():
            percent.setdefault(int(row), set()).add(column_number(letters) - 1)
        if b"<f" in piece:
            uncomputed |= dict.fromkeys(cell.decode() for cell in _UNCOMPUTED.findall(piece))
    return SheetMarks({row: frozenset(columns) for row, columns in percent.items()}, tuple(uncomputed))


def _part(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """The member that holds a sheet."""
    sheets = {found.get("name"): found for found in _tags(_text(archive, _WORKBOOK), "sheet")}
    relation = next((value for name, value in sheets.get(sheet, {}).items() if name.endswith(":id")), None)
    targets = {found.get("Id"): found.get("Target") for found in _tags(_text(archive, _RELATIONS), "Relationship")}
    target = targets.get(relation) if relation else None
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/") if target else None


def _percent_styles(archive: zipfile.ZipFile) -> list[str]:
    """The numbers of the cell styles that show a share as per cent."""
    text = _text(archive, _STYLES)
    own = {
        found.get("numFmtId", "")
        for found in _tags(text, "numFmt")
        if "%" in _LITERAL.sub("", found.get("formatCode", ""))
    }
    styles = _tags(text.partition("<cellXfs")[2].partition("</cellXfs>")[0], "xf")
    return [str(number) for number, style in enumerate(styles) if style.get("numFmtId") in own | _PERCENT_FORMATS]


def _text(archive: zipfile.ZipFile, member: str) -> str:
    with archive.open(member) as file:
        return file.read(_MOST_BYTES).decode("utf-8", "replace")


def _tags(text: str, name: str) -> list[dict[str, str]]:
    """The attributes of every tag of a name, without the rest of XML: nothing in the file can unfold or be fetched."""
    tags = re.findall(rf"<(?:\w+:)?{name}\b([^>]*)>", text)
    return [{key: unescape(one or other) for key, one, other in _ATTRIBUTE.findall(tag)} for tag in tags]
