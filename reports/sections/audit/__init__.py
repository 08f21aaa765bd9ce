"""The audit of functions on paper (METHOD S3)."""
