"""One of many, found by typing: people, departments, activities. A line with a list of matches below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFontMetrics, QHelpEvent, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.paint import badge_font, badge_width, paint_badge
from ui.widgets.text_field import TextField
from ui.widgets.tips import plain_tip
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.places import places_of
from workshop_app.domain.text_key import norm_text
from workshop_app.i18n import Words

_Index = QModelIndex | QPersistentModelIndex
SHOWN = 12
LIST_WIDTH = 380
CHOICE = int(Qt.ItemDataRole.UserRole) + 1


@frozen
class PickerChoice:
    """What can be picked: its id (None = nobody), words, a quiet caption, a department's (code, place)."""

    id: str | None
    text: str
    caption: str = ""
    badge: tuple[str, int] | None = None


class ChoiceModel(QAbstractListModel):
    """What a list under a line offers."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[PickerChoice] = []

    def show_found(self, found: list[PickerChoice]) -> None:
        """Replace what is offered."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Qt: choices."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: words and the choice itself."""
        choice = self.found[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return choice.text
        return choice if role == CHOICE else None


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a choice: a department's badge, words, a quiet caption."""

    def __init__(self, theme: ThemeService, parent: QLineEdit) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Qt: 32 high."""
        return QSize(120, self._theme.theme.pixels(32))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Qt: the whole words where the line shortens them."""
        choice = index.data(CHOICE)
        if event.type() != QEvent.Type.ToolTip or choice is None:
            return super().helpEvent(event, view, option, index)
        theme = self._theme.theme
        needed: float = QFontMetrics(theme.font("body")).horizontalAdvance(choice.text) + 20
        needed += badge_width(choice.badge[0], 18, badge_font(theme, 18)) + 8 if choice.badge else 0
        needed += QFontMetrics(theme.font("caption")).horizontalAdvance(choice.caption) + 16 if choice.caption else 0
        whole = "\n".join(filter(None, (choice.text, choice.caption)))
        QToolTip.showText(event.globalPos(), plain_tip(whole) if needed > option.rect.width() else "", view)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Qt: badge, words, caption at the right."""
        theme, box, choice = self._theme.theme, QRectF(option.rect), index.data(CHOICE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("selected"))
        box.adjust(10, 0, -10, 0)
        if choice.badge:
            box.setLeft(box.left() + _paint_small_badge(painter, box, choice.badge, self._theme) + 8)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text"))
        words = painter.fontMetrics().elidedText(choice.text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
        box.setLeft(box.left() + painter.fontMetrics().horizontalAdvance(words) + 16)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text3"))
        room = max(0, int(box.width()))
        caption = painter.fontMetrics().elidedText(choice.caption, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), caption)
        painter.restore()


def _paint_small_badge(painter: QPainter, box: QRectF, badge: tuple[str, int], theme: ThemeService) -> float:
    code, place = badge
    font = badge_font(theme.theme, 18)
    width = badge_width(code, 18, font)
    rect = QRectF(box.left(), box.center().y() - 9, width, 18)
    paint_badge(painter, rect, code, place, theme.theme.department(place), font)
    return width


class Picker(TextField):
    """``chosen`` carries the id (None = nobody). Typing filters, ↓ opens all, Enter or Tab takes the marked one.

    Words are found in any order and by their beginnings. An unknown text is kept and explained by ``problem``.
    """

    chosen = Signal(object)

    def __init__(self, theme: ThemeService, icons: Icons, words: Words, placeholder: str = "", name: str = "") -> None:
        super().__init__(theme, placeholder, name)
        self._words, self._icons = words, icons
        self._choices: tuple[PickerChoice, ...] = ()
        self._current: PickerChoice | None = None
        self._model = ChoiceModel()
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.setMaxVisibleItems(SHOWN)
        self._list = QListView()
        self._list.setProperty("cls", "menu")
        self._completer.setPopup(self._list)
        self._list.setItemDelegate(ChoiceDelegate(theme, self))  # after setPopup, which gives one of its own
        self._completer.activated[QModelIndex].connect(self._take_index)  # type: ignore[index]  # of two
        self._opener = QAction(self)
        self.addAction(self._opener, QLineEdit.ActionPosition.TrailingPosition)
        self._opener.triggered.connect(self.open_list)
        self.textEdited.connect(self._offer)
        self.committed.connect(self._resolve)
        theme.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        color = self._theme.theme.color("text3")
        self._opener.setIcon(QIcon(self._icons.pixmap("chevron-down", 16, color, self.devicePixelRatioF())))

    def set_choices(self, choices: Sequence[PickerChoice]) -> None:
        """What can be picked, in order."""
        self._choices = tuple(choices)

    @property
    def current_id(self) -> str | None:
        """The id that is picked."""
        return self._current.id if self._current else None

    def set_current(self, choice_id: str | None) -> None:
        """Show what the document holds; tells nobody."""
        self._show(next((choice for choice in self._choices if choice.id == choice_id), None))

    def _show(self, choice: PickerChoice | None) -> None:
        self._current = choice
        shown = choice.text if choice is not None and choice.id is not None else ""
        left = 0
        if choice is not None and choice.badge and shown:
            left = round(badge_width(choice.badge[0], 18, badge_font(self._theme.theme, 18))) + 8
        self.setTextMargins(left, 0, 0, 0)
        self.set_value(shown)

    def matches(self, typed: str) -> list[PickerChoice]:
        """The choices whose words begin with all typed words, those that begin with the text first."""
        return fitting(self._choices, typed)

    def list_is_open(self) -> bool:
        """Whether the choices are shown."""
        return self._list.isVisible()

    def open_list(self) -> None:
        """All choices below the line, the present one marked."""
        self._popup(list(self._choices), self._current)

    def _offer(self, typed: str) -> None:
        self.setTextMargins(0, 0, 0, 0)
        found = self.matches(typed)
        if found and typed.strip():
            self._popup(found, found[0])
        else:
            self._list.hide()

    def _popup(self, found: list[PickerChoice], marked: PickerChoice | None) -> None:
        self._model.show_found(found)
        self._list.setMinimumWidth(max(self.width(), self._theme.theme.pixels(LIST_WIDTH)))
        self._completer.setCompletionPrefix("")
        self._completer.complete()
        if marked in found:
            self._list.setCurrentIndex(self._completer.completionModel().index(found.index(marked), 0))

    def _take_index(self, index: QModelIndex) -> None:
        choice = index.data(CHOICE)
        if choice is not None:
            self.take(choice)

    def take(self, choice: PickerChoice) -> None:
        """Pick one and tell."""
        differs = choice.id != self.current_id
        self._kept = self.text()
        self._show(choice)
        self.set_problem("")
        if differs:
            self.chosen.emit(choice.id)

    def _resolve(self, typed: str) -> None:
        if not typed.strip():
            self.take(PickerChoice(None, ""))
            return
        key = norm_text(typed)
        found = self.matches(typed)
        exact = [choice for choice in found if norm_text(choice.text) == key]
        if len(exact or found) == 1:
            self.take((exact or found)[0])
            return
        _ = self._words
        several, none = _("Several fit: choose one from the list."), _("Nothing of that name is in the list.")
        self.set_problem(several if found else none)

    def _take_marked(self) -> None:
        index = self._list.currentIndex()
        self._list.hide()
        if index.isValid():
            self._take_index(index)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab takes the marked choice and goes on."""
        if self._list.isVisible():
            self._take_marked()
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter takes the marked choice, ↓ opens the list."""
        if self._list.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_marked()
            return
        if event.key() == Qt.Key.Key_Escape and self._list.isVisible():
            self._list.hide()
            return
        if event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self.open_list()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the line, the badge of what is picked."""
        super().paintEvent(event)
        if self._current is not None and self._current.badge and self.textMargins().left():
            painter = QPainter(self)
            box = QRectF(self.rect()).translated(QPointF(9, 0))
            _paint_small_badge(painter, box, self._current.badge, self._theme)


def fitting(choices: Sequence[PickerChoice], typed: str) -> list[PickerChoice]:
    """The choices whose words begin with all typed words, those that begin with the text first."""
    key = norm_text(typed)
    found = [choice for choice in choices if _fits(choice, key.split())]
    return sorted(found, key=lambda choice: not norm_text(choice.text).startswith(key))


def _fits(choice: PickerChoice, typed: list[str]) -> bool:
    words = norm_text(f"{choice.text} {choice.caption} {choice.badge[0] if choice.badge else ''}").split()
    return all(any(word.startswith(part) for word in words) for part in typed)


def person_choices(engagement: Engagement, nobody: str = "") -> list[PickerChoice]:
    """Active people in order with their department's badge and position; ``nobody`` adds an empty choice."""
    places = places_of(engagement.departments)
    positions = {position.id: position.title for position in engagement.positions}
    found = [PickerChoice(None, nobody)] if nobody else []
    for person in engagement.people:
        if person.active:
            department = engagement.department(person.department_id)
            badge = (department.short, places[department.id]) if department else None
            caption = positions.get(person.position_id or "", "") or person.department_text or ""
            found.append(PickerChoice(person.id, person.name, caption, badge))
    return found


def department_choices(engagement: Engagement) -> list[PickerChoice]:
    """The departments in order with their badges."""
    return [
        PickerChoice(department.id, department.name, badge=(department.short, at))
        for at, department in enumerate(engagement.departments)
    ]
