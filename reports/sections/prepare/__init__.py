"""The preparation on paper: invitation, agenda, who takes part (METHOD S1)."""
