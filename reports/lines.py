"""Breaking text into lines. A word is never broken while there is any other way.

A run of words joined by no-break spaces that is wider than the line is first opened at those spaces, then after
hyphens and slashes; only a single word wider than the whole line is cut between letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reports import fonts
from reports.style import Role
from workshop_app.domain.frozen import frozen
from workshop_app.typesetting import NBSP


@frozen
class Run:
    """A stretch of text in one role."""

    text: str
    role: Role


@dataclass
class Word:
    """Pieces of text that stay together; ``space``: width of the space before it, ``breaks``: a forced new line."""

    pieces: list[Run] = field(default_factory=list)
    width: float = 0
    space: float = 0
    breaks: bool = False

    def add(self, run: Run) -> None:
        """Put a piece at the end."""
        self.pieces.append(run)
        self.width += fonts.measure(run.text, run.role.font, run.role.size)


@dataclass
class Line:
    """Words of one line: pieces with their x, and the width of the whole."""

    pieces: list[tuple[float, Run]] = field(default_factory=list)
    width: float = 0

    def add(self, word: Word) -> None:
        """Put a word at the end, after its space unless the line is empty."""
        gap = " " if self.pieces else ""
        x = self.width + (word.space if gap else 0)
        for piece in word.pieces:
            start, last = self.pieces[-1] if self.pieces else (0.0, None)
            if last is not None and last.role == piece.role:
                self.pieces[-1] = (start, Run(last.text + gap + piece.text, piece.role))
            else:
                if last is not None and gap:
                    self.pieces[-1] = (start, Run(last.text + gap, last.role))
                self.pieces.append((x, piece))
            gap = ""
            if len(word.pieces) > 1:
                x += fonts.measure(piece.text, piece.role.font, piece.role.size)
        self.width = x if len(word.pieces) > 1 else x + word.width


def words_of(runs: Sequence[Run]) -> list[Word]:
    """Words in order; a run that starts without a space is glued to the one before."""
    result: list[Word] = [Word()]
    for run in runs:
        space = fonts.measure(" ", run.role.font, run.role.size)
        for token in re.findall(r"[ \n]|[^ \n]+", run.text):
            if token == "\n":
                result.append(Word(breaks=True))
            elif token == " ":
                if result[-1].pieces:
                    result.append(Word(space=space))
            else:
                result[-1].add(Run(token, run.role))
    return [word for word in result if word.pieces or word.breaks]


def _opened(word: Word, pattern: str) -> Iterator[Word]:
    current = Word(space=word.space, breaks=word.breaks)
    for piece in word.pieces:
        space = fonts.measure(" ", piece.role.font, piece.role.size)
        for part in re.split(pattern, piece.text):
            if part == NBSP:
                yield current
                current = Word(space=space)
            elif part:
                if pattern != _SPACES and current.pieces:
                    yield current
                    current = Word()
                current.add(Run(part, piece.role))
    if current.pieces:
        yield current


_SHORT = 2
_SPACES = f"({NBSP})"
_JOINTS = r"(?<=[-/\\@_.,;:=&?])(?=\w)"


def _letters(word: Word, width: float) -> Iterator[Word]:
    current = Word(space=word.space, breaks=word.breaks)
    for piece in word.pieces:
        held = ""
        room = width - current.width
        for letter in piece.text:
            size = fonts.measure(letter, piece.role.font, piece.role.size)
            if size > room and (held or current.pieces):
                if held:
                    current.add(Run(held, piece.role))
                yield current
                current, held, room = Word(), "", width
            held += letter
            room -= size
        if held:
            current.add(Run(held, piece.role))
    if current.pieces:
        yield current


def _fitting(word: Word, width: float) -> Iterator[Word]:
    if word.width <= width:
        yield word
        return
    for outer in _kept_together(_opened(word, _SPACES), width):
        if outer.width <= width:
            yield outer
            continue
        for inner in _opened(outer, _JOINTS):
            if inner.width <= width:
                yield inner
            else:
                yield from _letters(inner, width)


def _kept_together(parts: Iterator[Word], width: float) -> Iterator[Word]:
    """The parts of a joined word; initials stay in one line, a short word goes to the line of the next one."""
    held: Word | None = None
    for part in parts:
        if held is None:
            held = part
            continue
        room = part.space + part.width
        if _leans_on(held) and held.width + room <= width:
            last = held.pieces[-1]
            joint = Run(f"{last.text}{NBSP}", last.role)
            held = replace(held, pieces=[*held.pieces[:-1], joint, *part.pieces], width=held.width + room)
        else:
            yield held
            held = part
    if held is not None:
        yield held


def _leans_on(word: Word) -> bool:
    """Whether a part is an initial or a word of one or two letters, which should not end a line."""
    return 0 < sum(len(piece.text) for piece in word.pieces) <= _SHORT


def break_lines(words: Sequence[Word], width: float) -> list[Line]:
    """The lines of the words within the width; an empty text is one empty line."""
    limit = width + 0.01
    rows: list[list[Word]] = [[]]
    used = 0.0
    for long_word in words:
        for word in _fitting(long_word, limit):
            if word.breaks or (rows[-1] and used + word.space + word.width > limit):
                rows.append([])
            used = used + word.space + word.width if rows[-1] else word.width
            rows[-1].append(word)
    _keep_company(rows, limit)
    return [_line(row) for row in rows]


_LONELY, _LEFT_BEHIND, _ENOUGH = 0.2, 0.5, 3
"""A last word up to this share of the line gets company; the line above had so many words and keeps this share."""


def _keep_company(rows: list[list[Word]], limit: float) -> None:
    """A short word alone on a paragraph's last line takes the word before it along; the lines stay as many."""
    for above, last, after in zip(rows, rows[1:], [*rows[2:], None], strict=False):
        ends = after is None or after[0].breaks
        if not ends or len(last) != 1 or len(above) < _ENOUGH or last[0].breaks or last[0].width > _LONELY * limit:
            continue
        kept = above[0].width + sum(word.space + word.width for word in above[1:-1])
        if kept >= _LEFT_BEHIND * limit and above[-1].width + last[0].space + last[0].width <= limit:
            last.insert(0, above.pop())


def _line(row: Sequence[Word]) -> Line:
    line = Line()
    for word in row:
        line.add(word)
    return line


def balanced_lines(words: Sequence[Word], width: float) -> list[Line]:
    """As few lines as the width needs, as equally long as they can be."""
    lines = break_lines(words, width)
    low, high = width / 2, width
    while high - low > 2:
        middle = (low + high) / 2
        tried = break_lines(words, middle)
        if len(tried) > len(lines) or longest(words, keep_joined=False) > middle:
            low = middle
        else:
            high, lines = middle, tried
    return lines


def longest(words: Sequence[Word], keep_joined: bool = True) -> float:
    """Width of the longest word; with ``keep_joined`` no-break spaces hold."""
    if keep_joined:
        return max((word.width for word in words), default=0)
    return max((part.width for word in words for part in _opened(word, _SPACES)), default=0)


def longest_part(words: Sequence[Word]) -> float:
    """Width of the longest part of a word when no-break spaces and hyphens open."""
    opened = (part for word in words for outer in _opened(word, _SPACES) for part in _opened(outer, _JOINTS))
    return max((part.width for part in opened), default=0)


def natural_width(words: Sequence[Word]) -> float:
    """Width when nothing is wrapped; forced line breaks count."""
    widest = current = 0.0
    for word in words:
        current = word.width if word.breaks or not current else current + word.space + word.width
        widest = max(widest, current)
    return widest
