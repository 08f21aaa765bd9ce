"""Delegates: how cells are drawn and edited."""
