"""Blank forms and ballots: to fill in by hand, without names and without dates (PAPER.md 3, 7)."""
