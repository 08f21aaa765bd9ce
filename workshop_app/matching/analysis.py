"""A typed line taken apart: the concepts and words it speaks of, and the parts of a compound line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from workshop_app.domain.frozen import frozen
from workshop_app.matching.lexicon import Concept, Lexicon, PhraseTree, Word
from workshop_app.matching.model import Language
from workshop_app.matching.morphology import Morphology
from workshop_app.matching.text import Gap, Token, is_cyrillic, norm, tokenise

Source = Literal["lexicon", "word", "own"]

_UNKNOWN = {"NOUN": 0.7, "VERB": 0.45, "ADJ": 0.35, "OTHER": 0.2}
_OWN_WORD = 1.0
_ABBREVIATION = 4
_STRONG = 0.8
_TELLING = 0.25
_ASIDE = 0.5
_KNOWN = 0.01
_OWN = 0.5
_LONGEST_PHRASE = 12
_MOST_CLAUSES = 20


@frozen(slots=True)
class Unit:
    """One meaning in a line: ``name`` is equal for equal meanings; ``surface`` is how it was typed."""

    name: str
    kind: str
    weight: float
    side: str
    surface: str
    words: str
    base: str
    spoken: str
    meaning: str
    source: Source

    @property
    def is_telling(self) -> bool:
        """Whether the unit says what the work is about; a weak verb only says that something is done."""
        return self.weight >= (_STRONG if self.kind == "act" else _TELLING)


@frozen(slots=True)
class Analysis:
    """The units of a line, the units of each part when it names several things to do, and its words in one phrase."""

    units: tuple[Unit, ...]
    parts: tuple[tuple[Unit, ...], ...]
    sides: frozenset[str]
    phrase: str


@frozen(slots=True)
class _Piece:
    token: Token
    word: Word
    line: str


@frozen(slots=True)
class _Reading:
    """What a run of pieces means, and how well the best reading of everything from its first piece on covers it."""

    length: int
    meaning: Concept | tuple[Unit, ...] | None
    cover: float


@frozen(slots=True)
class _Clause:
    pieces: tuple[_Piece, ...]
    units: tuple[Unit, ...]
    taken: tuple[tuple[_Piece, ...], ...]
    joint: Gap

    def pieces_of(self, things: bool) -> tuple[_Piece, ...]:
        return tuple(
            piece
            for unit, pieces in zip(self.units, self.taken, strict=True)
            if (unit.kind != "act") is things
            for piece in pieces
        )

    @property
    def has_object(self) -> bool:
        return any(unit.is_telling for unit in self.units)


class Analyser:
    """Takes lines apart with the program's dictionary and the organisation's own, word → synonyms."""

    def __init__(
        self,
        morphology: Morphology,
        lexicon: Lexicon,
        dictionary: Mapping[str, tuple[str, ...]],
        language: Language | None = None,
    ) -> None:
        self._morphology = morphology
        self._lexicon = lexicon
        self._language = language
        self._words: dict[str, Word] = {}
        self._own: PhraseTree[tuple[Unit, ...]] = PhraseTree()
        meanings = [(word, synonyms, self._meaning(word, synonyms)) for word, synonyms in dictionary.items()]
        for word, synonyms, meaning in meanings:
            for term in (word, *synonyms):
                lemmas = [self._morphology.lemma(token.norm) for token in tokenise(term, language)]
                if lemmas and meaning:
                    self._own.add(lemmas, meaning)

    def analyse(self, text: str) -> Analysis:
        """The units and parts of a line; both empty for a line without words."""
        clauses = self._clauses(self._pieces(text))
        units = tuple(unit for clause in clauses for unit in clause.units)
        sides = frozenset(unit.side for unit in units if unit.side)
        phrase = " ".join(unit.spoken for unit in units) or text
        return Analysis(units, self._parts(clauses), sides, phrase)

    def _meaning(self, word: str, synonyms: Sequence[str]) -> tuple[Unit, ...]:
        """What all terms of an entry come to mean: the first synonym that the program's dictionary knows."""
        readings = [self._read(self._pieces(term))[0] for term in (*synonyms, word)]
        known = [units for units in readings if units and all(unit.source == "lexicon" for unit in units)]
        return next(iter(known or [units for units in readings if units]), ())

    def _pieces(self, text: str) -> tuple[_Piece, ...]:
        return tuple(_Piece(token, self._word(token), text) for token in tokenise(text, self._language))

    def _word(self, token: Token) -> Word:
        if token.silent:
            return Word(self._morphology.lemmas(token.norm), optional=True, silent=True)
        if token.norm not in self._words:
            self._words[token.norm] = self._telling_word(token.norm)
        return self._words[token.norm]

    def _telling_word(self, typed: str) -> Word:
        meant = self._lexicon.corrected(typed)
        word = Word(self._morphology.lemmas(meant), optional=False, silent=False)
        alone = self._lexicon.matches([word])
        concept = alone[0].value if alone else self._lexicon.guess(meant)
        optional = not concept.weight if concept else self._morphology.part_of_speech(meant) == "ADJ"
        return replace(word, optional=optional)

    def _clauses(self, pieces: Sequence[_Piece]) -> list[_Clause]:
        """The pieces cut where a gap stands between two phrases, each clause with its units."""
        units, taken = self._read(pieces)
        clauses: list[_Clause] = []
        for unit, run in zip(units, taken, strict=True):
            joint = run[0].token.gap
            if joint is Gap.NONE and clauses:
                last = clauses.pop()
                clauses.append(_Clause((*last.pieces, *run), (*last.units, unit), (*last.taken, run), last.joint))
            else:
                clauses.append(_Clause(run, (unit,), (run,), joint))
        return clauses

    def _read(self, pieces: Sequence[_Piece]) -> tuple[tuple[Unit, ...], tuple[tuple[_Piece, ...], ...]]:
        """The reading with the longest phrases, as units and the pieces that each took."""
        best = [_Reading(0, None, 0)] * (len(pieces) + 1)
        for start in range(len(pieces) - 1, -1, -1):
            for option in self._readings(pieces, start):
                cover = option.cover + best[start + option.length].cover
                if best[start].length == 0 or (cover, -option.length) > (best[start].cover, -best[start].length):
                    best[start] = _Reading(option.length, option.meaning, cover)
        units: list[Unit] = []
        taken: list[tuple[_Piece, ...]] = []
        start = 0
        while start < len(pieces):
            run = tuple(pieces[start : start + best[start].length])
            found = self._units(run, best[start].meaning)
            units += found
            taken += [run] * len(found)
            start += len(run)
        return tuple(units), tuple(taken)

    def _readings(self, pieces: Sequence[_Piece], start: int) -> list[_Reading]:
        end = start + 1
        while end < min(len(pieces), start + _LONGEST_PHRASE) and pieces[end].token.gap is not Gap.HARD:
            end += 1
        words = [piece.word for piece in pieces[start:end]]
        silent = pieces[start].token.silent
        options = [_Reading(1, None, 0 if silent else 1)]
        for match in self._lexicon.matches(words):
            if match.length > 1 or not silent:
                options.append(_Reading(match.length, match.value, match.named**2 + _KNOWN * (1 + match.exact)))
        for own in self._own.matches(words):
            options.append(_Reading(own.length, own.value, own.named**2 + _OWN))
        return options

    def _units(self, run: tuple[_Piece, ...], meaning: Concept | tuple[Unit, ...] | None) -> tuple[Unit, ...]:
        first = run[0].token
        surface = _typed(run)
        if isinstance(meaning, tuple):
            return tuple(_own_unit(unit, surface) for unit in meaning)
        if meaning is None and first.silent:
            return ()
        concept = meaning or self._lexicon.guess(first.norm)
        unit = self._concept_unit(concept, surface, run) if concept else self._word_unit(surface, first)
        if unit and first.aside:
            unit = replace(unit, weight=unit.weight * _ASIDE)
        return (unit,) if unit else ()

    def _concept_unit(self, concept: Concept, surface: str, run: Sequence[_Piece]) -> Unit | None:
        if not concept.weight:
            return None
        words = " ".join(piece.token.norm for piece in run)
        base = " ".join(piece.word.forms[0] for piece in run)
        phrases = concept.russian if is_cyrillic(words) else concept.english
        full = phrases[0] if phrases else words
        spoken = full if len(words) <= _ABBREVIATION else words
        return Unit(
            concept.name, concept.kind, concept.weight, concept.side, surface, words, base, spoken, full, "lexicon"
        )

    def _word_unit(self, surface: str, token: Token) -> Unit | None:
        if token.norm.isdigit() or len(token.norm) < 2:
            return None
        base = self._morphology.lemma(token.norm)
        part = self._morphology.part_of_speech(token.norm)
        kind = {"VERB": "act", "NOUN": "obj"}.get(part, "ctx")
        return Unit(f"~{base}", kind, _UNKNOWN[part], "", surface, token.norm, base, token.norm, token.norm, "word")

    def _parts(self, clauses: Sequence[_Clause]) -> tuple[tuple[Unit, ...], ...]:
        """The things to do that a compound line names; empty for a simple line.

        A clause without an object takes that of its neighbour («поиск и привлечение клиентов»), one without an action
        that of the clause before («подготовка договоров и счетов»); each is then read anew.
        """
        if not 1 < len(clauses) <= _MOST_CLAUSES:
            return ()
        parts: list[tuple[Unit, ...]] = []
        head: tuple[_Piece, ...] = ()
        for place, clause in enumerate(clauses):
            acts = clause.pieces_of(things=False)
            joined = place > 0 and clause.joint is Gap.SOFT
            if _is_shared_noun(clauses, place):
                continue
            borrowed = head if not acts and joined else ()
            head = head if borrowed else acts or clause.pieces[:1]
            follows = () if clause.has_object else _nearest_object(clauses, place)
            parts.append(self._read([*borrowed, *clause.pieces, *follows])[0])
        parts = list(dict.fromkeys(parts))
        whole = tuple(unit for clause in clauses for unit in clause.units)
        return tuple(parts) if parts != [whole] else ()


def _is_shared_noun(clauses: Sequence[_Clause], place: int) -> bool:
    """Whether a clause is a bare noun before the one that says what is done ("price and contract negotiation")."""
    first = place == 0 and clauses[1].joint is Gap.SOFT
    return first and len(clauses[0].pieces) == 1 and clauses[0].units[0].kind != "act"


def _typed(run: Sequence[_Piece]) -> str:
    """The run as it was typed; the words alone where a part has put them together anew."""
    first, last = run[0].token, run[-1].token
    words = [piece.line[piece.token.start : piece.token.end] for piece in run]
    typed = run[0].line[first.start : last.end]
    return typed if len(typed) <= sum(map(len, words)) + 2 * len(words) and first.start < last.end else " ".join(words)


def _own_unit(unit: Unit, surface: str) -> Unit:
    weight = _OWN_WORD if unit.source == "word" else unit.weight
    return replace(unit, surface=surface, words=norm(surface), weight=weight, source="own")


def _nearest_object(clauses: Sequence[_Clause], place: int) -> tuple[_Piece, ...]:
    """The things of the nearest clause that has an object, the following one first."""
    nearest = sorted(range(len(clauses)), key=lambda other: (abs(other - place), other < place))
    return next((clauses[other].pieces_of(things=True) for other in nearest if clauses[other].has_object), ())
