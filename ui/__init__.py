"""The windows. Nothing below knows Qt.

Three things are set before the first window is made, each up to a tenth of the program's start.
"""

import builtins
import gc
import os

import PySide6.QtCore  # noqa: F401  puts its own ``import`` in place

# Qt's ``import`` reads the source of every module imported after it, to see whether it may ask for ``__feature__``;
# this program asks for none.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

# Nothing made while starting is rubbish; RubbishWatch looks for some once a window is there.
gc.set_threshold(60_000)

# The look is Fusion everywhere. To say so by ``QApplication.setStyle`` makes the 566 names that QStyle has.
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"
