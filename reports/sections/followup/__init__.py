"""The follow-ups on day 30, 60 and 90 on paper (METHOD S12)."""
