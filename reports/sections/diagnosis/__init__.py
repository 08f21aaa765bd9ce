"""The diagnosis on paper: the ledger's years, how the departments see each other, the common problem (METHOD S2)."""
