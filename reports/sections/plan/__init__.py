"""The action plan on paper (METHOD S11)."""
