"""Actions declared once: the palette, the menus, the shortcuts and the key sheet read the same list."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from workshop_app.domain.frozen import frozen
from workshop_app.i18n import Words


def _always() -> bool:
    return True


@frozen
class Action:
    """Something the facilitator can do.

    ``title`` is translated already. ``keys`` are portable key sequences; the first is printed. ``why_not`` says in
    words why the action is off when ``enabled`` says no. ``local`` keys are handled by the page that has the focus
    (single letters and digits): they are listed, but no shortcut is made of them.
    """

    id: str
    title: str
    run: Callable[[], object]
    section: str = ""
    keys: tuple[str, ...] = ()
    icon: str | None = None
    enabled: Callable[[], bool] = _always
    why_not: str = ""
    local: bool = False
    search: str = ""


class Actions(QObject):
    """The actions that can be used now: the window's own and those of the page in front."""

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._groups: dict[str, tuple[Action, ...]] = {}
        self._shortcuts: dict[str, list[QAction]] = {}

    def set_group(self, name: str, actions: Iterable[Action]) -> None:
        """Replace the actions of one owner (``window``, ``page``); their shortcuts follow."""
        for old in self._shortcuts.pop(name, []):
            self._window.removeAction(old)
            old.deleteLater()
        self._groups[name] = tuple(actions)
        self._shortcuts[name] = [made for action in self._groups[name] if (made := self._shortcut(action)) is not None]
        self.changed.emit()

    def all(self) -> tuple[Action, ...]:
        """Every action, window first."""
        return tuple(action for group in self._groups.values() for action in group)

    def find(self, action_id: str) -> Action | None:
        """The action with this id."""
        return next((action for action in self.all() if action.id == action_id), None)

    def run(self, action_id: str) -> None:
        """Run an action if it is there and can be used."""
        action = self.find(action_id)
        if action is not None and action.enabled():
            action.run()

    def _shortcut(self, action: Action) -> QAction | None:
        if not action.keys or action.local:
            return None
        made = QAction(self._window)
        made.setObjectName(action.id)
        made.setShortcuts([QKeySequence(keys, QKeySequence.SequenceFormat.PortableText) for keys in action.keys])
        made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        run_id = action.id
        made.triggered.connect(lambda _checked=False: self.run(run_id))
        self._window.addAction(made)
        return made


def keys_text(action: Action, words: Words) -> str:
    """The first key of an action as it is printed: «Ctrl+K»."""
    _ = words
    if not action.keys:
        return ""
    text = action.keys[0]
    for name, shown in (("Return", "Enter"), ("PgDown", "PgDn"), ("Space", _("Space"))):
        text = text.replace(name, shown)
    return text
