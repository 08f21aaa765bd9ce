"""The page of the audit: collecting, matching, overlay, decisions."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Action
from ui.audience.scene import Focus
from ui.pages.base import Place, StepPage
from ui.steps.audit.collect import CollectView
from ui.widgets.layout import EmptyState, HintLine, StepHeader, button
from workshop_app.services.document import Change
from workshop_app.steps.audit import audit_view


class AuditPage(StepPage):
    """S3."""

    step_id = "audit"

    def build(self) -> None:
        """Header, the sub-steps in a stack, hints."""
        _ = self.words
        self._sub_step = "collect"
        self._revealed = False
        theme = self.context.theme
        self._hide = button(_("Hide the other columns"), "ghost", self._toggle_hidden, icons=self.context.icons, icon="eye-off", theme=theme)
        self._hide.setCheckable(True)
        self._next = button(_("To matching"), "pri", lambda: self.go_to(Place("audit", "match")), icons=self.context.icons, icon="arrow-right", theme=theme)
        self.header = StepHeader(_("Collecting functions"), theme, (self._hide, self._next))
        self.collect = CollectView(self.context)
        self.collect.moved.connect(lambda: self.moved.emit(self.current_place()))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.collect)
        self.hints = HintLine(
            [("Enter", _("next line")), ("Tab", _("who and hours")), ("Ctrl+←/→", _("other department")), ("Ctrl+V", _("paste a list from Excel"))],
            theme,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 6)
        column.setSpacing(8)
        for part in (self.header, self.stack, self.hints):
            column.addWidget(part, 1 if part is self.stack else 0)

    def refresh(self, change: Change | None) -> None:
        """Bring the front sub-step up to date."""
        view = audit_view(self.engagement, self.context.bridge.view_context)
        names: dict[str, list[str]] = {}
        for person in self.engagement.people:
            if person.active and person.department_id:
                names.setdefault(person.department_id, []).append(person.name)
        self.collect.show_lists(view.lists, names)

    def current_place(self) -> Place:
        """Where the facilitator is."""
        return Place("audit", self._sub_step)

    def _toggle_hidden(self) -> None:
        self.collect.set_hide_others(self._hide.isChecked())
