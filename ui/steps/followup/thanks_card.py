"""The fifth point: the departments thank each other, and what else is worth a note."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.context import WindowContext
from ui.steps.followup.agenda_cards import THANKS, AgendaCard
from ui.thanks import ThanksPart
from ui.widgets.layout import plain_label
from ui.widgets.text_field import TextField
from workshop_app.steps.followup.view import FollowUpView


class ThanksCard(AgendaCard):
    """Who is named goes where recognition keeps it; ``noted`` carries the notes of the meeting."""

    noted = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        _, theme = context.words, context.theme
        super().__init__(context, THANKS, _("Thanks"))
        self.body.addWidget(plain_label(_("only the other department nominates"), theme, "caption", "text2", wrap=True))
        self.part = ThanksPart(context, narrow=True)
        self.notes = TextField(theme, _("What else is worth keeping"), _("Notes of the meeting"))
        self.notes.committed.connect(self.noted)
        self.body.addWidget(self.part)
        self.body.addWidget(plain_label(_("Notes of the meeting"), theme, "caption", "text2"))
        self.body.addWidget(self.notes)

    def show_view(self, view: FollowUpView) -> None:
        """Who was named since the follow-up before, and the notes."""
        self.part.show_thanks(view.thanks)
        self.notes.set_value((view.followup.notes or "") if view.followup else "")
