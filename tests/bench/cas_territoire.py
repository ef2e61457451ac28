"""The page of an EPCI for 48 and 158 communes, its map, and the Django-free reader."""

from django.test import Client

from accord.comptes.models import Personne
from accord.territoire.referentiel import charger_epci, lire_epci
from accord.territoire.services.chargement import charger_territoire
from tests.bench.cas import Cas, Essai

CAEN_LA_MER = "200065597"
PAYS_BASQUE = "200067106"
"""The largest EPCI: 158 communes."""


def page(siren: str, suite: str = "") -> tuple[Essai, None]:
    """A signed-in person asks for the page; only this EPCI is loaded."""
    charger_territoire(epci=[charger_epci(siren)], communes_isolees=[])
    client = Client()
    client.force_login(Personne.objects.get_or_create(email="bench@commun-accord.example")[0])

    def essai() -> None:
        reponse = client.get(f"/territoire/epci/{siren}/{suite}")
        if reponse.status_code != 200:
            raise AssertionError(f"Réponse {reponse.status_code}")

    return essai, None


def lecture() -> tuple[Essai, None]:
    return lambda: charger_epci(CAEN_LA_MER), None


def lecture_entiere() -> tuple[Essai, None]:
    return lambda: sum(1 for _ in lire_epci()), None


CAS = [
    Cas("territoire: page EPCI, 48 communes", lambda: page(CAEN_LA_MER), "budget", budget_ms=25, base=True),
    Cas("territoire: page EPCI, 158 communes", lambda: page(PAYS_BASQUE), "budget", budget_ms=25, base=True),
    Cas(
        "territoire: carte, 158 communes",
        lambda: page(PAYS_BASQUE, "carte.json"),
        "budget",
        budget_ms=40,
        base=True,
    ),
    Cas("territoire: lire un EPCI du référentiel", lecture, "budget", budget_ms=5),
    Cas("territoire: lire les 1 255 EPCI", lecture_entiere, "budget", budget_ms=500),
]
