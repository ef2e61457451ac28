"""Global search: démarches one may see, then collectivités, always through the door of the actor."""

from dataclasses import dataclass

from django.urls import reverse

from accord.demarche.models import Demarche
from accord.socle.droits import Acteur
from accord.socle.interface.formats import nombre
from accord.territoire.models import Commune
from accord.territoire.selectors import rechercher_epci

LIMITE = 20
LONGUEUR_UTILE = 2


@dataclass(frozen=True, kw_only=True)
class Resultat:
    """One thing found."""

    genre: str
    libelle: str
    url: str
    detail: str = ""


def rechercher(acteur: Acteur, texte: str) -> list[Resultat]:
    """Nothing under two characters; accents and case do not matter for names of places."""
    if len(texte) < LONGUEUR_UTILE:
        return []
    return [*_demarches(acteur, texte), *_epci(acteur, texte), *_communes(acteur, texte)]


def _demarches(acteur: Acteur, texte: str) -> list[Resultat]:
    trouvees = Demarche.objects.visibles_par(acteur).filter(nom__icontains=texte)[:LIMITE]
    return [Resultat(genre="Démarche", libelle=d.nom, url=d.get_absolute_url()) for d in trouvees]


def _epci(acteur: Acteur, texte: str) -> list[Resultat]:
    return [
        Resultat(
            genre="Intercommunalité",
            libelle=epci.nom,
            url=reverse("territoire:epci-consulter", args=[epci.siren]),
            detail=f"{epci.nature}, {epci.departement}"
            + (f", avec {epci.par_commune}" if epci.par_commune else ""),
        )
        for epci in rechercher_epci(texte, LIMITE, le=acteur.le)
    ]


def _communes(acteur: Acteur, texte: str) -> list[Resultat]:
    trouvees = Commune.objects.en_date(acteur.le).recherche(texte).exclude(code_insee=None)[:LIMITE]
    return [
        Resultat(
            genre="Commune",
            libelle=commune.nom,
            url=reverse("territoire:commune-consulter", args=[commune.code_insee]),
            detail=f"{commune.departement}, {nombre(commune.population_municipale)} habitants",
        )
        for commune in trouvees
    ]
