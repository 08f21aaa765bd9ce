"""ReportLab's shapes without its check of every attribute: our makers of shapes are typed.

Whoever makes many shapes imports them from here.
"""

from reportlab import rl_config

rl_config.shapeChecking = 0
from reportlab.graphics import shapes  # noqa: E402  (reads the setting when it is imported)

__all__ = ["shapes"]
