"""Roles on paper: the matrix, the cards, everybody's own sheet (METHOD S5, C.5, C.6)."""
