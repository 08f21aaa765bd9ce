"""The windows. Nothing below knows Qt.

Two things are set while the first window is made, each a tenth of the program's start.
"""

import builtins
import gc

import PySide6.QtCore  # noqa: F401  puts its own ``import`` in place

# Qt's ``import`` reads the source of every module imported after it, to see whether it may ask for ``__feature__``;
# this program asks for none.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

# Nothing made while starting is rubbish; Application looks for some once its window is there.
gc.set_threshold(60_000)
