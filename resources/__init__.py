"""Fonts, icons, themes, guide texts, words, catalogues and the example; ``FOLDER`` is where they lie."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
