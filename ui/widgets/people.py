"""People as marks: badge of the department and surname; a row of them to read, and a field that names several."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.buttons import paint_edge
from ui.widgets.clearing import clear_layout
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import FieldMessage
from ui.widgets.paint import badge_font, badge_width, paint_badge
from ui.widgets.picker import Picker, PickerChoice, fitting, person_choices
from ui.widgets.tips import plain_tip
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.places import places_of
from workshop_app.domain.short_names import surname
from workshop_app.i18n import Words

BADGE, HEIGHT, GAP = 20, 24, 6
_ALL = "department:"


@frozen
class PersonFace:
    """What a mark shows: id, full name, the department's (code, place) or the words of another department."""

    id: str
    name: str
    badge: tuple[str, int] | None = None
    outside: str = ""

    @property
    def label(self) -> str:
        """The surname, or what stands for it."""
        return surname(self.name)


def faces(engagement: Engagement, person_ids: Sequence[str]) -> tuple[PersonFace, ...]:
    """The people of these ids in the given order; unknown ids are left out."""
    places = places_of(engagement.departments)
    found = []
    for person_id in person_ids:
        person = engagement.person(person_id)
        if person is not None:
            department = engagement.department(person.department_id)
            badge = (department.short, places[department.id]) if department else None
            found.append(PersonFace(person.id, person.name, badge, person.department_text or ""))
    return tuple(found)


class PersonMark(QPushButton):
    """Badge and surname; ``removable`` adds a cross and takes the focus."""

    def __init__(self, face: PersonFace, theme: ThemeService, *, removable: bool = False) -> None:
        super().__init__()
        self.face, self._theme, self._removable = face, theme, removable
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if removable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not removable)
        self.setAccessibleName(face.name)
        self.setToolTip(plain_tip(face.name))
        theme.changed.connect(self.updateGeometry)

    def _badge_width(self) -> float:
        if self.face.badge is None:
            return 0.0
        height = float(self._theme.theme.pixels(BADGE))
        return badge_width(self.face.badge[0], height, badge_font(self._theme.theme, height)) + GAP

    def sizeHint(self) -> QSize:
        """Qt: badge, name, cross."""
        theme = self._theme.theme
        words = QFontMetricsF(theme.font("body")).horizontalAdvance(self.face.label)
        width = self._badge_width() + words + 3 + (22 if self._removable else 0)
        return QSize(round(width), theme.pixels(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Qt: never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: badge, name, cross, focus."""
        theme, painter = self._theme.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, x = QRectF(self.rect()), 0.0
        if self.face.badge is not None:
            code, place = self.face.badge
            height = float(theme.pixels(BADGE))
            rect = QRectF(0, box.center().y() - height / 2, self._badge_width() - GAP, height)
            paint_badge(painter, rect, code, place, theme.department(place), badge_font(theme, height))
            x = self._badge_width()
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text2"))
        painter.drawText(box.adjusted(x, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.face.label)
        if self._removable:
            painter.setPen(theme.color("text" if self.underMouse() or self.hasFocus() else "text3"))
            cross = QRectF(box.right() - 18, box.top(), 18, box.height())
            painter.drawText(cross, int(Qt.AlignmentFlag.AlignCenter), "×")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            paint_edge(painter, box, None, theme.color("accent"), 4)


class PeopleRow(QWidget):
    """People side by side, broken into lines; ``set_faces`` rebuilds only what differs."""

    def __init__(self, theme: ThemeService, gap: int = 8) -> None:
        super().__init__()
        self._theme = theme
        self._faces: tuple[PersonFace, ...] = ()
        self._flow = FlowLayout(self, gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_faces(self, people: tuple[PersonFace, ...]) -> None:
        """These people."""
        if people == self._faces:
            return
        self._faces = people
        clear_layout(self._flow)
        for face in people:
            mark = PersonMark(face, self._theme)
            self._flow.addWidget(mark)
            mark.show()
        self.setAccessibleName(", ".join(face.name for face in people))
        self.updateGeometry()


class PeopleField(QWidget):
    """Several people: a line that finds them, marks with a cross. ``changed`` carries the ids in order.

    Enter takes a person (or a whole department) and stays; what fits nobody is explained under the line. Backspace in
    the empty line takes the last one away, Del or Space on a mark that one.
    """

    changed = Signal(object)

    def __init__(self, theme: ThemeService, icons: Icons, words: Words, name: str) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._engagement = Engagement()
        self.ids: tuple[str, ...] = ()
        self.line = _AddLine(theme, icons, words, words("add: name, or a department’s code"), name)
        self.line.chosen.connect(self._take)
        self.line.backward.connect(lambda: self._tell(self.ids[:-1]))
        self.marks = QWidget()
        self._flow = FlowLayout(self.marks, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.message = FieldMessage(theme)
        self.line.problem.connect(self.message.say)
        self.line.repeated.connect(lambda name: self.message.say(words("{name}: already there", name=name), "warn"))
        self.line.textEdited.connect(lambda _typed: self.message.say(""))
        for part in (self.line, self.message, self.marks):
            column.addWidget(part)
        self.setFocusProxy(self.line)
        self.setAccessibleName(name)

    def show_people(self, engagement: Engagement, person_ids: tuple[str, ...]) -> None:
        """What the document holds; only what differs is rebuilt."""
        same = person_ids == self.ids and engagement is self._engagement
        self._engagement = engagement
        if same:
            return
        self.ids = person_ids
        self.line.set_choices(self._choices())
        self.line.there = tuple(choice for choice in person_choices(engagement) if choice.id in person_ids)
        focused = next((m.face.id for m in self.marks.findChildren(PersonMark) if m.hasFocus()), None)
        clear_layout(self._flow)
        for face in faces(engagement, person_ids):
            mark = PersonMark(face, self._theme, removable=True)
            mark.clicked.connect(partial(self._drop, face.id))
            self._flow.addWidget(mark)
            mark.show()
        self.marks.setVisible(bool(person_ids))
        if focused is not None and focused not in person_ids:
            self.line.setFocus()

    def _choices(self) -> list[PickerChoice]:
        _ = self._words
        taken = set(self.ids)
        found = []
        for place, department in enumerate(self._engagement.departments):
            if self._members(department.id):
                text = _("All of {department}", department=department.name)
                found.append(PickerChoice(_ALL + department.id, text, badge=(department.short, place)))
        return found + [choice for choice in person_choices(self._engagement) if choice.id not in taken]

    def _members(self, department_id: str) -> tuple[str, ...]:
        people = self._engagement.people
        return tuple(p.id for p in people if p.active and p.department_id == department_id and p.id not in self.ids)

    def _take(self, choice_id: object) -> None:
        if not isinstance(choice_id, str):
            return
        new = self._members(choice_id.removeprefix(_ALL)) if choice_id.startswith(_ALL) else (choice_id,)
        self.line.forget()
        self._tell((*self.ids, *(name for name in new if name not in self.ids)))

    def _drop(self, person_id: str, _checked: bool = False) -> None:
        self._tell(tuple(name for name in self.ids if name != person_id))

    def _tell(self, ids: tuple[str, ...]) -> None:
        if ids != self.ids:
            self.changed.emit(ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Del on a mark takes the person away."""
        mark = self.focusWidget()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and isinstance(mark, PersonMark):
            self._drop(mark.face.id)
        else:
            super().keyPressEvent(event)


class _AddLine(Picker):
    """The line of the field: empty again after each choice. ``there`` are those who were chosen already."""

    backward = Signal()
    repeated = Signal(str)
    there: tuple[PickerChoice, ...] = ()

    def forget(self) -> None:
        """Ready for the next one."""
        self.set_current(None)
        self._kept = ""
        self.clear()

    def _resolve(self, typed: str) -> None:
        named = fitting(self.there, typed) if typed.strip() and not self.matches(typed) else []
        if named:
            self.forget()
            self.repeated.emit(named[0].text)
        else:
            super()._resolve(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Backspace in the empty line takes the last person away."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.backward.emit()
        else:
            super().keyPressEvent(event)
