"""The annual communication: frozen once, two pages whatever happens."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from accord.evaluation.documents import contexte_communication, rendre_communication
from accord.evaluation.forms import LONGUEUR_INTRODUCTION, LONGUEUR_POINT_RH, LONGUEUR_SUITES
from accord.evaluation.models import CommunicationAnnuelle
from accord.evaluation.services import (
    TextesCommunication,
    creer_indicateurs_depuis_schema,
    donner_opinion,
    figer_communication,
)
from accord.socle.instantanes import InstantaneImmuable
from tests.evaluation.fabrique import MAINTENANT, constater
from tests.plan.fabrique import peupler, scenario, service

pytestmark = pytest.mark.django_db

TEXTES = TextesCommunication(
    date(2026, 12, 15), "Le schéma avance.", "Deux mobilités.", "- Signer la convention"
)
PHRASE = "Les communes et l’intercommunalité poursuivent ensemble le travail engagé. "


@pytest.fixture
def figer(demarche, distribution):
    def agir(textes=TEXTES, fige=None, annee=2026):
        return figer_communication(
            demarche=demarche,
            annee=annee,
            textes=textes,
            scenario=fige,
            acteur=distribution.acteur("dgs"),
            le=MAINTENANT,
        )

    return agir


@pytest.fixture
def retenu(demarche, distribution):
    """A scénario retenu whose indicators are born and partly measured."""
    services = [service(distribution, f"s{n}", f"Service commun numéro {n}") for n in range(8)]
    fige = scenario(distribution, *services)
    creer_indicateurs_depuis_schema(
        demarche=demarche, contenu=fige.contenu, version=1, acteur=distribution.acteur("dgs"), le=MAINTENANT
    )
    for indicateur in demarche.indicateurs.all():
        constater(indicateur, 2028, 19_000_000)
    return fige


def pages(communication):
    return PdfReader(io.BytesIO(rendre_communication(communication))).pages


def texte(communication):
    return "\n".join(page.extract_text() for page in pages(communication)).replace("\u202f", " ")


def longs():
    return TextesCommunication(
        date(2026, 12, 15),
        (PHRASE * 20)[:LONGUEUR_INTRODUCTION],
        (PHRASE * 20)[:LONGUEUR_POINT_RH],
        (PHRASE * 20)[:LONGUEUR_SUITES],
    )


@pytest.mark.parametrize("nombre", [0, 1, 8, 40, 120])
def test_la_communication_tient_en_deux_pages_exactement(figer, demarche, distribution, retenu, nombre):
    peupler(demarche, distribution, nombre)
    donner_opinion(
        demarche=demarche, texte=PHRASE * 40, acteur=distribution.acteur("evaluatrice"), le=MAINTENANT
    )

    assert len(pages(figer(longs(), retenu, 2028))) == 2


def test_des_listes_de_lignes_courtes_tiennent_aussi_en_deux_pages(figer, demarche, distribution, retenu):
    peupler(demarche, distribution, 40)
    lignes = TextesCommunication(date(2026, 12, 15), "- a\n" * 225, "- b\n" * 150, "- c\n" * 175)

    assert len(pages(figer(lignes, retenu, 2028))) == 2


def test_sans_scenario_ni_action_la_communication_reste_lisible(figer):
    lu = texte(figer())

    assert "Le plan ne compte encore aucune action." in lu
    assert "Bilan financier" not in lu


def test_le_bilan_financier_oppose_prevu_et_constate(figer, demarche, retenu):
    lu = texte(figer(TEXTES, retenu, 2028))

    assert "300 000 €" in lu
    assert "288 000 €" in lu
    assert "−12 000 €" in lu


def test_les_effectifs_constates_sont_ceux_de_l_indicateur(figer, retenu):
    contenu = figer(TEXTES, retenu, 2028).contenu

    assert [ligne["etp_constate"] for ligne in contenu["effectifs"]] == [None, "190000", None]


def test_les_douze_premieres_lettres_de_l_empreinte_figurent_au_document(figer):
    communication = figer()

    assert communication.empreinte[:12] in texte(communication)


def test_figer_deux_fois_le_meme_contenu_rend_la_meme_version(figer):
    assert figer() == figer()
    assert CommunicationAnnuelle.objects.count() == 1


def test_figer_un_texte_change_cree_la_version_suivante(figer):
    figer()

    autre = TextesCommunication(TEXTES.date_presentation, "Autre introduction.")

    assert figer(autre).version == 2


def test_une_communication_figee_ne_change_plus(figer):
    communication = figer()
    communication.annee = 2030

    with pytest.raises(InstantaneImmuable):
        communication.save()


def test_le_meme_contenu_donne_toujours_les_memes_octets(figer):
    communication = figer()

    assert rendre_communication(communication) == rendre_communication(communication)


def test_au_dela_de_quarante_quatre_les_actions_en_retard_restent(figer, demarche, distribution):
    peupler(demarche, distribution, 60)
    retard = demarche.fiches.get(numero=60).etapes.get(ordre=2)
    demarche.fiches.get(numero=60).etapes.update(date_prevue=date(2026, 1, 1), date_realisation=None)

    contexte = contexte_communication(figer())

    assert retard.fiche.numero == 60
    assert "60" in [action[0] for action in contexte["actions"]]
    assert contexte["omises"] == 16


def test_ce_que_l_on_saisit_ne_devient_jamais_du_code(figer):
    malin = TextesCommunication(date(2026, 12, 15), "#panic() *gras* $x$ <script>", "", "")

    assert "#panic()" in texte(figer(malin))
