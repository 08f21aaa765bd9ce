"""Fields for hours, numbers, search; a field with its label above and its message below."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.labels import FieldMessage, plain_label
from ui.widgets.text_field import TextField
from workshop_app.domain.hours_text import read_hours
from workshop_app.domain.message import ProblemError
from workshop_app.domain.rounding import half_up
from workshop_app.i18n import Words

HOURS_DECIMALS = 4


def hours_of(text: str) -> Decimal | None:
    """Hours per week of a typed text, exact or to four decimals; None = unknown (empty, «—», «?»). 0 is not unknown.

    ProblemError when the text is not a number of hours.
    """
    found = read_hours(text)
    return None if found is None else decimal_of(found)


def decimal_of(value: Fraction) -> Decimal:
    """The decimal number of a fraction, without trailing zeros, to four decimals."""
    found = half_up(value, HOURS_DECIMALS).normalize()
    return found.quantize(Decimal(1)) if found == found.to_integral() else found


class ValueField(TextField):
    """Base of fields whose text means a value: ``chosen`` carries it, a wrong text is kept and explained."""

    chosen = Signal(object)

    def __init__(self, theme: ThemeService, words: Words, placeholder: str = "", name: str = "") -> None:
        super().__init__(theme, placeholder, name)
        self._words = words
        self.value: object = None
        self.committed.connect(self._read)

    def read(self, text: str) -> object:
        """The value of a text; ProblemError says what is wrong."""
        raise NotImplementedError  # each kind of value has its own

    def show_value(self, value: object) -> str:
        """The text of a value."""
        raise NotImplementedError  # each kind of value has its own

    def set_current(self, value: object) -> None:
        """Show a value from the document."""
        if not (self.hasFocus() and self.dirty()):
            self.value = value
        self.set_value(self.show_value(value))

    def revert(self) -> None:
        """Back to the last understood value."""
        self._kept = self.show_value(self.value)
        super().revert()

    def explain(self, error: ProblemError) -> str:
        """What is wrong, in the reader's language."""
        return self._words.message(error.message)

    def understood(self) -> bool:
        """Whether the typed text means a value; if not, the field says why."""
        try:
            self.read(self.text())
        except ProblemError as error:
            self.set_problem(self.explain(error))
            return False
        return True

    def _read(self, text: str) -> None:
        if not self.understood():
            return
        value = self.read(text)
        self.set_problem("")
        differs = value != self.value
        self.value, self._kept = value, self.show_value(value)
        self.setText(self._kept)
        if differs:
            self.chosen.emit(value)


class SearchField(QLineEdit):
    """Filters while typing: ``searched`` carries the text. Esc clears, then leaves; ↓ and Enter go to what is found."""

    searched = Signal(str)
    left = Signal()
    down = Signal()

    def __init__(self, theme: ThemeService, icons: Icons, placeholder: str) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._sign = QAction(self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self.searched)
        theme.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        color = self._theme.theme.color("text3")
        self._sign.setIcon(QIcon(self._icons.pixmap("search", 16, color, self.devicePixelRatioF())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc, ↓, Enter."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        else:
            super().keyPressEvent(event)


class LabeledField(QWidget):
    """A label above, the field, its message below; clicking the label goes to the field."""

    def __init__(self, label: str, field: QWidget, theme: ThemeService) -> None:
        super().__init__()
        self.field, self.message = field, FieldMessage(theme)
        self.label = plain_label(label.replace("&", "&&"), theme, "caption", "text2")
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.label, field, self.message):
            column.addWidget(part)
        if isinstance(field, TextField):
            field.problem.connect(self.message.say)
