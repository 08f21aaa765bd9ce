"""The document file: the only package that touches SQLite."""
