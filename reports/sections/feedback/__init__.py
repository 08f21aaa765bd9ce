"""Feedback and monitoring on paper: indicators, pulse survey, suggestions (METHOD S10)."""
