"""Item roles that delegates read: a column gives one of these beside its text. Header roles may be given too."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import Qt

_BASE = int(Qt.ItemDataRole.UserRole) + 100

BADGE = _BASE + 1
"""(code, department index) or None. In a header: the badge of a column."""

FINDING = _BASE + 2
"""(code, label) of a finding, or (code, label, further count)."""

CLAIM = _BASE + 3
"""A ``ClaimPaint``."""

LETTERS = _BASE + 4
"""RACI letters (A, R, AR, C, I or empty), or a ``RaciCell`` of them."""

ICON = _BASE + 5
"""(icon name, colour token) drawn before the text."""

STRONG = _BASE + 6
"""True: the text is semibold."""

NAME = _BASE + 19
"""True: the text names its row, semibold while the row is chosen; so is the first column's without a status."""

TONE = _BASE + 7
"""Colour token of the text."""

GANTT = _BASE + 8
"""A ``GanttPaint``."""

BAR = _BASE + 9
"""A ``BarPaint``: value, norm and limit in the same unit."""

CHECKED = _BASE + 10
"""True, False or None for a tick drawn by the delegate."""

CAPTION = _BASE + 11
"""A second line in caption type under the text. In a header: a quiet line under the title."""

FAULT = _BASE + 12
"""True: the cell is tinted as faulty."""

PICTURE = _BASE + 13
"""A ``DeltaPaint``, ``LoadPaint``, ``GoalPaint``, ``VotePaint``, ``ShiftPaint``, ``SkillPaint``, ``SplitPaint`` …"""

STATUS = _BASE + 14
"""A ``Status``: its mark stands before the text, which takes its colour."""

EDITOR = _BASE + 15
"""``EditorMaker``: makes the editor of the cell; a plain line of text where it is None."""

GROUP = _BASE + 16
"""True: a tinted row that heads the rows below it."""

DOUBT = _BASE + 18
"""True: the cell is tinted as doubtful: somebody should look at it."""

RULE = _BASE + 17
"""True: a heavy line at the left of the cell (between departments). In a header too."""

RIGHT = MappingProxyType({int(Qt.ItemDataRole.TextAlignmentRole): lambda _line: Qt.AlignmentFlag.AlignRight})
"""The roles of a column of numbers: they stand at the right."""
