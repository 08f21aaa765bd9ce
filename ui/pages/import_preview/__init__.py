"""One page for every import: the file, its columns, what becomes of each row, questions, what is left (SCREENS 23)."""
