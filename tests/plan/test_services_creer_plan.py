"""The plan is born from the scénario retenu, once."""

from datetime import date
from decimal import Decimal

import pytest

from accord.plan.models import FicheAction
from accord.plan.services import creer_plan_depuis_schema
from accord.socle.journal.models import Entree
from tests.distribution import AUJOURD_HUI
from tests.plan.fabrique import scenario, service

pytestmark = pytest.mark.django_db


@pytest.fixture
def creer(distribution, demarche):
    def agir(fige=None, le=AUJOURD_HUI):
        return creer_plan_depuis_schema(
            demarche=demarche,
            scenario=fige or scenario(distribution),
            acteur=distribution.acteur("chef_projet"),
            le=le,
        )

    return agir


def test_chaque_service_recoit_une_fiche(creer, distribution, demarche):
    creer(scenario(distribution, service(distribution), service(distribution, "paie", "Paie")))

    assert list(demarche.fiches.values_list("numero", "service")) == [
        (1, "Instruction des autorisations"),
        (2, "Paie"),
    ]


def test_la_fiche_reprend_l_outil_la_base_legale_le_gestionnaire_et_la_cle(creer, distribution):
    fiche = creer().creees[0]

    assert (fiche.outil, fiche.base_legale) == ("Service commun", "CGCT, art. L5211-4-2")
    assert fiche.gestionnaire_id == distribution.epci.pk
    assert fiche.cle == "Population municipale"


def test_les_effectifs_d_avant_sont_ceux_des_adherents_a_l_etat_arrete(creer):
    fiche = creer().creees[0]

    assert fiche.etp_avant == Decimal("3.70")
    assert fiche.etp_apres == Decimal("3.50")


def test_les_couts_sont_ceux_de_la_premiere_annee_de_fonctionnement(creer):
    fiche = creer().creees[0]

    assert fiche.cout_avant_centimes == 21_000_000
    assert fiche.cout_apres_centimes == 18_000_000


def test_sans_etat_arrete_lisible_l_avant_reste_inconnu(creer, distribution):
    fiche = creer(scenario(distribution, situation=False)).creees[0]

    assert fiche.etp_avant is None
    assert fiche.situation == ""


def test_la_situation_dit_d_ou_viennent_les_chiffres(creer):
    fiche = creer().creees[0]

    assert fiche.situation.startswith("3,7 ETP et 110\u202f000\u202f€ par an déclarés par 2 collectivités")
    assert "30 octobre 2026" in fiche.situation


def test_les_communes_concernees_gardent_leur_date_d_adhesion(creer):
    fiche = creer().creees[0]

    assert list(fiche.concernees.values_list("collectivite__nom", "date_adhesion")) == [
        ("Bourg-le-Pont", date(2028, 1, 1)),
        ("Clairval", date(2028, 1, 1)),
        ("Petitbois", date(2029, 1, 1)),
    ]


def test_la_prise_d_effet_est_la_premiere_adhesion(creer):
    assert creer().creees[0].date_effet == date(2028, 1, 1)


def test_les_etapes_gardent_leur_date_d_origine(creer):
    etapes = creer().creees[0].etapes.all()

    assert etapes
    assert all(etape.date_prevue == etape.date_initiale for etape in etapes)


def test_les_fiches_se_rangent_par_nature_de_service(creer):
    assert str(creer().creees[0].orientation).startswith("1. Services opérationnels")


def test_deux_services_de_meme_nature_partagent_leur_orientation(creer, distribution, demarche):
    creer(scenario(distribution, service(distribution), service(distribution, "paie", "Paie")))

    assert demarche.orientations.count() == 1


def test_la_fiche_cite_l_empreinte_du_scenario(creer):
    fiche = creer().creees[0]

    assert (fiche.version_origine, fiche.empreinte_origine) == (1, "ab" * 32)


def test_recommencer_ne_cree_rien_et_ne_touche_a_rien(creer):
    fiche = creer().creees[0]
    FicheAction.objects.filter(pk=fiche.pk).update(titre="Titre réécrit")

    resultat = creer()

    assert (resultat.creees, resultat.existantes) == ((), 1)
    assert FicheAction.objects.get().titre == "Titre réécrit"


def test_un_nouveau_service_s_ajoute_a_la_suite(creer, distribution):
    creer()

    resultat = creer(scenario(distribution, service(distribution), service(distribution, "paie", "Paie")))

    assert [fiche.numero for fiche in resultat.creees] == [2]


def test_un_calendrier_resserre_est_dit_dans_les_risques(creer):
    assert "Calendrier resserré" in creer(le=date(2027, 11, 2)).creees[0].risques


def test_la_naissance_du_plan_est_consignee_une_fois(creer):
    creer()
    creer()

    assert Entree.objects.filter(code="plan.cree").count() == 1
