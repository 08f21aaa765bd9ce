"""The other evidence in one line: the pulse survey and the hours that are done twice."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import WindowContext
from ui.pages.base import Place
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import tint
from ui.widgets.layout import button
from workshop_app.i18n import Words
from workshop_app.steps.diagnosis.view import DiagnosisView


class EvidenceLine(QWidget):
    """A quiet line with a link to the survey."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        _ = context.words
        self.text = ElidedLabel()
        self.text.setFont(context.theme.theme.font("small"))
        tint(self.text, context.theme, "text2")
        self.link = button(
            _("Survey"), "link", lambda: context.shell.go(Place("feedback", "pulse")), theme=context.theme
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.link)

    def show_view(self, view: DiagnosisView) -> None:
        """What the survey and the audit say so far."""
        self.text.setText(" · ".join(evidence_texts(view, self._context.words)))


def evidence_texts(view: DiagnosisView, words: Words) -> list[str]:
    """Survey and double work, each in a few words."""
    _ = words
    if view.survey is None:
        texts = [_("No pulse survey yet")]
    elif not view.survey_visible or view.survey.cooperation_index is None:
        texts = [_("Pulse survey: too few answers to show")]
    else:
        survey = view.survey
        texts = [
            _(
                "Pulse survey before: cooperation {index}, {n} of {whole} answered",
                index=words.percent(survey.cooperation_index),
                n=survey.n_total,
                whole=survey.invited_total,
            )
        ]
    if view.overlap_hours:
        texts.append(_("Done twice: up to {hours} a week", hours=words.hours(view.overlap_hours)))
    return texts
