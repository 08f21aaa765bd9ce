"""«?»: every key of the window and of the page in front, in columns by what they are about."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from ui.actions import Action, keys_text
from ui.context import WindowContext
from ui.overlay import OverlayPanel
from ui.widgets.key_cap import KeyCap
from ui.widgets.layout import plain_label
from workshop_app.domain.text_key import norm_text


class KeySheet(OverlayPanel):
    """All keys, filtered by a few letters."""

    width_wanted, height_wanted = 860, 560
    passing = True

    def __init__(self, parent: QWidget, context: WindowContext) -> None:
        super().__init__(parent, context.words("All keys"), context.theme, context.icons, context.words)
        self._context = context
        self.search = QLineEdit()
        self.search.setPlaceholderText(context.words("Find a key"))
        self.search.textChanged.connect(lambda _text: self._fill())
        self.body.addWidget(self.search)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.body.addWidget(self._scroll, 1)

    def focus_first(self) -> None:
        """The search field."""
        self._fill()
        self.search.setFocus()

    def _fill(self) -> None:
        words = norm_text(self.search.text()).split()
        shown: dict[str, list[Action]] = {}
        for action in self._context.actions.all():
            key = norm_text(f"{action.title} {action.section} {' '.join(action.keys)}")
            if action.keys and all(word in key for word in words):
                shown.setdefault(action.section, []).append(action)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.setContentsMargins(0, 0, 0, 0)
        heights = [0, 0]
        for section, actions in shown.items():
            at = heights.index(min(heights))
            grid.addWidget(plain_label(section, self.theme, "caption_strong", "text2"), heights[at], at * 2, 1, 2)
            for place, action in enumerate(actions, start=heights[at] + 1):
                grid.addWidget(KeyCap(keys_text(action, self.words)), place, at * 2, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(plain_label(action.title, self.theme, "small", wrap=True), place, at * 2 + 1)
            heights[at] += len(actions) + 1
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._scroll.setWidget(inside)
        for ground in (self._scroll.viewport(), inside):
            ground.setAutoFillBackground(False)  # the panel's own shows through
