"""CSV files of any office: the encoding and the separator are found out, quoted line breaks are kept."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.grid.block import Block, EvenBlock, RowsBlock
from workshop_app.exchange.grid.cells import text_too_long
from workshop_app.exchange.grid.encoding import detect_encoding
from workshop_app.exchange.grid.grid import Grid, NumberedRow, Progress

SEPARATORS = (";", ",", "\t")
_SAMPLE_ROWS = 200
_BLOCK = 1 << 17
_LONGEST_REST = 1 << 18
_HINT = "sep="
_END = "\x1e"


class CsvGrid(Grid):
    """A CSV file read with one separator; streams, so a file of any length takes little memory."""

    def __init__(self, path: Path, encoding: str, separator: str) -> None:
        self._path = path
        self.encoding = encoding
        self.separator = separator
        self.about = f"{encoding.upper()}, {'TAB' if separator == chr(9) else separator}"

    def rows(self, progress: Progress | None = None) -> Iterator[NumberedRow]:
        """See ``Grid.rows``. ProblemError when a quotation mark is never closed."""
        for block in self.blocks(progress):
            yield from ((number, block.row(index)) for index, number in enumerate(block.numbers))

    def blocks(self, progress: Progress | None = None) -> Iterator[Block]:
        """See ``Grid.blocks``. ProblemError when a quotation mark is never closed."""
        total, number = self._path.stat().st_size, 1
        with _Quick(self._path) as raw, _text(raw, self.encoding) as file:
            start = file.readline()
            if _is_hint(start, self.separator):
                start, number = "", 2
            while text := start + file.read(_BLOCK):
                start = ""
                block = _block(text + _rest_of_line(file, number, text), file, self.separator, number)
                number += len(block.numbers)
                yield block
                if progress:
                    progress(raw.tell(), total)
        if progress:
            progress(total, total)


class _Quick(io.BufferedReader):
    """A file that gives more bytes at a time than a text wrapper asks for."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path), _BLOCK)

    def read1(self, _size: int = -1, /) -> bytes:
        """See ``io.BufferedReader.read1``."""
        return super().read1(_BLOCK)


def _rest_of_line(file: io.TextIOBase, first: int, text: str) -> str:
    rest = file.readline(_LONGEST_REST + 1)
    if len(rest) > _LONGEST_REST:
        raise text_too_long(first + text.count("\n"))
    return rest


def _block(text: str, file: io.TextIOBase, separator: str, first: int) -> Block:
    """The rows of a text of whole lines; a row in quotation marks may take further lines out of the file."""
    if '"' in text or text.count("\r") != text.count("\r\n"):
        records = _quoted(list(io.StringIO(text, newline="")), file, separator, first)
        return _rows_block(records, first)
    whole = text.removesuffix("\n")
    count = whole.count("\n") + 1
    width = whole.partition("\n")[0].count(separator) + 1
    cells = whole.replace("\n", f"{separator}\n").split(separator)
    column = "".join(cells[::width]).split("\n")
    if len(column) == count and len(cells) == count * width:
        cells[::width] = column  # every line begins where one of the first column's cells begins: all are as long
        return EvenBlock(range(first, first + count), cells, width)
    return _rows_block([line.split(separator) for line in whole.split("\n")], first)


def _rows_block(rows: list[list[str]], first: int) -> Block:
    numbers = range(first, first + len(rows))
    widths = set(map(len, rows))
    if len(widths) == 1 and (width := widths.pop()):
        return EvenBlock(numbers, list(chain.from_iterable(rows)), width)
    return RowsBlock(numbers, [list(map(str.strip, row)) for row in rows], is_text=True)


def _quoted(lines: list[str], file: io.TextIOBase, separator: str, first: int) -> list[list[str]]:
    """Records of lines with quotation marks; the csv module alone sees them when every line is one record."""
    try:
        records = list(csv.reader(chain(lines, [_END]), delimiter=separator))
    except csv.Error:
        records = []
    if len(records) == len(lines) + 1 and records[-1] == [_END]:
        return records[:-1]
    return list(_records(lines, file, separator, first))


class _Lines:
    """Lines on their way to the csv reader, with a count of the quotation marks that went by."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.marks = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        if '"' in line:
            self.marks += line.count('"')
        return line


def _records(start: list[str], file: io.TextIOBase, separator: str, first: int) -> Iterator[list[str]]:
    """Records. An odd number of quotation marks over several lines means that one swallowed the lines."""
    lines = _Lines(chain(start, iter(file.readline, "")))
    reader = csv.reader(lines, delimiter=separator)
    number, last_line = first - 1, 0
    try:
        while last_line < len(start) and (cells := next(reader, None)) is not None:
            number += 1
            if reader.line_num - last_line > 1 and lines.marks % 2:
                raise _never_closed(number)
            lines.marks, last_line = 0, reader.line_num
            yield cells
    except csv.Error as error:
        one_line = "field limit" in str(error) and reader.line_num - last_line == 1
        raise text_too_long(number + 1) if one_line else _never_closed(number + 1) from None


def _never_closed(row: int) -> ProblemError:
    message = N_("Row {row}: a quotation mark is opened and never closed. Correct it in the file.")
    return ProblemError(Message(message, {"row": row}))


def _text(raw: io.BufferedReader, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="")


def _is_hint(line: str, separator: str) -> bool:
    """Excel's first line ``sep=;`` that names the separator."""
    return line.strip().strip('"').lower() == _HINT + separator


def csv_grids(path: Path) -> Iterator[CsvGrid]:
    """The file read with each separator that its first rows show, the likeliest first; all of them agree on cells
    that hold no separator, so the first in which the wanted columns are found is the right one.
    """
    encoding = detect_encoding(path)
    with path.open("rb") as raw, _text(raw, encoding) as file:
        sample = list(islice(file, _SAMPLE_ROWS))
    for separator in _ranked(sample):
        yield CsvGrid(path, encoding, separator)


def _ranked(lines: list[str]) -> list[str]:
    hint = lines[0].strip().lower() if lines else ""
    if hint.startswith(_HINT) and hint[len(_HINT) :] in SEPARATORS:
        return [hint[len(_HINT) :]]
    return sorted(SEPARATORS, key=lambda separator: -_fitness(lines, separator))


def _fitness(lines: Iterable[str], separator: str) -> float:
    """How much like a table the rows look: the share of rows of the usual width, then that width."""
    widths = Counter(len(cells) for cells in _parsed(lines, separator) if any(cells))
    if not widths:
        return 0
    width, rows = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
    return 0 if width == 1 else rows / widths.total() * (1 - 0.5 / width)


def _parsed(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=separator)
    except csv.Error:
        return
