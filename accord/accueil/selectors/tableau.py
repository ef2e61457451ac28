"""A person's home: what waits for me, then each démarche in a few lines chosen for the role."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from accord.accueil import sources
from accord.accueil.lignes import Ligne
from accord.demarche.models import Demarche
from accord.demarche.selectors.calendrier import EcheanceVue, calendrier_vu, prochaines
from accord.demarche.selectors.etapes import Etape, etapes
from accord.socle.attentes import Attente
from accord.socle.droits import Acteur

NOMBRE_ECHEANCES = 4


@dataclass(frozen=True, kw_only=True)
class VueDemarche:
    """One démarche on the home page."""

    demarche: Demarche
    etapes: tuple[Etape, ...]
    lignes: tuple[Ligne, ...]
    echeances: tuple[EcheanceVue, ...]


@dataclass(frozen=True, kw_only=True)
class Tableau:
    """The whole home page."""

    attentes: tuple[Attente, ...]
    demarches: tuple[VueDemarche, ...]
    peut_creer: bool


def tableau_de(acteur: Acteur, attentes: Iterable[Attente], *, peut_creer: bool = False) -> Tableau:
    """Composed for the current capacity; a territory has one démarche, seldom two."""
    visibles = Demarche.objects.visibles_par(acteur).select_related("epci")[:5]
    return Tableau(
        attentes=tuple(attentes),
        demarches=tuple(_vue(demarche, acteur) for demarche in visibles),
        peut_creer=peut_creer,
    )


def _vue(demarche: Demarche, acteur: Acteur) -> VueDemarche:
    return VueDemarche(
        demarche=demarche,
        etapes=tuple(etapes(demarche)),
        lignes=tuple(_lignes(sources.SOURCES, demarche, acteur)),
        echeances=tuple(prochaines(calendrier_vu(demarche, acteur.le, acteur), NOMBRE_ECHEANCES)),
    )


def _lignes(
    fonctions: Iterable[Callable[[Demarche, Acteur], Iterable[Ligne]]], demarche: Demarche, acteur: Acteur
) -> Iterable[Ligne]:
    for fonction in fonctions:
        yield from fonction(demarche, acteur)
