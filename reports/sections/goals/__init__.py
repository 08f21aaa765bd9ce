"""The key competence and the common goals on paper (METHOD S4)."""
