"""The number of queries does not depend on the number of communes."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accord.schema.enums import CanalTransmission
from accord.schema.models import Transmission
from accord.territoire.models import Appartenance
from tests.distribution import NAISSANCE, creer_collectivite
from tests.schema.conftest import Circuit, instant

SLUG = "val-d-accord"
ENVOI = date(2026, 11, 16)


def agrandir(circuit: Circuit, nombre: int) -> None:
    """Add communes to the EPCI, each with its transmission received."""
    version = circuit.schema.versions.get()
    for rang in range(nombre):
        commune = creer_collectivite(
            f"3{rang:08d}", f"Commune {rang}", code_insee=f"9{rang:04d}", population_municipale=100
        )
        Appartenance.objects.create(commune_id=commune.pk, epci_id=circuit.cast.epci.pk, date_debut=NAISSANCE)
        Transmission.objects.create(
            schema=circuit.schema,
            version_rapport=version,
            collectivite=commune,
            canal=CanalTransmission.PAPIER,
            envoye_le=instant(ENVOI),
        )


@pytest.mark.parametrize(
    "page",
    [
        "schema-voir",
        "avis-lister",
        "avis-exporter",
        "approbation-voir",
        "rapport-voir",
        "preuves-telecharger",
    ],
)
def test_autant_de_requetes_pour_2_que_pour_200_communes(circuit: Circuit, client_de, page: str):
    circuit.figer(le=ENVOI)
    circuit.transmettre(["Petitbois", "Clairval"], le=ENVOI)
    client = client_de("chef_projet")
    adresse = reverse(f"schema:{page}", args=[SLUG])

    def compter() -> int:
        with CaptureQueriesContext(
            connection,
        ) as requetes:
            reponse = client.get(adresse)
            if reponse.streaming:
                b"".join(reponse.streaming_content)
        return len(requetes)

    compter()
    petite = compter()
    agrandir(circuit, 198)

    assert compter() == petite
    assert petite <= 25
