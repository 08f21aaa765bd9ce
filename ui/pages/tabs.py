"""The head of a step whose sub-steps are tabs: the step's title, the tabs, the tools of the sub-step (SCREENS 20)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.pages.base import Place
from ui.pages.stepped import SubPage
from ui.widgets.layout import StepHeader
from ui.widgets.segmented import HeaderTabs
from workshop_app.steps import step_of


def tabbed_header(sub: SubPage, tools: Iterable[QWidget] = ()) -> StepHeader:
    """The head of a sub-step with a tab for each sub-step of its step."""
    context, step = sub.context, step_of(sub.page.step_id)
    tabs = HeaderTabs(context.theme)
    tabs.setAccessibleName(context.words(step.title))
    tabs.set_items([(other.id, context.words(other.title)) for other in step.sub_steps])
    tabs.set_current(sub.name)
    tabs.chosen.connect(lambda key: _turn(sub, tabs, key))
    return StepHeader(context.words(step.title), context.theme, tools, tabs=tabs)


def _turn(sub: SubPage, tabs: HeaderTabs, key: str) -> None:
    """Show another sub-step; the focus goes along to its tab, once Qt has done with the key that moved it."""
    had_focus = tabs.isAncestorOf(sub.focusWidget() or sub)
    tabs.set_current(sub.name)
    if had_focus:
        QTimer.singleShot(0, sub, lambda: _go(sub, key, focus=True))
    else:
        _go(sub, key, focus=False)


def _go(sub: SubPage, key: str, *, focus: bool) -> None:
    sub.page.go_to(Place(sub.page.step_id, key))
    tabs = sub.page.front.findChild(HeaderTabs)
    if focus and tabs is not None:
        tabs.setFocus()
