"""The sub-page in front of a step's page, and what the file holds, for the tests of the steps."""

from __future__ import annotations

from typing import TypeVar

from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.domain.engagement import Engagement
from workshop_app.services.document import Document

P = TypeVar("P", bound=SubPage)


def front_of(window: FacilitatorWindow, step: str, sub_step: str, kind: type[P]) -> P:
    """Go there; the sub-page, which is of this kind."""
    window.go(Place(step, sub_step))
    page = window.host.page
    assert isinstance(page, SteppedPage)
    front = page.front
    assert isinstance(front, kind)
    return front


def stored(window: FacilitatorWindow) -> Engagement:
    """The file itself."""
    document = Document.open(window.bridge.document.file.path, read_only=True)
    engagement = document.engagement
    document.close()
    return engagement
