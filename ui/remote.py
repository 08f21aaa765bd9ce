"""A presenter's remote control: its keys by key code, not by letter, so that the keyboard's layout does not matter."""

from __future__ import annotations

import sys
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class RemoteCommand(StrEnum):
    """What a remote control asks for."""

    NEXT = "next"
    PREVIOUS = "previous"
    BLANK = "blank"


_KEYS = MappingProxyType({Qt.Key.Key_PageDown: RemoteCommand.NEXT, Qt.Key.Key_PageUp: RemoteCommand.PREVIOUS})
_LETTERS = (Qt.Key.Key_B, Qt.Key.Key_Period)
_WINDOWS_CODES = (0x42, 0xBE)
_MAC_CODES = (0x0B, 0x2F)
_X11_CODES = (56, 60)
"""The physical keys B and «.»: virtual keys on Windows and macOS, scan codes under X11 and Wayland."""


def remote_command(event: QKeyEvent) -> RemoteCommand | None:
    """The command of a key press; None for every other key, and for any key with a modifier."""
    keypad = Qt.KeyboardModifier.KeypadModifier
    if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, keypad):
        return None
    key = Qt.Key(event.key())
    if key in _KEYS:
        return _KEYS[key]
    return RemoteCommand.BLANK if key in _LETTERS or _is_blank_key(event) else None


def _is_blank_key(event: QKeyEvent) -> bool:
    if sys.platform == "win32":
        return event.nativeVirtualKey() in _WINDOWS_CODES
    if sys.platform == "darwin":
        return bool(event.text()) and event.nativeVirtualKey() in _MAC_CODES
    return event.nativeScanCode() in _X11_CODES
