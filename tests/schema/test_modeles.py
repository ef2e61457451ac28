"""What the database refuses, whatever the code does."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from accord.schema.enums import CanalTransmission, EtatSchema, PreuveReception, SensAvis
from accord.schema.models import Approbation, AvisCommune, Schema, SectionRapport, Transmission
from tests.schema.conftest import RECEPTION, TERME, Circuit, instant


def refuse(action) -> bool:
    try:
        with transaction.atomic():
            action()
    except IntegrityError:
        return True
    return False


@pytest.fixture
def recu(circuit: Circuit) -> Circuit:
    return circuit.jusqu_a_la_transmission()


def test_un_etat_inconnu(circuit: Circuit):
    assert refuse(lambda: Schema.objects.update(etat="ailleurs"))


def test_deux_schemas_pour_une_demarche(circuit: Circuit):
    assert refuse(
        lambda: Schema.objects.create(
            demarche=circuit.schema.demarche,
            scenario_retenu=circuit.schema.scenario_retenu,
            cree_le=instant(RECEPTION),
        )
    )


def test_deux_sections_du_meme_code(circuit: Circuit):
    assert refuse(
        lambda: SectionRapport.objects.create(schema=circuit.schema, code="preambule", titre="Bis", ordre=99)
    )


def test_deux_transmissions_a_la_meme_commune(recu: Circuit):
    premiere = recu.transmission("Petitbois")

    assert refuse(
        lambda: Transmission.objects.create(
            schema=recu.schema,
            version_rapport=premiere.version_rapport,
            collectivite=premiere.collectivite,
            canal=CanalTransmission.PAPIER,
            envoye_le=instant(RECEPTION),
        )
    )


@pytest.mark.parametrize(
    "champs",
    [
        {"preuve": ""},
        {"date_avis_tacite": None},
        {"date_reception": None},
        {"date_avis_tacite": RECEPTION},
    ],
)
def test_une_reception_incomplete(recu: Circuit, champs: dict):
    assert refuse(lambda: Transmission.objects.update(**champs))


@pytest.mark.parametrize(
    "champs",
    [
        {"sens": SensAvis.RESERVES, "reserves": ""},
        {"sens": SensAvis.FAVORABLE, "reserves": "Mais…"},
        {"sens": SensAvis.FAVORABLE, "date_reception": date(2027, 1, 1)},
    ],
)
def test_un_avis_incoherent(recu: Circuit, champs: dict):
    recu.deposer("Petitbois")

    assert refuse(lambda: AvisCommune.objects.update(**champs))


def test_un_second_avis_pour_la_meme_commune(recu: Circuit):
    avis = recu.deposer("Petitbois")

    assert refuse(
        lambda: AvisCommune.objects.create(
            transmission=avis.transmission,
            sens=SensAvis.TACITE,
            date_avis=TERME,
            date_reception=TERME,
            note_le=instant(TERME),
        )
    )


@pytest.mark.parametrize(("pour", "contre", "preponderante"), [(4, 5, False), (5, 5, False), (0, 0, True)])
def test_une_approbation_sans_majorite(recu: Circuit, pour: int, contre: int, preponderante: bool):
    assert refuse(
        lambda: Approbation.objects.create(
            schema=recu.schema,
            version_rapport=recu.schema.versions.get(),
            date_deliberation=TERME,
            numero_deliberation="1",
            votes_pour=pour,
            votes_contre=contre,
            abstentions=0,
            voix_preponderante=preponderante,
            note_le=instant(TERME),
        )
    )


def test_chaque_objet_du_schema_connait_sa_demarche(recu: Circuit):
    avis = recu.deposer("Petitbois")
    objets = [recu.schema.sections.first(), recu.schema.versions.get(), avis.transmission, avis]

    assert {objet.demarche for objet in objets} == {recu.schema.demarche}


def test_les_libelles_se_lisent(recu: Circuit):
    avis = recu.deposer("Petitbois")

    assert str(avis) == "Favorable — Petitbois"
    assert str(avis.transmission) == "Transmission à Petitbois"
    assert avis.transmission.get_preuve_display() == PreuveReception.DECLARATION.label
    assert EtatSchema(recu.etat()).label == "Transmis aux communes"
