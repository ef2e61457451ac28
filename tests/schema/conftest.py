"""A schéma of the cast at each stage of its circuit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from accord.demarche.models import Decision, Demarche
from accord.diagnostic.models import EtatArrete
from accord.scenarios.models import Scenario, ScenarioRetenu
from accord.schema.enums import CanalTransmission, PreuveReception, SensAvis
from accord.schema.models import AvisCommune, Schema, Transmission
from accord.schema.services.avis import Deliberation, constater_avis_tacites, deposer_avis
from accord.schema.services.ouverture import ouvrir_schema
from accord.schema.services.rapport import figer_rapport
from accord.schema.services.transmission import noter_reception, transmettre_rapport
from tests.distribution import Distribution
from tests.schema.exemple import scenario

ENVOI = date(2026, 12, 14)
RECEPTION = date(2026, 12, 15)
TERME = date(2027, 3, 15)


def instant(jour: date) -> datetime:
    """Ten in the morning in Paris on that day."""
    return datetime.combine(jour, time(10), tzinfo=ZoneInfo("Europe/Paris"))


@dataclass
class Circuit:
    """A schéma and the acts of its circuit, in the words of a test."""

    cast: Distribution
    schema: Schema

    def acteur(self, nom: str = "chef_projet", le: date = ENVOI) -> Any:
        return self.cast.acteur(nom, le)

    def figer(self, le: date = ENVOI) -> Any:
        return figer_rapport(schema=self.schema, acteur=self.acteur(le=le), le=instant(le))

    def transmettre(self, noms: list[str] | None = None, le: date = ENVOI) -> list[Transmission]:
        destinataires = [c for nom, c in self.cast.communes.items() if noms is None or nom in noms]
        return transmettre_rapport(
            schema=self.schema,
            destinataires=destinataires,
            canal=CanalTransmission.PAPIER,
            acteur=self.acteur(le=le),
            le=instant(le),
        )

    def transmission(self, nom: str) -> Transmission:
        return Transmission.objects.select_related("schema").get(schema=self.schema, collectivite__nom=nom)

    def recevoir(self, nom: str, le: date = RECEPTION) -> Transmission:
        return noter_reception(
            transmission=self.transmission(nom),
            date_reception=le,
            preuve=PreuveReception.DECLARATION,
            acteur=self.acteur(le=le),
            le=instant(le),
        )

    def deposer(
        self, nom: str, sens: SensAvis = SensAvis.FAVORABLE, le: date = date(2027, 2, 1), **champs: Any
    ) -> AvisCommune:
        champs = {"date_avis": le, "date_reception": le} | champs
        return deposer_avis(
            transmission=self.transmission(nom),
            deliberation=Deliberation(sens=sens, **champs),
            acteur=self.acteur(le=le),
            le=instant(le),
        )

    def etat(self) -> str:
        return Schema.objects.get(pk=self.schema.pk).etat

    def jusqu_a_la_transmission(self) -> "Circuit":
        """Frozen, sent and received by the five communes."""
        self.figer()
        self.transmettre()
        for nom in self.cast.communes:
            self.recevoir(nom)
        self.schema.refresh_from_db()
        return self

    def jusqu_aux_avis(self) -> "Circuit":
        """Every silence has become a tacit opinion."""
        return self.jusqu_a_la_transmission().jusqu_au_constat()

    def jusqu_au_constat(self) -> "Circuit":
        """The day the delay ends, the platform notes the silences."""
        constater_avis_tacites(le=TERME)
        self.schema.refresh_from_db()
        return self


def retenir(demarche: Demarche, contenu: dict[str, Any], version: int = 1) -> ScenarioRetenu:
    """A retained scenario with this content, on a (nearly empty) état arrêté."""
    decide_le = instant(date(2026, 11, 16))
    etat, _ = EtatArrete.objects.get_or_create(
        demarche=demarche, version=1, defaults={"contenu": {"arrete_le": "2026-10-30"}, "fige_le": decide_le}
    )
    essai = Scenario.objects.create(
        demarche=demarche, etat_arrete=etat, nom=f"Scénario {version}", premiere_annee=contenu["annees"][0]
    )
    decision = Decision.objects.create(
        demarche=demarche, date_decision=decide_le.date(), intitule="Retenir un scénario"
    )
    return ScenarioRetenu.objects.create(
        demarche=demarche,
        scenario=essai,
        decision=decision,
        version=version,
        contenu=contenu,
        fige_le=decide_le,
    )


@pytest.fixture
def demarche(distribution: Distribution) -> Demarche:
    return Demarche.objects.create(
        epci=distribution.epci,
        slug="val-d-accord",
        nom="Mutualiser au Val d’Accord",
        date_renouvellement=date(2026, 3, 15),
    )


@pytest.fixture
def circuit(distribution: Distribution, demarche: Demarche) -> Circuit:
    """A schéma just opened."""
    schema = ouvrir_schema(
        demarche=demarche,
        scenario_retenu=retenir(demarche, scenario()),
        acteur=distribution.acteur("chef_projet"),
        le=instant(date(2026, 11, 23)),
    )
    return Circuit(distribution, schema)


@pytest.fixture
def voir(client_de: Callable) -> Callable:
    """`voir("maire", url)`: the text of a page for a persona."""

    def ouvrir(nom: str, url: str) -> str:
        reponse = client_de(nom).get(url)
        assert reponse.status_code == 200, reponse.status_code
        return reponse.content.decode()

    return ouvrir
