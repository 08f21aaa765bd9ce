"""What each step puts on paper."""
