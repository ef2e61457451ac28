"""Parsers: one cell in, a value, None (empty) or an `Anomalie` out."""
