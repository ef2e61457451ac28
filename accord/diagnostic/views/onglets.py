"""The pages of the diagnostic, as tabs."""

from dataclasses import dataclass

from django.urls import reverse

from accord.demarche.models import Demarche

PAGES = (
    ("campagne-voir", "Réponses"),
    ("service-lister", "Services"),
    ("carte-voir", "Carte de chaleur"),
    ("effectif-voir", "Effectifs"),
    ("etat-lister", "État arrêté"),
)


@dataclass(frozen=True)
class Onglet:
    libelle: str
    url: str
    actif: bool
    compte: int | None = None


def onglets(demarche: Demarche, courant: str) -> list[Onglet]:
    """The tabs, with the current one."""
    return [
        Onglet(libelle, reverse(f"diagnostic:{nom}", args=[demarche.slug]), nom == courant)
        for nom, libelle in PAGES
    ]
