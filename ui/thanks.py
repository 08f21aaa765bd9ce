"""Who names whom for what: a department picks somebody of another one; its own people are not offered.

Rewards and every follow-up end with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.badge import DepartmentBadge
from ui.widgets.buttons import IconButton
from ui.widgets.controls import ChoiceBox
from ui.widgets.in_place import InPlaceText
from ui.widgets.labels import IconLabel
from ui.widgets.layout import FieldMessage, plain_label
from ui.widgets.picker import Picker, person_choices
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Department, Person, Recognition
from workshop_app.domain.rewards.nominations import nominees
from workshop_app.domain.short_names import short_name
from workshop_app.steps.thanks import Thanks, change_nomination, nominate, remove_nomination


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


class ThanksPart(QWidget):
    """A line to write down who is named, and everybody who was. ``named`` carries the new nomination's id.

    ``narrow``: the entry takes two lines.
    """

    named = Signal(str)

    def __init__(self, context: WindowContext, *, narrow: bool = False) -> None:
        super().__init__()
        self._context = context
        self.lines: dict[str, ThanksLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6 if narrow else 8)
        self._build_fields()
        who, what = (self.by, self.whom), (self.reason, self.form)
        for fields in (who, what) if narrow else ((*who, *what),):
            self._column.addLayout(self._row(fields))

    def _build_fields(self) -> None:
        _, theme, icons = self._context.words, self._context.theme, self._context.icons
        self.by = ChoiceBox(theme, icons, _("Who names"))
        self.by.picked.connect(lambda _key: self._offer())
        self.whom = Picker(theme, icons, self._context.words, _("Whom of the others"), _("Whom of the others"))
        self.whom.chosen.connect(self._go_on)
        self.reason = TextField(theme, _("For what joint work"), _("For what"))
        self.reason.returnPressed.connect(self._add)
        self.form = ChoiceBox(theme, icons, _("Form"))

    def _row(self, fields: tuple[QWidget, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        stretches = {self.by: 2, self.whom: 3, self.reason: 4, self.form: 3}
        for field in fields:
            field.setMinimumWidth(self._context.theme.theme.pixels(90))
            row.addWidget(field, stretches[field])
        return row

    def show_thanks(self, thanks: Sequence[Thanks]) -> None:
        """The forms to choose from, and these nominations in their order."""
        engagement = self._context.bridge.engagement
        self.by.set_items([(each.id, each.short) for each in engagement.departments])
        self.form.set_items([(each.id, each.title) for each in engagement.recognition])
        self.form.setVisible(bool(engagement.recognition))
        self._offer()
        wanted = {each.id: each for each in thanks}
        for key, line in list(self.lines.items()):
            if key not in wanted or _faces(line.thanks) != _faces(wanted[key]):
                line.hide()
                line.deleteLater()
                del self.lines[key]
        above = self._column.count() - len(self.lines)
        for place, each in enumerate(thanks):
            if each.id not in self.lines:
                self.lines[each.id] = self._line(each)
                self._column.insertWidget(above + place, self.lines[each.id])
            self.lines[each.id].show_thanks(each)

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
        _, bridge = self._context.words, self._context.bridge
        person = bridge.engagement.get(Person, self.whom.current_id)
        reason = self.reason.text().strip()
        if person is None or not reason:
            (self.whom if person is None else self.reason).setFocus()
            return
        form = bridge.engagement.get(Recognition, self.form.current())
        made = nominate(form, self.by.current(), person, reason, bridge.as_of, _("A thank-you from the neighbours"))
        if bridge.run(made) is not None:
            self.reason.set_value("")
            self.reason.clear()
            self.whom.set_current(None)
            self.whom.setFocus()
            self.named.emit(bridge.engagement.nominations[-1].id)

    def _remove(self, thanks: Thanks) -> None:
        _, context = self._context.words, self._context
        if context.bridge.run(remove_nomination(thanks.nomination, thanks.person.name)) is not None:
            context.shell.toast(_("Removed: {text}", text=short_name(thanks.person.name)), undo=True)


def _faces(thanks: Thanks) -> tuple[Department, Department | None]:
    """What the badges of a line are made of."""
    return thanks.department, thanks.home
