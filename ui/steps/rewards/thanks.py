"""Who names whom for what: a department picks somebody of another one; its own people are not offered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.badge import DepartmentBadge
from ui.widgets.buttons import IconButton
from ui.widgets.controls import ChoiceBox
from ui.widgets.in_place import InPlaceText
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, FieldMessage, plain_label
from ui.widgets.picker import Picker, person_choices
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Department, Person, Recognition
from workshop_app.domain.rewards.nominations import nominees
from workshop_app.domain.short_names import short_name
from workshop_app.steps.rewards.operations import change_nomination, nominate, remove_nomination
from workshop_app.steps.rewards.view import RewardsView, Thanks


class ThanksLine(QWidget):
    """Who named, who is named, for what, when. ``removed`` on Del."""

    removed = Signal()

    def __init__(self, context: WindowContext, thanks: Thanks) -> None:
        super().__init__()
        self._context, self.thanks = context, thanks
        _, theme, icons = context.words, context.theme, context.icons
        self.reason = InPlaceText(theme, "body", _("For what"), _("For what"))
        self.reason.committed.connect(
            lambda text: self._context.bridge.run(change_nomination(self.thanks.nomination, reason=text))
        )
        self.name = plain_label("", theme, "body_strong")
        self.day = plain_label("", theme, "caption", "text2")
        self.message = FieldMessage(theme)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._badge(thanks.department))
        row.addWidget(IconLabel("arrow-right", theme, icons, "text2", 16))
        if thanks.home is not None:
            row.addWidget(self._badge(thanks.home))
        row.addWidget(self.name)
        row.addWidget(self.reason, 1)
        row.addWidget(self.day)
        row.addWidget(IconButton("trash-2", _("Delete"), theme, icons, self.removed.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.message)

    def _badge(self, department: Department) -> DepartmentBadge:
        place = self._context.bridge.engagement.departments.index(department)
        return DepartmentBadge(department.short, department.name, place, self._context.theme, 20)

    def show_thanks(self, thanks: Thanks) -> None:
        """The nomination as it is now; one of the own department is said not to count."""
        words = self._context.words
        self.thanks = thanks
        self.name.setText(short_name(thanks.person.name))
        self.name.setToolTip(thanks.person.name)
        self.reason.set_value(thanks.nomination.reason)
        self.day.setText(words.date(thanks.nomination.date) if thanks.nomination.date else "")
        self.setToolTip(thanks.form.title)
        self.message.say(words("Its own department names: this does not count") if thanks.own else "", "err")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Del takes the nomination back."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ThanksCard(Card):
    """A line to write down who is named, and everybody who was. ``named`` when somebody is."""

    named = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=14, spacing=8)
        self._context = context
        _, theme = context.words, context.theme
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Who is named"), theme, "card_title"))
        head.addStretch(1)
        head.addWidget(plain_label(_("only the other department nominates"), theme, "caption", "text2"))
        self.body.addLayout(head)
        self.body.addWidget(self._entry())
        self.lines: dict[str, ThanksLine] = {}

    def _entry(self) -> QWidget:
        _, theme, icons = self._context.words, self._context.theme, self._context.icons
        self.by = ChoiceBox(theme, icons, _("Who names"))
        self.by.picked.connect(lambda _key: self._offer())
        self.whom = Picker(theme, icons, self._context.words, _("Whom of the others"), _("Whom of the others"))
        self.whom.chosen.connect(self._go_on)
        self.reason = TextField(theme, _("For what joint work"), _("For what"))
        self.reason.returnPressed.connect(self._add)
        self.form = ChoiceBox(theme, icons, _("Form"))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part, stretch in ((self.by, 2), (self.whom, 3), (self.reason, 4), (self.form, 3)):
            part.setMinimumWidth(theme.theme.pixels(90))
            row.addWidget(part, stretch)
        return line

    def show_view(self, view: RewardsView) -> None:
        """The forms to choose from, and the nominations in their order."""
        self.setVisible(bool(view.recognition and view.departments))
        self.by.set_items([(each.id, each.short) for each in view.departments])
        self.form.set_items([(each.id, each.title) for each in view.recognition])
        self._offer()
        wanted = {thanks.id: thanks for thanks in view.thanks}
        for key, line in list(self.lines.items()):
            if key not in wanted or _faces(line.thanks) != _faces(wanted[key]):
                line.hide()
                line.deleteLater()
                del self.lines[key]
        for place, thanks in enumerate(view.thanks):
            if thanks.id not in self.lines:
                self.lines[thanks.id] = self._line(thanks)
                self.body.insertWidget(2 + place, self.lines[thanks.id])
            self.lines[thanks.id].show_thanks(thanks)

    def _line(self, thanks: Thanks) -> ThanksLine:
        line = ThanksLine(self._context, thanks)
        line.removed.connect(lambda: self._remove(line.thanks))
        return line

    def _offer(self) -> None:
        """Only people whom this department may name."""
        engagement = self._context.bridge.engagement
        allowed = {person.id for person in nominees(engagement, self.by.current())}
        self.whom.set_choices([choice for choice in person_choices(engagement) if choice.id in allowed])
        if self.whom.current_id not in allowed:
            self.whom.set_current(None)

    def _go_on(self, person: object) -> None:
        """Picked by Enter: now for what."""
        if person is not None and self.whom.hasFocus():
            self.reason.setFocus()

    def _add(self) -> None:
        """Enter: the nomination; then the next person."""
        context = self._context
        person = context.bridge.engagement.get(Person, self.whom.current_id)
        form = context.bridge.engagement.get(Recognition, self.form.current())
        reason = self.reason.text().strip()
        if person is None or form is None or not reason:
            (self.whom if person is None else self.reason).setFocus()
            return
        if context.bridge.run(nominate(form, self.by.current(), person, reason, context.bridge.as_of)) is not None:
            self.reason.set_value("")
            self.reason.clear()
            self.whom.set_current(None)
            self.whom.setFocus()
            self.named.emit()

    def _remove(self, thanks: Thanks) -> None:
        _, context = self._context.words, self._context
        if context.bridge.run(remove_nomination(thanks.nomination, thanks.person.name)) is not None:
            context.shell.toast(_("Removed: {text}", text=short_name(thanks.person.name)), undo=True)


def _faces(thanks: Thanks) -> tuple[Department, Department | None]:
    """What the badges of a line are made of."""
    return thanks.department, thanks.home
