"""The EPCI and its members as the workbook kernel wants them, read from the database."""

from __future__ import annotations

from dataclasses import dataclass

from accord.diagnostic.models import Campagne


@dataclass(frozen=True)
class Membre:
    siren: str
    nom: str


@dataclass(frozen=True)
class TerritoireClasseur:
    """What `verifier_classeur` asks of an EPCI."""

    siren: str
    nom: str
    communes: tuple[Membre, ...]


def territoire_de(campagne: Campagne) -> TerritoireClasseur:
    """Those who answer the campaign: a commune born since is one of them."""
    epci = campagne.demarche.epci
    repondants = campagne.reponses.exclude(collectivite_id=epci.pk).values_list(
        "collectivite__siren", "collectivite__nom"
    )
    return TerritoireClasseur(epci.siren or "", epci.nom, tuple(Membre(s or "", n) for s, n in repondants))
