from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accord.schema.enums import CanalTransmission, EtatSchema, PreuveReception
from accord.schema.erreurs import ActeRefuse
from accord.schema.services.transmission import noter_reception, transmettre_rapport
from accord.socle.journal.models import Entree
from tests.schema.conftest import ENVOI, RECEPTION, TERME, Circuit, instant


@pytest.fixture
def fige(circuit: Circuit) -> Circuit:
    circuit.figer()
    return circuit


def test_chaque_commune_a_sa_transmission_de_la_version_figee(fige: Circuit):
    transmissions = fige.transmettre()

    assert len(transmissions) == 5
    assert {t.version_rapport.version for t in transmissions} == {1}
    assert fige.etat() == EtatSchema.TRANSMIS


def test_transmettre_deux_fois_ne_cree_rien_de_plus(fige: Circuit):
    fige.transmettre()

    assert fige.transmettre() == []
    assert fige.schema.transmissions.count() == 5
    assert Entree.objects.filter(code="schema.rapport_transmis").count() == 1


def test_on_peut_transmettre_en_plusieurs_fois(fige: Circuit):
    fige.transmettre(["Grandville"])

    assert len(fige.transmettre()) == 4


def test_un_rapport_en_redaction_ne_se_transmet_pas(circuit: Circuit):
    with pytest.raises(ActeRefuse, match="Figez d’abord"):
        circuit.transmettre()


def test_une_commune_d_ailleurs_ne_recoit_pas_le_rapport(fige: Circuit):
    ailleurs = fige.cast.intrus.habilitations.get().collectivite

    with pytest.raises(ActeRefuse, match="seules communes membres"):
        transmettre_rapport(
            schema=fige.schema,
            destinataires=[ailleurs],
            canal=CanalTransmission.PAPIER,
            acteur=fige.acteur(),
            le=instant(ENVOI),
        )


@pytest.mark.parametrize(
    ("reception", "terme"),
    [
        (date(2026, 12, 15), date(2027, 3, 15)),
        (date(2026, 12, 31), date(2027, 3, 31)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 11, 30), date(2027, 2, 28)),
    ],
)
def test_la_reception_fixe_le_jour_de_l_avis_tacite(fige: Circuit, reception: date, terme: date):
    fige.transmettre(["Petitbois"], le=reception - timedelta(days=1))

    assert fige.recevoir("Petitbois", reception).date_avis_tacite == terme


def test_chaque_commune_a_son_propre_delai(fige: Circuit):
    fige.transmettre()

    assert fige.recevoir("Petitbois", RECEPTION).date_avis_tacite == TERME
    assert fige.recevoir("Clairval", date(2026, 12, 18)).date_avis_tacite == date(2027, 3, 18)


def test_une_reception_future_est_refusee(fige: Circuit):
    fige.transmettre()

    with pytest.raises(ActeRefuse, match="futur"):
        noter_reception(
            transmission=fige.transmission("Petitbois"),
            date_reception=RECEPTION,
            preuve=PreuveReception.DECLARATION,
            acteur=fige.acteur(),
            le=instant(ENVOI),
        )


def test_une_reception_avant_l_envoi_est_refusee(fige: Circuit):
    fige.transmettre()

    with pytest.raises(ActeRefuse, match="envoyé le 14 décembre 2026"):
        fige.recevoir("Petitbois", date(2026, 12, 13))


def test_noter_deux_fois_la_meme_reception_ne_laisse_qu_une_trace(fige: Circuit):
    fige.transmettre()
    fige.recevoir("Petitbois")
    fige.recevoir("Petitbois")

    assert Entree.objects.filter(code="schema.reception_notee").count() == 1


def test_une_reception_corrigee_deplace_le_delai_et_laisse_une_trace(fige: Circuit):
    fige.transmettre()
    fige.recevoir("Petitbois")

    assert fige.recevoir("Petitbois", date(2026, 12, 17)).date_avis_tacite == date(2027, 3, 17)
    assert Entree.objects.filter(code="schema.reception_corrigee").count() == 1


def test_un_recu_papier_se_joint(fige: Circuit):
    fige.transmettre()

    with pytest.raises(ActeRefuse, match="Joignez"):
        noter_reception(
            transmission=fige.transmission("Petitbois"),
            date_reception=RECEPTION,
            preuve=PreuveReception.RECU_PAPIER,
            acteur=fige.acteur(),
            le=instant(RECEPTION),
        )


def test_la_piece_jointe_est_rangee_sous_son_empreinte(fige: Circuit):
    fige.transmettre()

    transmission = noter_reception(
        transmission=fige.transmission("Petitbois"),
        date_reception=RECEPTION,
        preuve=PreuveReception.RECU_PAPIER,
        piece=SimpleUploadedFile("../../recu.pdf", b"%PDF-1.7 recu"),
        acteur=fige.acteur(),
        le=instant(RECEPTION),
    )

    assert len(transmission.preuve_empreinte) == 64
    assert transmission.preuve_fichier.name.endswith(f"{transmission.preuve_empreinte}.pdf")


def test_la_reception_ne_change_plus_une_fois_l_avis_note(fige: Circuit):
    fige.transmettre()
    fige.recevoir("Petitbois")
    fige.deposer("Petitbois")

    with pytest.raises(ActeRefuse, match="déjà noté"):
        fige.recevoir("Petitbois", date(2026, 12, 18))
