"""The matching at work: analyses and vectors remembered, scores computed, proposals explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from threadpoolctl import ThreadpoolController

from workshop_app.matching.analysis import Analyser, Analysis, Unit
from workshop_app.matching.explanation import Explainer
from workshop_app.matching.grouping import groups_of
from workshop_app.matching.lexicon import Lexicon
from workshop_app.matching.links import Links
from workshop_app.matching.model import Answers, Encoder, Language, Line, Pair
from workshop_app.matching.morphology import Morphology
from workshop_app.matching.proposals import Row, blocks_of, proposals_of, rows_of
from workshop_app.matching.scoring import LETTERS, MEANING, Scorer
from workshop_app.matching.vectors import LetterEncoder, RememberedVectors

_ALIKE = 0.5

Dictionary = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(slots=True)
class _Analyses:
    """The analyses made with one state of the organisation's dictionary."""

    dictionary: Dictionary
    analyser: Analyser
    known: dict[str, Analysis] = field(default_factory=dict)

    def of(self, text: str) -> Analysis:
        if text not in self.known:
            self.known[text] = self.analyser.analyse(text)
        return self.known[text]


class _Knowledge:
    """What does not depend on the encoder: word forms, dictionaries, letters, analyses.

    ``threads`` holds numpy to one thread: several are ten times slower on tables of this size.
    """

    def __init__(self, language: Language | None) -> None:
        self._language = language
        self.threads = ThreadpoolController()
        self._morphology = Morphology()
        self.lexicon = Lexicon.load(self._morphology)
        self.letters = RememberedVectors(LetterEncoder(self._morphology))
        self._analyses = self._read((), {})

    def analyses(self, dictionary: Mapping[str, tuple[str, ...]]) -> _Analyses:
        """The analyses of lines with the organisation's dictionary; begun anew when it changes."""
        key = tuple((word, tuple(synonyms)) for word, synonyms in dictionary.items())
        if key != self._analyses.dictionary:
            self._analyses = self._read(key, dictionary)
        return self._analyses

    def _read(self, key: Dictionary, dictionary: Mapping[str, tuple[str, ...]]) -> _Analyses:
        return _Analyses(key, Analyser(self._morphology, self.lexicon, dictionary, self._language))


class Engine:
    """Ranks and groups lines; see :class:`workshop_app.matching.Matcher`."""

    def __init__(self, language: Language | None, encoder: Encoder | None, knowledge: _Knowledge | None = None) -> None:
        self._language = language
        self._knowledge = knowledge or _Knowledge(language)
        self._meaning = RememberedVectors(encoder) if encoder else None

    def with_encoder(self, encoder: Encoder | None) -> Engine:
        """An engine with this encoder and the same knowledge."""
        return Engine(self._language, encoder, self._knowledge)

    def rank(self, lines: Sequence[Line], answers: Answers) -> tuple[Pair, ...]:
        """The explained proposals, best first."""
        with self._knowledge.threads.limit(limits=1, user_api="blas"):
            return self._rank(lines, answers)

    def _rank(self, lines: Sequence[Line], answers: Answers) -> tuple[Pair, ...]:
        rows = rows_of(lines)
        analyses = self._analyses(rows, answers)
        scorer = self._scorer(analyses)
        links = Links(rows, answers)
        found = list(proposals_of(list(blocks_of(rows, scorer)), len(rows), links))
        explainer = Explainer(analyses, scorer)
        found.sort(key=lambda proposal: (-proposal.score, proposal.first, proposal.second))
        return tuple(
            Pair(
                rows[proposal.first].lines[0].id,
                rows[proposal.second].lines[0].id,
                rows[proposal.first].department_id,
                rows[proposal.second].department_id,
                proposal.score,
                proposal.tier,
                explainer.because(proposal.first, proposal.second),
            )
            for proposal in found
        )

    def groups(self, lines: Sequence[Line], answers: Answers) -> tuple[frozenset[str], ...]:
        """The groups as line ids."""
        rows = rows_of(lines)
        with self._knowledge.threads.limit(limits=1, user_api="blas"):
            blocks = list(blocks_of(rows, self._scorer(self._analyses(rows, answers))))
        groups = groups_of(rows, blocks, Links(rows, answers))
        return tuple(frozenset(line.id for place in group for line in rows[place].lines) for group in sorted(groups))

    def synonyms(self, first: Line, second: Line, answers: Answers) -> tuple[str, str] | None:
        """The one telling word of each line that nothing in the other explains."""
        ones, others = self._analyses(rows_of((first, second)), answers)
        scorer = self._scorer([ones, others])

        def open_units(mine: Analysis, theirs: Analysis) -> list[Unit]:
            best = scorer.likenesses(scorer.keys(mine.units), scorer.keys(theirs.units)).max(axis=1, initial=0)
            return [
                unit
                for unit, alike in zip(mine.units, best, strict=True)
                if unit.is_telling and unit.kind != "ctx" and alike < _ALIKE
            ]

        mine, theirs = open_units(ones, others), open_units(others, ones)
        return (mine[0].surface, theirs[0].surface) if len(mine) == len(theirs) == 1 else None

    def _analyses(self, rows: Sequence[Row], answers: Answers) -> list[Analysis]:
        analyses = self._knowledge.analyses(answers.dictionary)
        return [analyses.of(row.text) for row in rows]

    def _scorer(self, analyses: Sequence[Analysis]) -> Scorer:
        method = MEANING if self._meaning else LETTERS
        return Scorer(analyses, self._knowledge.letters, self._meaning, self._knowledge.lexicon.relations, method)
