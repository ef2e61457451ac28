"""Two scenarios side by side: by employer, by service, by year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accord.scenarios.adaptateurs import Simulation
from accord.scenarios.permissions import Regard
from accord.scenarios.selectors.periodes import Periode
from accord.scenarios.selectors.resultats import (
    LigneEmployeur,
    LigneServiceSimule,
    Resultats,
    resultats,
)


@dataclass(frozen=True)
class LigneComparee:
    """One employer in both; `difference` is B − A of what he spends: negative when B is better for him."""

    siren: str
    nom: str
    a: LigneEmployeur | None
    b: LigneEmployeur | None

    @property
    def difference_centimes(self) -> int | None:
        return _difference(self.a and self.a.ecart_centimes, self.b and self.b.ecart_centimes)

    @property
    def difference_etp(self) -> Decimal | None:
        return _difference(self.a and self.a.etp_avec, self.b and self.b.etp_avec)


@dataclass(frozen=True)
class ServiceCompare:
    """One service in both; a side is None when that scenario leaves it to each."""

    code: str
    libelle: str
    a: LigneServiceSimule | None
    b: LigneServiceSimule | None

    @property
    def difference_centimes(self) -> int:
        return (self.b.ecart_centimes if self.b else 0) - (self.a.ecart_centimes if self.a else 0)


@dataclass(frozen=True)
class Comparaison:
    """All that the comparison page shows."""

    periode: Periode
    a: Resultats
    b: Resultats
    lignes: tuple[LigneComparee, ...]
    services: tuple[ServiceCompare, ...]
    mieux_en_a: int
    mieux_en_b: int

    @property
    def total(self) -> LigneComparee:
        return LigneComparee("", "Ensemble", self.a.total, self.b.total)

    @property
    def difference_avec_centimes(self) -> int:
        return (self.b.total.avec_centimes or 0) - (self.a.total.avec_centimes or 0)


def _difference(a: Any, b: Any) -> Any:
    return None if a is None or b is None else b - a


def comparer(a: Simulation, b: Simulation, regard: Regard, periode: Periode, tri: str) -> Comparaison:
    """`tri` is a key of CLES_DE_COMPARAISON, with « - » before it for the reverse order."""
    resultats_a, resultats_b = resultats(a, regard, periode), resultats(b, regard, periode)
    lignes = _apparier(resultats_a.lignes, resultats_b.lignes)
    cle, inverse = tri.removeprefix("-"), tri.startswith("-")
    lignes.sort(key=lambda ligne: ligne.nom)
    lignes.sort(key=CLES_DE_COMPARAISON[cle], reverse=inverse)
    differences = [ligne.difference_centimes or 0 for ligne in lignes]
    return Comparaison(
        periode=periode,
        a=resultats_a,
        b=resultats_b,
        lignes=tuple(lignes),
        services=_services(resultats_a, resultats_b),
        mieux_en_a=sum(difference > 0 for difference in differences),
        mieux_en_b=sum(difference < 0 for difference in differences),
    )


def _apparier(a: tuple[LigneEmployeur, ...], b: tuple[LigneEmployeur, ...]) -> list[LigneComparee]:
    cote_a, cote_b = ({ligne.siren: ligne for ligne in lignes} for lignes in (a, b))
    noms = {ligne.siren: ligne.nom for ligne in (*a, *b)}
    return [LigneComparee(siren, nom, cote_a.get(siren), cote_b.get(siren)) for siren, nom in noms.items()]


def _services(a: Resultats, b: Resultats) -> tuple[ServiceCompare, ...]:
    cote_a, cote_b = ({ligne.code: ligne for ligne in cote.services} for cote in (a, b))
    libelles = {ligne.code: ligne.libelle for ligne in (*a.services, *b.services)}
    return tuple(
        ServiceCompare(code, libelle, cote_a.get(code), cote_b.get(code))
        for code, libelle in libelles.items()
    )


def _valeur(lire: Callable[[LigneComparee], Any]) -> Callable[[LigneComparee], Any]:
    return lambda ligne: lire(ligne) or 0


CLES_DE_COMPARAISON: dict[str, Callable[[LigneComparee], Any]] = {
    "nom": lambda ligne: ligne.nom,
    "a": _valeur(lambda ligne: ligne.a and ligne.a.ecart_centimes),
    "b": _valeur(lambda ligne: ligne.b and ligne.b.ecart_centimes),
    "difference": _valeur(lambda ligne: ligne.difference_centimes),
    "etp": _valeur(lambda ligne: ligne.difference_etp),
}
