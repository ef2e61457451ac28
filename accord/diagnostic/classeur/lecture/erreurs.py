"""The file cannot be read at all: one clear French sentence."""

from __future__ import annotations


class ClasseurIllisible(Exception):
    """Carries the sentence shown to the person."""
