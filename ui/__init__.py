"""The windows. Nothing below knows Qt.

Four things are set before the first window is made, each up to a fifth of the program's start.
"""

import gc
import os

from ui.qt_names import make_names_cheaply
from ui.qt_support import import_qt

# Nothing made while starting is rubbish; RubbishWatch looks for some once a window is there.
gc.set_threshold(60_000)

make_names_cheaply()
import_qt()

# The look is Fusion everywhere. To say so by ``QApplication.setStyle`` makes the 566 names that QStyle has.
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"

from ui.overrides import tell_errors  # noqa: E402  it needs Qt, imported as above

tell_errors()
