"""Complementarity on paper: the client's way, handoffs, joint projects and teams (METHOD S6)."""
