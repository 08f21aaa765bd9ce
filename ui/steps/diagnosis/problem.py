"""The common problem: one sentence that every department accepts, with the evidence beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.diagnosis.evidence import evidence_texts
from ui.widgets.badge import DepartmentBadge
from ui.widgets.clearing import clear_layout
from ui.widgets.controls import CheckBox
from ui.widgets.in_place import InPlaceText
from ui.widgets.labels import icon_line
from ui.widgets.layout import Card, FieldMessage, StepHeader, plain_label
from ui.widgets.scroll_column import ScrollColumn
from workshop_app.domain.model import Department, ImageList
from workshop_app.services.document import Change
from workshop_app.steps.diagnosis.figures import QUESTIONS
from workshop_app.steps.diagnosis.images import DepartmentImages
from workshop_app.steps.diagnosis.operations import accept_problem, state_problem
from workshop_app.steps.diagnosis.view import DiagnosisView


class ProblemPage(SubPage):
    """The room sees the sentence only when it is written down."""

    name = "problem"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: DiagnosisView | None = None
        self.ticks: dict[str, CheckBox] = {}
        _, theme = self.context.words, self.context.theme
        self.field = InPlaceText(
            theme, "title", _("… in one sentence; nobody is to blame"), _("Our common problem is that…"), framed=True
        )
        self.field.committed.connect(self._state)
        self.message = FieldMessage(theme)
        self.accepting = QHBoxLayout()
        self.accepting.setSpacing(18)
        card = Card(margins=18, spacing=10)
        card.body.addWidget(plain_label(_("Our common problem is that…"), theme, "card_title"))
        card.body.addWidget(self.field)
        card.body.addWidget(self.message)
        card.body.addLayout(self.accepting)
        self.facts = ScrollColumn(spacing=6)
        self.images = ScrollColumn(spacing=6)
        lower = QHBoxLayout()
        lower.setSpacing(12)
        lower.addWidget(self._titled(_("What we have seen"), self.facts), 1)
        lower.addWidget(self._titled(_("How the departments see each other"), self.images), 1)
        forward = self.forward_button(_("To the audit of functions"), Place("audit"))
        hints = [
            ("Enter", _("write it down")),
            ("Tab", _("departments")),
            (_("Space"), _("accepts")),
            ("F5", _("show the room")),
        ]
        self.lay_out(StepHeader(_("Common problem"), theme, (forward,)), card, lower, grows=lower, hints=hints)

    def _titled(self, title: str, inside: QWidget) -> Card:
        card = Card(margins=14, spacing=8)
        card.body.addWidget(plain_label(title, self.context.theme, "card_title"))
        card.body.addWidget(inside, 1)
        return card

    def show_view(self, view: DiagnosisView, change: Change | None) -> None:
        """Sentence, ticks, evidence."""
        before = self._view
        self._view = view
        self.field.set_value(view.problem)
        if before is None or before.departments != view.departments:
            self._make_ticks(view.departments)
        for department_id, tick in self.ticks.items():
            tick.set_current(department_id in view.accepted_by)
            tick.setEnabled(bool(view.problem.strip()))
        self._say(view)
        if before is None or (before.images, before.years, before.survey) != (view.images, view.years, view.survey):
            self._show_facts(view)
            self._show_images(view)

    def _say(self, view: DiagnosisView) -> None:
        _ = self.context.words
        missing = [d.name for d in view.departments if d.id not in view.accepted_by]
        if view.problem.strip() and missing:
            text = _("Not accepted yet by: {names}", names=self.context.words.listing(missing))
            self.message.say(text, "warn")
        else:
            self.message.say("")

    def _make_ticks(self, departments: tuple[Department, ...]) -> None:
        _, theme = self.context.words, self.context.theme
        clear_layout(self.accepting)
        self.ticks = {}
        for at, department in enumerate(departments):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            tick = CheckBox(_("accepts"), theme)
            tick.setAccessibleName(_("{department} accepts the common problem", department=department.name))
            tick.toggled.connect(lambda on, each=department.id: self._accept(each, on))
            row.addWidget(DepartmentBadge(department.short, department.name, at, theme, 22))
            row.addWidget(tick)
            self.ticks[department.id] = tick
            self.accepting.addWidget(line)
        self.accepting.addStretch(1)

    def _state(self, text: str) -> None:
        self.run(state_problem(self.context.bridge.engagement, text))
        self.tell_moved()

    def _accept(self, department_id: str, accepts: bool) -> None:
        self.run(accept_problem(self.context.bridge.engagement, department_id, accepts))

    def _show_facts(self, view: DiagnosisView) -> None:
        words = self.context.words
        self.facts.clear()
        year = view.year(None)
        lines = [
            f"{words.percent(line.share)} {words(QUESTIONS[line.figure])}"
            for line in (year.figures if year else ())
            if line.share is not None
        ]
        if not lines:
            lines = [words("No sales ledger of two years yet")]
        for text in [*lines, *evidence_texts(view, words)]:
            self.facts.column.addWidget(
                icon_line("activity", text, self.context.theme, self.context.icons, "text2", "body", wrap=True)
            )
        self.facts.column.addStretch(1)
        self.facts.fit_later()

    def _show_images(self, view: DiagnosisView) -> None:
        _, theme = self.context.words, self.context.theme
        self.images.clear()
        shown = False
        for at, images in enumerate(view.images):
            for text in _other_cards(images):
                shown = True
                line = QWidget()
                row = QHBoxLayout(line)
                row.setContentsMargins(0, 0, 0, 0)
                row.setSpacing(8)
                row.addWidget(DepartmentBadge(images.department.short, images.department.name, at, theme, 20))
                row.addWidget(plain_label(text, theme, "body", wrap=True), 1)
                self.images.column.addWidget(line)
        if not shown:
            self.images.column.addWidget(plain_label(_("No image cards yet"), theme, "body", "text2", wrap=True))
        self.images.column.addStretch(1)
        self.images.fit_later()

    def add_new(self) -> None:
        """Ins: write the sentence."""
        self.field.setFocus()


def _other_cards(images: DepartmentImages) -> list[str]:
    return [line.card.text for cards in images.lists if cards.kind is ImageList.OTHER for line in cards.cards]
