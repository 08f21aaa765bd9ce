"""What a scene of the audience window is: an explicit projection of public facts, and how it is painted.

A scene never sees the document. ``content`` picks the fields the room may see; ``paint`` draws them in design units
of 1920 × 1080 (``Canvas``), where no text is smaller than 46 units (4.3 % of the height).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workshop_app.domain.frozen import frozen

if TYPE_CHECKING:
    from ui.audience.canvas import Canvas
    from workshop_app.domain.engagement import Engagement
    from workshop_app.i18n import Words
    from workshop_app.steps.step import ViewContext


@frozen
class Focus:
    """What the facilitator points at: a row, and whether hidden things are open.

    ``options`` are further choices of a page, by name (the year shown, the number picked).
    """

    row_id: str | None = None
    revealed: bool = False
    options: tuple[tuple[str, str], ...] = ()

    def option(self, name: str, default: str = "") -> str:
        """The value of one option."""
        return dict(self.options).get(name, default)


@frozen
class SceneInput:
    """What a scene's projection reads."""

    engagement: Engagement
    context: ViewContext
    words: Words
    focus: Focus


@frozen
class Waiting:
    """What the room is told while a scene has nothing to show: ``needs`` is the content's field that is empty then.

    ``sentence`` is a message id: what people may think about or do meanwhile.
    """

    needs: str
    sentence: str


@frozen
class Scene:
    """One kind of page for the room.

    ``id`` is ``step.sub_step`` (or a common scene's name), ``step`` lights the strip at the bottom. ``name`` is a
    message id used only in the facilitator's window («Зал видит: …»). ``pages`` counts pages of a content on a
    canvas, ``page_of`` tells which one shows the focus. A content that may be ``waiting`` has a ``title``.
    """

    id: str
    step: str | None
    name: str
    content: Callable[[SceneInput], Any]
    paint: Callable[[Canvas, Any, int], None]
    pages: Callable[[Canvas, Any], int]
    page_of: Callable[[Canvas, Any], int]
    waiting: Waiting | None = None

    def sentence(self, content: Any) -> str:
        """The message id of what the room is told instead of this content; empty when there is something to show."""
        return self.waiting.sentence if self.waiting is not None and not getattr(content, self.waiting.needs) else ""
