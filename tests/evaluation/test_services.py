"""Forecasts, measures, readjustments and opinions."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from accord.evaluation.models import Indicateur, Mesure, Objectif, Opinion
from accord.evaluation.selectors import lire_indicateur, lire_tableau
from accord.evaluation.services import (
    DonneesIndicateur,
    DonneesMesure,
    MesureImpossible,
    creer_indicateur,
    creer_indicateurs_depuis_schema,
    donner_opinion,
    mesurer_indicateur,
    modifier_indicateur,
    reajuster_objectif,
)
from accord.socle.journal.models import Entree
from accord.socle.journal.phrases import phrase_de
from tests.evaluation import fabrique
from tests.evaluation.fabrique import MAINTENANT, constater, viser
from tests.plan.fabrique import contenu_scenario, service

pytestmark = pytest.mark.django_db


@pytest.fixture
def acteur(distribution):
    return distribution.acteur("dgs")


@pytest.fixture
def naitre(distribution, demarche, acteur):
    def agir(version=1, **autres):
        contenu = contenu_scenario(distribution, [service(distribution, **autres)])
        return creer_indicateurs_depuis_schema(
            demarche=demarche, contenu=contenu, version=version, acteur=acteur, le=MAINTENANT
        )

    return agir


@pytest.fixture
def indicateur(demarche):
    return fabrique.creer_indicateur(demarche)


def mesurer(indicateur, acteur, centiemes=105_000, jour=date(2026, 11, 20), annee=2026):
    donnees = DonneesMesure(annee=annee, date_mesure=jour, valeur_centiemes=centiemes, source="Comptes")
    return mesurer_indicateur(indicateur=indicateur, donnees=donnees, acteur=acteur, le=MAINTENANT)


def reajuster(indicateur, acteur, centiemes=120_000, motif="Recrutement décalé"):
    return reajuster_objectif(
        indicateur=indicateur,
        annee=2026,
        valeur_centiemes=centiemes,
        motif=motif,
        acteur=acteur,
        le=MAINTENANT,
    )


def test_un_service_donne_trois_indicateurs_et_le_territoire_trois(naitre):
    assert naitre().indicateurs == 6


def test_reprendre_deux_fois_la_meme_version_ne_change_rien(naitre):
    naitre()

    assert naitre().indicateurs == 0
    assert Entree.objects.filter(code="evaluation.indicateurs_crees").count() == 1


def test_une_nouvelle_version_ajoute_ses_previsions_et_garde_les_anciennes(naitre):
    naitre()

    naitre(2, cout_annuel_centimes={"2028": 20_000_000})

    cout = lire_indicateur(Indicateur.objects.get(type="cout_service"))
    assert [annee.objectif_centiemes for annee in cout.annees] == [20_000_000, 18_360_000]
    assert len(cout.objectifs) == 3


def test_une_mesure_garde_source_et_auteur(indicateur, acteur):
    mesure = mesurer(indicateur, acteur)

    assert mesure.source == "Comptes"
    assert mesure.qui == "Philippe Garnier (Direction générale, Val d’Accord)"


def test_une_mesure_ne_se_date_pas_dans_l_avenir(indicateur, acteur):
    with pytest.raises(MesureImpossible, match="dans l’avenir"):
        mesurer(indicateur, acteur, jour=date(2026, 11, 24))


def test_une_mesure_ne_precede_pas_son_annee(indicateur, acteur):
    with pytest.raises(MesureImpossible, match="avant cette année"):
        mesurer(indicateur, acteur, annee=2027)


def test_deux_envois_de_la_meme_mesure_n_en_font_qu_une(indicateur, acteur):
    assert mesurer(indicateur, acteur) == mesurer(indicateur, acteur)
    assert Mesure.objects.count() == 1


def test_une_correction_prevaut_et_l_erreur_reste_dans_l_historique(indicateur, acteur):
    mesurer(indicateur, acteur, 1)
    mesurer(indicateur, acteur, 105_000)

    lu = lire_indicateur(indicateur)
    assert lu.annees[0].mesure_centiemes == 105_000
    assert [mesure.valeur_centiemes for mesure in lu.mesures] == [105_000, 1]


def test_un_objectif_reajuste_prevaut_sur_la_prevision_qui_reste_visible(indicateur, acteur):
    viser(indicateur, 2026, 100_000)

    reajuster(indicateur, acteur)

    annee = lire_indicateur(indicateur).annees[0]
    assert (annee.prevision_centiemes, annee.objectif_centiemes, annee.est_reajuste) == (
        100_000,
        120_000,
        True,
    )
    assert annee.motif == "Recrutement décalé"


def test_un_reajustement_sans_motif_est_refuse(indicateur, acteur):
    with pytest.raises(MesureImpossible, match="Dites pourquoi"):
        reajuster(indicateur, acteur, motif=" ")


def test_la_base_refuse_un_reajustement_sans_motif(indicateur):
    with pytest.raises(IntegrityError, match="objectif_reajuste_motive"), transaction.atomic():
        viser(indicateur, 2026, 1, origine="reajustement", version_origine=None)


def test_un_reajustement_identique_ne_s_ajoute_pas(indicateur, acteur):
    assert reajuster(indicateur, acteur) == reajuster(indicateur, acteur)
    assert Objectif.objects.count() == 1


def test_le_journal_dit_la_mesure_en_francais(indicateur, acteur):
    mesurer(indicateur, acteur)

    phrase = phrase_de(Entree.objects.latest("numero")).replace("\u202f", " ")
    assert phrase.endswith("a mesuré « Délai moyen d’instruction » pour 2026 : 1 050 €")


def test_un_avis_d_evaluation_ne_se_publie_pas_deux_fois(demarche, distribution, indicateur):
    parametres = {
        "demarche": demarche,
        "indicateur": indicateur,
        "texte": "Source fragile.",
        "acteur": distribution.acteur("evaluatrice"),
        "le": MAINTENANT,
    }

    assert donner_opinion(**parametres) == donner_opinion(**parametres)
    assert Opinion.objects.count() == 1


def test_un_indicateur_du_territoire_se_cree_une_fois(demarche, acteur):
    donnees = DonneesIndicateur(libelle="Satisfaction des maires", unite="note", sens="hausse")

    premier = creer_indicateur(demarche=demarche, donnees=donnees, acteur=acteur)

    assert creer_indicateur(demarche=demarche, donnees=donnees, acteur=acteur) == premier


def test_un_indicateur_que_l_on_ne_suit_plus_quitte_le_tableau(demarche, indicateur, acteur):
    donnees = DonneesIndicateur(libelle=indicateur.libelle, unite="euros", sens="baisse", est_suivi=False)

    assert modifier_indicateur(indicateur=indicateur, donnees=donnees, acteur=acteur) is True
    assert lire_tableau(demarche, 2026, MAINTENANT.date()).lignes == ()


def test_le_tableau_compte_mesures_et_points_a_surveiller(demarche, indicateur):
    viser(indicateur, 2026, 100_000)
    constater(indicateur, 2026, 150_000)
    fabrique.creer_indicateur(demarche, "Autre")

    tableau = lire_tableau(demarche, 2026, MAINTENANT.date())

    assert (len(tableau.lignes), tableau.nombre_mesures, tableau.nombre_a_surveiller) == (2, 1, 1)


def test_sans_annee_choisie_le_tableau_montre_la_plus_proche(demarche, indicateur):
    viser(indicateur, 2028, 1)
    viser(indicateur, 2030, 1)

    tableau = lire_tableau(demarche, None, MAINTENANT.date())

    assert (tableau.annee, tableau.annees) == (2028, (2028, 2030))


def test_le_tableau_se_restreint_a_un_service_et_propose_les_autres(demarche):
    fabrique.creer_indicateur(demarche, "Paie", code_service="paie", service="Paie")
    fabrique.creer_indicateur(demarche, "SIG", code_service="sig", service="SIG")

    tableau = lire_tableau(demarche, 2026, MAINTENANT.date(), "sig")

    assert [ligne.libelle for ligne in tableau.lignes] == ["SIG"]
    assert tableau.services == (("paie", "Paie"), ("sig", "SIG"))
