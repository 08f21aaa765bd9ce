"""Rewards and recognition on paper: shares of the bonus, sums of money only when asked for (METHOD S9, C.10)."""
