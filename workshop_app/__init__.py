"""Joint planning workshops between departments: from function lists to one joint plan."""

__version__ = "1.3.0"
SUFFIX = ".workshop"
"""How the name of a workshop's file ends."""
