"""What stands in the fields of a page and was not entered yet: it goes along when the page is built anew."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.text_field import TextArea, TextField
from workshop_app.domain.frozen import frozen


@frozen
class UnsavedTyping:
    """The texts of the fields that can be seen, in their order, and which one has the keys (-1: none of them)."""

    texts: tuple[tuple[str, str], ...]
    focused: int


def typed_in(page: QWidget | None) -> UnsavedTyping:
    """Take down what a page's fields say."""
    fields = _fields(page)
    focused = next((place for place, field in enumerate(fields) if field.hasFocus()), -1)
    return UnsavedTyping(tuple((type(field).__name__, _text(field)) for field in fields), focused)


def put_back(page: QWidget | None, typed: UnsavedTyping, *, over: bool = False) -> None:
    """Fill the empty ones of the same fields on the new page; a page with other fields stays as it is.

    ``over``: the others too, and what had been entered there without being taken is entered again.
    """
    fields = _fields(page)
    if [type(field).__name__ for field in fields] != [name for name, _text in typed.texts]:
        return
    for place, (field, (_name, text)) in enumerate(zip(fields, typed.texts, strict=True)):
        if text != _text(field) and (over or not _text(field)) and not field.isReadOnly():
            field.setText(text) if isinstance(field, QLineEdit) else field.setPlainText(text)
            if over and place != typed.focused and isinstance(field, TextField | TextArea):
                field.commit()
    if typed.focused >= 0:
        fields[typed.focused].setFocus()


def _fields(page: QWidget | None) -> list[QLineEdit | QPlainTextEdit]:
    if page is None:
        return []
    found: list[QLineEdit | QPlainTextEdit] = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [field for field in found if field.isVisible()]


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
