"""Writes of the schéma: one business verb a function."""
