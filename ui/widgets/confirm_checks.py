"""Who confirms a rule: a tick for each department."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.service import ThemeService
from ui.widgets.controls import CheckBox
from ui.widgets.labels import plain_label
from workshop_app.domain.model import Department
from workshop_app.i18n import Words


class ConfirmChecks(QWidget):
    """A tick for each department, under a label, behind the field of the rule. ``changed`` when a person ticks."""

    changed = Signal()

    def __init__(self, theme: ThemeService, words: Words, label: str, rule: QWidget) -> None:
        super().__init__()
        self._theme, self._words, self._rule = theme, words, rule
        self._departments: tuple[Department, ...] = ()
        self.boxes: list[tuple[str, CheckBox]] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(label, theme, "caption", "text2"))
        column.addLayout(self._row)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def set_departments(self, departments: Sequence[Department]) -> None:
        """Other departments; the same ones keep their ticks and the focus."""
        if tuple(departments) == self._departments:
            return
        self._departments = tuple(departments)
        for _key, box in self.boxes:
            self._row.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = []
        for department in departments:
            box = CheckBox(department.short, self._theme)
            name = self._words("{department} confirms the rule", department=department.name)
            box.setToolTip(name)
            box.setAccessibleName(name)
            box.toggled.connect(lambda _on: self.changed.emit())
            self.boxes.append((department.id, box))
            self._row.addWidget(box)

    def set_ticked(self, ids: Iterable[str]) -> None:
        """Tick these and no others, without telling anybody."""
        ticked = set(ids)
        with QSignalBlocker(self):
            for key, box in self.boxes:
                box.setChecked(key in ticked)

    def ticked(self) -> tuple[str, ...]:
        """Ids of the ticked departments, in order."""
        return tuple(key for key, box in self.boxes if box.isChecked())
