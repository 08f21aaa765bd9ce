"""The two menus of the top bar: everything under «⋯» by section, and the timer's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from ui.actions import Action, Actions, keys_text
from ui.pages.base import Place
from workshop_app.domain.timetable import timing
from workshop_app.i18n import Words
from workshop_app.steps import STEPS

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow

LENGTHS = (5, 10, 15, 20, 25, 30, 40, 45, 60, 75, 90)
"""Minutes offered for a step."""

TIMER_ACTIONS = ("timer_toggle", "timer_add_1", "timer_add_5")
SESSION_ACTIONS = ("session_begin", "session_end")


def section_menu(parent: QWidget, actions: Actions, words: Words) -> QMenu:
    """All actions, a sub-menu for each section; what is off says why."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    subs: dict[str, QMenu] = {}
    for action in actions.all():
        section = action.section or words("Window")
        if section not in subs:
            subs[section] = menu.addMenu(_literal(section))
            subs[section].setToolTipsVisible(True)
        _add(subs[section], action, words)
    return menu


def timer_menu(window: FacilitatorWindow) -> QMenu:
    """Start or pause, more minutes, another length."""
    _, timer = window.words, window.timer
    menu = QMenu(window)
    _add_known(menu, window.actions_list, TIMER_ACTIONS, window.words)
    menu.addSeparator()
    for minutes in sorted({*LENGTHS, *((timer.planned // 60,) if timer.planned else ())}):
        entry = menu.addAction(_("{n} min", n=minutes))
        entry.setCheckable(True)
        entry.setChecked(timer.planned == minutes * 60)
        entry.triggered.connect(lambda _checked=False, n=minutes: timer.start(n))
    _add_timing(menu, window)
    menu.addSeparator()
    _add_known(menu, window.actions_list, SESSION_ACTIONS, window.words)
    return menu


def _add_timing(menu: QMenu, window: FacilitatorWindow) -> None:
    """Plan against clock: every step that was held, then the whole session; an entry leads to its step."""
    _, steps = window.words, timing(window.bridge.engagement, window.timer.minutes())
    held = [step for step in steps if step.spent is not None]
    if not held:
        return
    times = menu.addMenu(_("Spent and planned"))
    titles = {step.id: step.title for step in STEPS}
    for step in held:
        text = _("{title}: {n} of {total} min", title=_(titles[step.step]), n=step.spent, total=step.planned)
        times.addAction(_literal(text)).triggered.connect(lambda _checked=False, s=step.step: window.go(Place(s)))
    spent, planned = sum(step.spent or 0 for step in held), sum(step.planned for step in steps)
    times.addSeparator()
    times.addAction(_("Session: {n} of {total} min", n=spent, total=planned)).setEnabled(False)


def _add_known(menu: QMenu, actions: Actions, ids: Iterable[str], words: Words) -> None:
    for action_id in ids:
        action = actions.find(action_id)
        if action is not None:
            _add(menu, action, words)


def _add(menu: QMenu, action: Action, words: Words) -> None:
    keys = keys_text(action, words)
    entry = menu.addAction(f"{_literal(action.title)}\t{keys}" if keys else _literal(action.title))
    entry.setObjectName(action.id)
    enabled = action.enabled()
    entry.setEnabled(enabled)
    entry.setToolTip("" if enabled else action.why_not)
    entry.triggered.connect(lambda _checked=False: action.run())


def _literal(text: str) -> str:
    return text.replace("&", "&&")
