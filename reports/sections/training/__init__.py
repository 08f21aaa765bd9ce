"""Training on paper: the plan, skills, who teaches whom (METHOD S7)."""
