"""One line of a home page: a question people ask, its answer of the day, and where to act."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Ligne:
    """`statut` is a code of the interface's badges; empty when there is nothing to signal."""

    question: str
    reponse: str
    url: str = ""
    detail: str = ""
    statut: str = ""
