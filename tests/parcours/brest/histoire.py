"""What the steps share: the people of Brest Métropole, the calendar, and what was seen on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import time_machine

from accord.comptes.enums import Role
from accord.comptes.services.habiliter import habiliter, ouvrir_compte
from accord.territoire.models import Collectivite
from accord.territoire.referentiel import charger_epci
from accord.territoire.services.chargement import charger_territoire
from tests.parcours.visiteur import Visiteur

BREST_METROPOLE = "242900314"
VOISINE = "242900801"
"""The Landerneau-Daoulas agglomeration: its communes are outside of Brest Métropole."""

MAIRIES = {
    "Bohars": "212900112",
    "Brest": "212900195",
    "Gouesnou": "212900617",
    "Guilers": "212900690",
    "Guipavas": "212900757",
    "Le Relecq-Kerhuon": "212902357",
    "Plougastel-Daoulas": "212901896",
    "Plouzané": "212902126",
}
CHEFFE = "cheffe-de-projet@brest.test"
PRESIDENTE = "presidence@brest.test"


def adresse_de(commune: str) -> str:
    """The mailbox of a town hall."""
    return f"mairie-{MAIRIES[commune]}@brest.test"


@dataclass
class Histoire:
    """The stage. `vu` keeps what one step read and a later one compares."""

    slug: str = ""
    vu: dict[str, Any] = field(default_factory=dict)
    _personnes: dict[str, Visiteur] = field(default_factory=dict)

    def jouer(self, jour: date, etape: Callable[["Histoire"], None]) -> None:
        """Play a step at ten in the morning of that day, in Paris; a failure names the step and the day."""
        instant = datetime(jour.year, jour.month, jour.day, 10, tzinfo=ZoneInfo("Europe/Paris"))
        with time_machine.travel(instant, tick=True):
            try:
                etape(self)
            except Exception as erreur:
                erreur.add_note(f"Étape : {etape.__name__.replace('_', ' ')} ({jour:%d/%m/%Y})")
                raise

    def personne(self, adresse: str) -> Visiteur:
        """Someone signed in, on the day of the step."""
        if adresse not in self._personnes:
            self._personnes[adresse] = Visiteur(adresse)
        return self._personnes[adresse].entrer()

    @property
    def cheffe(self) -> Visiteur:
        return self.personne(CHEFFE)

    @property
    def presidente(self) -> Visiteur:
        return self.personne(PRESIDENTE)

    def mairie(self, commune: str) -> Visiteur:
        return self.personne(adresse_de(commune))

    def adresse(self, app: str, suite: str = "") -> str:
        """A page of the démarche in an app."""
        return f"/{app}/{self.slug}/{suite}"


def planter_le_decor() -> Histoire:
    """The real EPCI from the reference file, and the only account an administrator opens by hand."""
    charger_territoire(epci=[charger_epci(BREST_METROPOLE), charger_epci(VOISINE)], communes_isolees=[])
    epci = Collectivite.objects.get(siren=BREST_METROPOLE)
    cheffe = ouvrir_compte(email=CHEFFE, prenom="Maëlle", nom="Kerdoncuff")
    habiliter(personne=cheffe, collectivite=epci, role=Role.CHEF_PROJET, du=date(2026, 10, 1), acteur=None)
    return Histoire()
