"""The strip over the questions: index, participation, answers by department, what is hidden and why."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.badge import DepartmentBadge
from ui.widgets.card import UprightRule
from ui.widgets.clearing import clear_layout
from ui.widgets.elided import ToneLabel
from ui.widgets.labels import IconLabel, plain_label
from ui.widgets.layout import Card
from ui.widgets.tips import plain_tip
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Department
from workshop_app.domain.pulse import SurveyResults
from workshop_app.i18n import Words
from workshop_app.steps.feedback.view import Wave


@frozen
class Privacy:
    """What the strip says of the departments: icon, a strong line, a quiet one."""

    icon: tuple[str, str]
    said: str
    more: str


def privacy(results: SurveyResults, day: date | None, words: Words) -> Privacy:
    """Why departments are hidden, or that all are shown; below twenty people how much one of them weighs.

    A wave without answers says when it is (``day``).
    """
    _ = words
    if not results.n_total and day is not None:
        later = _("Departments are shown from {n} answers on", n=results.threshold)
        return Privacy(("calendar", "text2"), _("Survey on {date}", date=words.date_year(day)), later)
    hidden = len(results.hidden_small) + len(results.hidden_complementary)
    one = results.one_person()
    person = _("One person = {n} points", n=words.number(one, 0)) if one is not None else ""
    if not results.company:
        text = _("Hidden: fewer than {n} answers", n=results.threshold)
        return Privacy(("eye-off", "text2"), text, _("The company is shown from {n} answers on", n=results.threshold))
    if hidden:
        text = words.plural(
            "{n} department hidden: threshold {t}", "{n} departments hidden: threshold {t}", hidden, t=results.threshold
        )
        shown = _("The others are shown") if results.visible else _("Only the company is shown")
        return Privacy(("eye-off", "text2"), text, " · ".join(filter(None, (shown, person))))
    return Privacy(("shield-check", "ok"), _("All departments are shown: threshold {n}", n=results.threshold), person)


def department_state(results: SurveyResults, department_id: str, words: Words) -> str:
    """«shown», «fewer than 5», «hidden as the second»."""
    _ = words
    if department_id in results.hidden_small:
        return _("fewer than {n}", n=results.threshold)
    if department_id in results.hidden_complementary:
        return _("hidden as the second")
    return _("shown")


class PulseStrip(Card):
    """Rebuilt for each wave; it takes no focus."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=10, spacing=0)
        self._context = context
        self._row = QHBoxLayout()
        self._row.setSpacing(14)
        self.body.addLayout(self._row)

    def show_wave(self, wave: Wave, before: Wave | None, departments: tuple[Department, ...]) -> None:
        """Other numbers."""
        _ = words = self._context.words
        results = wave.results
        clear_layout(self._row)
        was = before.results.cooperation_index if before else None
        note = _("% (was {n})", n=words.number(was, 1)) if was is not None else "%"
        self._add(self._number(words.number(results.cooperation_index, 1), note, _("cooperation index")))
        self._add(self._answered(results))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for place, department in enumerate(departments):
            row.addWidget(self._department(results, department, place))
        self._add(holder)
        self._row.addWidget(self._privacy(wave), 1)

    def _answered(self, results: SurveyResults) -> QWidget:
        _ = words = self._context.words
        share = results.participation_total
        caption = _("answered, {share}", share=words.percent(share, 0)) if share is not None else _("answered")
        if results.n_total <= results.invited_total or share is None:
            return self._number(str(results.n_total), _("of {n}", n=results.invited_total), caption)
        made = self._number(
            str(results.n_total), _("of {n}", n=results.invited_total), _("more than invited"), token="warn"
        )
        made.setToolTip(plain_tip(_("Correct how many were invited (F2), or somebody has answered twice.")))
        return made

    def _add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
        self._row.addWidget(UprightRule())

    def _stack(self, top: QHBoxLayout, below: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        top.setSpacing(6)
        column.addLayout(top)
        column.addWidget(below)
        return holder

    def _number(self, number: str, note: str, caption: str, token: str = "text") -> QWidget:
        theme = self._context.theme
        top = QHBoxLayout()
        top.addWidget(plain_label(number, theme, "number"))
        top.addWidget(plain_label(note, theme, "caption", "text2"))
        top.addStretch(1)
        return self._stack(top, plain_label(caption, theme, "control_strong", token))

    def _department(self, results: SurveyResults, department: Department, place: int) -> QWidget:
        words, theme = self._context.words, self._context.theme
        top = QHBoxLayout()
        top.addWidget(DepartmentBadge(department.short, department.name, place, theme, 22))
        count = results.n.get(department.id, 0)
        top.addWidget(plain_label(words.plural("{n} answer", "{n} answers", count), theme, "control_strong"))
        top.addStretch(1)
        state = ToneLabel(theme, "caption", "text2")
        state.setText(department_state(results, department.id, words))
        if department.id in results.hidden_complementary:
            state.setToolTip(words("Otherwise the answers of the others could be worked out"))
        state.setMinimumWidth(theme.theme.pixels(84))
        return self._stack(top, state)

    def _privacy(self, wave: Wave) -> QWidget:
        theme, icons = self._context.theme, self._context.icons
        found = privacy(wave.results, wave.survey.date, self._context.words)
        top = QHBoxLayout()
        top.addWidget(IconLabel(found.icon[0], theme, icons, found.icon[1], 16))
        said, more = ToneLabel(theme, "control_strong"), ToneLabel(theme, "caption", "text2")
        said.setText(found.said)
        more.setText(found.more)
        top.addWidget(said, 1)
        return self._stack(top, more)
