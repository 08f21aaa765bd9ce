"""The workshop's data and rules: frozen dataclasses and pure functions, standard library only."""
