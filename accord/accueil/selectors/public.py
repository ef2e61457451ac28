"""What anyone may see without account."""

from dataclasses import dataclass

from accord.demarche.models import Demarche
from accord.demarche.selectors.etapes import etapes


@dataclass(frozen=True, kw_only=True)
class DemarchePublique:
    """A démarche whose existence is public, and the repère it has reached."""

    epci: str
    nom: str
    repere: str
    est_demonstration: bool


def demarches_publiques() -> list[DemarchePublique]:
    """Only the demonstration for now: a démarche under way becomes public by a decision, never by default."""
    visibles = Demarche.objects.filter(est_demonstration=True).select_related("epci")[:10]
    return [_vue(demarche) for demarche in visibles]


def _vue(demarche: Demarche) -> DemarchePublique:
    en_cours = [f"{etape.numero}. {etape.libelle}" for etape in etapes(demarche) if etape.etat == "en_cours"]
    return DemarchePublique(
        epci=demarche.epci.nom,
        nom=demarche.nom,
        repere=", ".join(en_cours) or "Pas encore commencée",
        est_demonstration=demarche.est_demonstration,
    )
