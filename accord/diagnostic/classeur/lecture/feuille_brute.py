"""A sheet as read, before any understanding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class FeuilleBrute:
    """Rows from the first line of the file, so that index + 1 is the line people see."""

    nom: str
    lignes: Sequence[Sequence[object]]
    cachee: bool = False
