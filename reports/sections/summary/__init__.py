"""The whole plan on one page for the owner: without names and personal sums."""
