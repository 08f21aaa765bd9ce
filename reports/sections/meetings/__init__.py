"""Regular meetings on paper (METHOD S8)."""
