"""The life of an answer, and what waits for whom."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accord.demarche.registre import conditions_de, echeances_des_apps
from accord.diagnostic.attentes import reponse_a_rendre
from accord.diagnostic.enums import TRANSITIONS_REPONSE, StatutReponse
from accord.diagnostic.permissions import peut_remplir, peut_remplir_service, peut_transmettre
from accord.diagnostic.services.campagnes import ouvrir_campagne
from accord.diagnostic.services.reponses import demander_correction, transmettre, valider
from accord.socle.journal.models import Entree
from tests.diagnostic.conftest import MAINTENANT
from tests.diagnostic.scene import BOURG, PETITBOIS, declarer_service, reponse_de, transmettre_de

pytestmark = pytest.mark.django_db


def test_la_campagne_s_adresse_a_l_epci_et_a_chaque_commune(campagne):
    assert campagne.reponses.count() == 6
    assert set(campagne.reponses.values_list("statut", flat=True)) == {"a_remplir"}


def test_ouvrir_deux_fois_la_meme_campagne_n_en_fait_qu_une(demarche, campagne):
    assert ouvrir_campagne(demarche=demarche, acteur=None, le=MAINTENANT) == campagne
    assert demarche.campagnes.count() == 1


def test_transmettre_deux_fois_ne_se_journalise_qu_une_fois(campagne):
    transmettre_de(campagne, BOURG, BOURG)

    assert Entree.objects.filter(code="diagnostic.reponse_transmise").count() == 1


def test_une_reponse_validee_peut_etre_rendue_puis_retransmise(campagne):
    reponse = reponse_de(campagne, BOURG)
    transmettre(reponse=reponse, acteur=None, le=MAINTENANT)
    valider(reponse=reponse, acteur=None, le=MAINTENANT)
    demander_correction(reponse=reponse, correction="Revoir les ETP.", acteur=None, le=MAINTENANT)

    reponse = transmettre(reponse=reponse, acteur=None, le=MAINTENANT)

    assert (reponse.statut, reponse.correction) == ("transmise", "")


@pytest.mark.parametrize("verbe", [valider, demander_correction])
def test_ce_qui_n_est_pas_transmis_ne_se_valide_ni_ne_se_rend(campagne, verbe):
    donnees = {"correction": "x"} if verbe is demander_correction else {}

    with pytest.raises(ValidationError, match="ne peut pas devenir"):
        verbe(reponse=reponse_de(campagne, BOURG), acteur=None, le=MAINTENANT, **donnees)


def test_une_correction_sans_motif_est_refusee(campagne):
    transmettre_de(campagne, BOURG)

    with pytest.raises(ValidationError, match="Dites"):
        demander_correction(reponse=reponse_de(campagne, BOURG), correction="  ", acteur=None, le=MAINTENANT)


def test_chaque_statut_a_sa_ligne_dans_la_table_des_transitions():
    assert set(TRANSITIONS_REPONSE) == set(StatutReponse)


@pytest.mark.parametrize(
    ("qui", "commune", "autorise"),
    [
        ("secretaire", PETITBOIS, True),
        ("secretaire", BOURG, False),
        ("maire", BOURG, False),
        ("chef_projet", BOURG, False),
    ],
)
def test_une_reponse_est_remplie_par_sa_collectivite(
    distribution, campagne, qui: str, commune: str, autorise: bool
):
    decision = peut_remplir(distribution.acteur(qui), reponse_de(campagne, commune))

    assert bool(decision) is autorise
    assert autorise or decision.raison


def test_le_maire_transmet_la_reponse_que_la_secretaire_a_remplie(distribution, campagne):
    assert peut_transmettre(distribution.acteur("maire"), reponse_de(campagne, BOURG))
    assert not peut_transmettre(distribution.acteur("maire"), reponse_de(campagne, PETITBOIS))


def test_on_ne_remplit_que_son_champ_de_competence(distribution, campagne):
    drh = distribution.acteur("drh")
    reponse = campagne.reponses.get(collectivite=campagne.demarche.epci)

    assert peut_remplir_service(drh, reponse, "RH")
    assert "champ de compétence" in peut_remplir_service(drh, reponse, "VOI").raison


def test_la_reponse_attend_la_secretaire_jusqu_a_sa_transmission(distribution, campagne):
    secretaire = distribution.acteur("secretaire")
    assert [a.libelle for a in reponse_a_rendre(secretaire)] == [
        "Remplir la réponse au diagnostic de Petitbois"
    ]

    transmettre_de(campagne, PETITBOIS)

    assert reponse_a_rendre(secretaire) == []


def test_les_reperes_connaissent_les_conditions_du_diagnostic(demarche, campagne):
    libelles = {c.libelle: c.remplie for repere in (2, 3, 4) for c in conditions_de(demarche, repere)}

    assert libelles["La campagne de diagnostic est ouverte."] is True
    assert libelles["Toutes les collectivités ont transmis leur réponse (6 manquantes)."] is False
    assert libelles["Un état du territoire est arrêté."] is False


def test_la_date_limite_est_au_calendrier(demarche, campagne):
    campagne.date_limite = date(2027, 1, 31)
    campagne.save()

    assert date(2027, 1, 31) in [
        e.date for e in echeances_des_apps(demarche) if e.code == "diagnostic_reponses"
    ]


def test_un_service_prerempli_mais_vide_n_est_pas_renseigne(campagne):
    assert not declarer_service(campagne, BOURG, nature="fonctionnel").est_renseignee
    assert declarer_service(campagne, BOURG, "FIN", etp=0).est_renseignee
