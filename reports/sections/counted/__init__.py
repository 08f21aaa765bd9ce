"""The appendix: how the numbers of the report were counted, and where they come from."""
