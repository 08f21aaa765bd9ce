"""Candidates as columns, criteria as rows: how many have voted, and what only when the votes are open."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.widgets.opinions import VotePaint
from workshop_app.domain.competence import CRITERIA, QUESTIONS, CriterionScore, Source
from workshop_app.domain.frozen import frozen
from workshop_app.domain.places import places_of
from workshop_app.domain.rounding import half_up
from workshop_app.domain.text_key import single_line
from workshop_app.i18n import Words
from workshop_app.services.document import Operation
from workshop_app.steps.goals.operations import change_competence
from workshop_app.steps.goals.view import CandidateLine, GoalsView
from workshop_app.steps.goals.voting import Progress

AnyIndex = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
TEXT_ROW = 0


@frozen
class HiddenFace:
    """A cell whose votes are hidden: only how many there are, or where else the score comes from."""

    progress: Progress | None
    word: str


@frozen
class OpenFace:
    """A cell whose votes are open."""

    votes: VotePaint
    mean: str
    passed: bool
    one_sided: bool
    empty: bool


@frozen
class TextFace:
    """The candidate's sentence; the chosen one is marked."""

    text: str
    chosen: bool


Face = HiddenFace | OpenFace | TextFace


def source_word(score: CriterionScore, words: Words) -> str:
    """Where a score that is not voted comes from."""
    _ = words
    return _("from the ledger") if score.source is Source.LEDGER else _("typed score")


def hidden_face(view: GoalsView, line: CandidateLine, criterion: str, words: Words) -> HiddenFace:
    """Counts only; nothing that was voted is in it."""
    score = line.test.scores[criterion]
    if score.source is not Source.VOTES:
        return HiddenFace(None, source_word(score, words))
    progress = view.progress_of(line, criterion)
    return HiddenFace(progress, words("{n} of {total}", n=progress.voted, total=progress.expected))


def open_face(view: GoalsView, line: CandidateLine, criterion: str, words: Words) -> OpenFace:
    """Means of the departments, the mean of all, passed or not."""
    score = line.test.scores[criterion]
    places = places_of(view.departments)
    means = tuple(sorted((places[name], mean) for name, mean in score.by_department.items() if name in places))
    ledger = score.mean if score.source is not Source.VOTES else None
    return OpenFace(
        votes=VotePaint(() if ledger is not None else means, ledger),
        mean=words.number(half_up(score.mean, 2), 2) if score.mean is not None else "—",
        passed=score.passed,
        one_sided=score.one_sided,
        empty=score.mean is None,
    )


class BallotModel(QAbstractTableModel):
    """Row 0 holds the sentences, the others K1…K6; column 0 the questions, the others the candidates."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.view: GoalsView | None = None
        self.revealed = False
        self._ids: tuple[str, ...] = ()
        self._faces: dict[tuple[int, int], Face] = {}
        self._caption = ""

    def show(self, view: GoalsView, revealed: bool) -> None:
        """Show these candidates; signals tell only what differs."""
        ids = tuple(line.id for line in view.candidates)
        self.view, self.revealed = view, revealed
        faces = self._made(view)
        if ids != self._ids:
            self.beginResetModel()
            self._ids, self._faces, self._caption = ids, faces, self._ledger_caption()
            self.endResetModel()
            return
        changed = [place for place, face in faces.items() if self._faces.get(place) != face]
        self._faces = faces
        for row, column in changed:
            self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def _made(self, view: GoalsView) -> dict[tuple[int, int], Face]:
        faces: dict[tuple[int, int], Face] = {}
        for column, line in enumerate(view.candidates, start=1):
            faces[TEXT_ROW, column] = TextFace(line.competence.text, line.competence.chosen)
            for row, criterion in enumerate(CRITERIA, start=1):
                make = open_face if self.revealed else hidden_face
                faces[row, column] = make(view, line, criterion, self.words)
        return faces

    def face(self, index: AnyIndex) -> Face | None:
        """What a candidate's cell shows."""
        return self._faces.get((index.row(), index.column()))

    def candidate(self, column: int) -> CandidateLine | None:
        """The candidate of a column."""
        inside = self.view is not None and 1 <= column <= len(self.view.candidates)
        return self.view.candidates[column - 1] if self.view is not None and inside else None

    def column_of(self, candidate_id: str | None) -> int:
        """The column of a candidate, −1 when there is none."""
        return self._ids.index(candidate_id) + 1 if candidate_id in self._ids else -1

    def criterion(self, row: int) -> str | None:
        """K1…K6, None for the row of sentences."""
        return CRITERIA[row - 1] if 1 <= row <= len(CRITERIA) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Qt: sentences and six criteria."""
        return 0 if parent.isValid() else len(CRITERIA) + 1

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Qt: questions and candidates."""
        return 0 if parent.isValid() else len(self._ids) + 1

    def question(self, row: int) -> tuple[str, str]:
        """A criterion's question and what stands under it in small type."""
        criterion = self.criterion(row)
        if criterion is None:
            return self.words("Criterion, votes 0 · 1 · 2"), ""
        return self.words(QUESTIONS[criterion]), self._ledger_caption() if criterion == "K2" else ""

    def _ledger_caption(self) -> str:
        figures = self.view.figures if self.view else None
        if figures is None or figures.retention is None:
            return ""
        _ = words = self.words
        kept = words.number(figures.retention, 1)
        if figures.bought_once is None:
            return _("from the ledger: retention {kept}", kept=kept)
        back = words.number(100 - figures.bought_once, 1)
        return _("from the ledger: retention {kept} · came back {back}", kept=kept, back=back)

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> Any:
        """Qt: words; pictures are painted from ``face``."""
        if not index.isValid():
            return None
        if index.column() == 0:
            return self.question(index.row())[0] if role == _Role.DisplayRole else None
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole, _Role.EditRole):
            return self._said(self.face(index), spoken=role == _Role.AccessibleTextRole)
        if role == _Role.ToolTipRole:
            return self._tip(index)
        return None

    def _said(self, face: Face | None, *, spoken: bool) -> str:
        if isinstance(face, TextFace):
            return face.text
        if isinstance(face, HiddenFace):
            return f"{face.word}, {self.words('votes are hidden')}" if spoken and face.progress else face.word
        if isinstance(face, OpenFace) and spoken:
            passed = self.words("passed") if face.passed else self.words("not passed")
            return face.mean if face.empty else f"{face.mean}, {passed}"
        return face.mean if isinstance(face, OpenFace) else ""

    def _tip(self, index: AnyIndex) -> str:
        face, line, criterion = self.face(index), self.candidate(index.column()), self.criterion(index.row())
        if not isinstance(face, OpenFace) or line is None or criterion is None or self.view is None:
            return ""
        score, words = line.test.scores[criterion], self.words
        if score.source is not Source.VOTES:
            return source_word(score, words)
        lines = [
            words(
                "{department}: {mean}", department=d.name, mean=words.number(half_up(score.by_department[d.id], 2), 2)
            )
            for d in self.view.departments
            if d.id in score.by_department
        ]
        if face.one_sided:
            lines.append(words("One department's competence: the means differ by 0.7 or more"))
        return "\n".join(lines)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Qt: sentences can be edited."""
        flags = super().flags(index)
        editable = index.row() == TEXT_ROW and index.column() > 0
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def edit_of(self, index: AnyIndex, text: str) -> Operation | None:
        """The operation of an edited sentence; None when nothing changed."""
        line, wording = self.candidate(index.column()), single_line(text)
        if line is None or not wording or wording == line.competence.text:
            return None
        return change_competence(line.competence, text=wording)
