"""The journal of a démarche, in sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import overload

from django.db.models import QuerySet

from accord.demarche.models import Demarche
from accord.socle.journal.models import Entree
from accord.socle.journal.phrases import phrase_de


@dataclass(frozen=True)
class Ligne:
    """One act, as read."""

    numero: int
    survenu_le: datetime
    phrase: str
    empreinte: str


class Lignes(Sequence[Ligne]):
    """A lazy list of sentences: paginating it reads one page of entries only."""

    def __init__(self, entrees: QuerySet[Entree]) -> None:
        self.entrees = entrees

    def __len__(self) -> int:
        return self.entrees.count()

    def __iter__(self) -> Iterator[Ligne]:
        return map(_ligne, self.entrees)

    @overload
    def __getitem__(self, index: int) -> Ligne: ...
    @overload
    def __getitem__(self, index: slice) -> list[Ligne]: ...
    def __getitem__(self, index: int | slice) -> Ligne | list[Ligne]:
        if isinstance(index, slice):
            return [_ligne(entree) for entree in self.entrees[index]]
        return _ligne(self.entrees[index])


def lignes(demarche: Demarche) -> Lignes:
    """Every act of the démarche, newest first."""
    return Lignes(Entree.objects.dans(demarche))


def _ligne(entree: Entree) -> Ligne:
    return Ligne(entree.numero, entree.survenu_le, phrase_de(entree), entree.empreinte)
