"""An error in a method that Qt calls is told where it happens, as that of a slot is; Qt goes on.

Qt for Python keeps an error that leaves an override (``paintEvent``, ``data``, …) for whatever Python code is waiting
for Qt just then. That code is torn off in its middle for the fault of another part; the painter of a painting that
failed lives on in the traceback, and Qt, which paints on without it, ends the process. So does Qt for Python itself
under Python 3.11, where the exception of an error in Python's C code (``[][0]``, ``int("x")``) is not made before
Python code catches it (``prependToExceptionMessage`` in its sbkerrors.cpp).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any

from PySide6.QtCore import QSize, Qt
from shiboken6 import Shiboken

ANSWERS: dict[str, object] = {
    **dict.fromkeys(
        (
            *("closeEvent", "contextMenuEvent", "dragEnterEvent", "dragLeaveEvent", "dragMoveEvent", "dropEvent"),
            *("enterEvent", "focusInEvent", "focusOutEvent", "hideEvent", "keyPressEvent", "leaveEvent"),
            *("mouseDoubleClickEvent", "mouseMoveEvent", "mousePressEvent", "mouseReleaseEvent", "paintEvent"),
            *("resizeEvent", "showEvent", "wheelEvent"),
            *("addItem", "closeEditor", "createEditor", "data", "headerData", "highlightBlock", "invalidate", "itemAt"),
            *("paint", "paintSection", "run", "setEditorData", "setGeometry", "setModelData", "startDrag", "takeAt"),
            "updateEditorGeometry",
        )
    ),
    **dict.fromkeys(("editorEvent", "event", "eventFilter", "focusNextPrevChild", "helpEvent", "viewportEvent"), False),
    **dict.fromkeys(("hasHeightForWidth", "hitButton", "setData"), False),
    **dict.fromkeys(("columnCount", "count", "rowCount"), 0),
    **dict.fromkeys(("minimumSize", "minimumSizeHint", "sizeHint"), QSize()),
    "expandingDirections": Qt.Orientation(0),
    "flags": Qt.ItemFlag.NoItemFlags,
    "heightForWidth": -1,
    "supportedDropActions": Qt.DropAction.IgnoreAction,
}
"""What Qt calls of the classes here, and what it is told where that fails: nothing."""

OF_QT = type(Shiboken.Object)


def tell_errors() -> None:
    """From now on the overrides of every class made from one of Qt's tell their errors through ``sys.excepthook``."""
    Shiboken.Object.__init_subclass__ = classmethod(_watch)  # type: ignore[assignment]  # Python calls it so


def _watch(cls: type[Shiboken.Object], /, **named: Any) -> None:
    super(Shiboken.Object, cls).__init_subclass__(**named)
    bases = [vars(part) for part in cls.__mro__[1:] if isinstance(part, OF_QT)]
    for part in cls.__mro__:
        if part is cls or not isinstance(part, OF_QT):
            for name in ANSWERS.keys() & vars(part).keys():
                method = vars(part)[name]
                if _is_untold(method) and any(name in base for base in bases):
                    setattr(part, name, telling(method, ANSWERS[name]))


def _is_untold(method: object) -> bool:
    return type(method) is FunctionType and not hasattr(method, "__wrapped__")


def telling(method: Callable[..., Any], answer: object) -> Callable[..., Any]:
    """The same method; it tells its errors, and Qt the answer."""

    def call(*args: Any, **named: Any) -> Any:
        try:
            return method(*args, **named)
        except Exception:
            sys.excepthook(*sys.exc_info())
        return answer

    call.__wrapped__ = method  # type: ignore[attr-defined]  # as functools.wraps does
    return call
