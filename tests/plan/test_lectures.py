"""Progress, timeline, conditions of the repères and what waits for a person."""

from datetime import date

import pytest
from django.urls import reverse

from accord.plan.attentes import etapes_attendues
from accord.plan.conditions import conditions_de_mise_en_oeuvre, conditions_du_plan
from accord.plan.frise import lire_frise
from accord.plan.selectors import Filtres, avancement_du_plan, lister_fiches
from tests.distribution import AUJOURD_HUI
from tests.plan.fabrique import EFFET, creer_etape, creer_fiche

pytestmark = pytest.mark.django_db


def remplies(conditions):
    return [condition.remplie for condition in conditions]


def test_l_avancement_compte_fiches_et_etapes(demarche):
    fiche = creer_fiche(demarche, 1, etat="en_cours")
    creer_etape(fiche, 1, date(2026, 1, 1), date_realisation=date(2026, 1, 2))
    creer_etape(fiche, 2, date(2026, 2, 1))
    creer_fiche(demarche, 2)

    lu = avancement_du_plan(demarche, AUJOURD_HUI)

    assert (lu.total, lu.engagees, lu.terminees) == (2, 1, 0)
    assert (lu.etapes, lu.etapes_realisees, lu.etapes_en_retard) == (2, 1, 1)


def test_une_action_abandonnee_ne_compte_plus_ses_retards(demarche):
    creer_etape(creer_fiche(demarche, etat="abandonne"), jour=date(2026, 1, 1))

    assert avancement_du_plan(demarche, AUJOURD_HUI).etapes_en_retard == 0
    assert lister_fiches(demarche, Filtres(), AUJOURD_HUI)[0].nombre_retards == 0


def test_la_prochaine_etape_est_la_plus_proche_qui_reste(demarche):
    fiche = creer_fiche(demarche)
    creer_etape(fiche, 1, date(2027, 1, 1), date_realisation=AUJOURD_HUI)
    creer_etape(fiche, 2, date(2027, 3, 1), libelle="Signature")
    creer_etape(fiche, 3, date(2027, 2, 1), libelle="Délibération")

    ligne = lister_fiches(demarche, Filtres(), AUJOURD_HUI)[0]

    assert (ligne.prochaine_etape, ligne.prochaine_date, ligne.pourcentage) == (
        "Délibération",
        date(2027, 2, 1),
        33,
    )


def test_la_frise_compte_en_mois_jusqu_a_deux_ans(demarche):
    fiche = creer_fiche(demarche)
    creer_etape(fiche, 1, date(2026, 12, 1))
    creer_etape(fiche, 2, date(2027, 2, 28))

    frise = lire_frise(demarche, AUJOURD_HUI)

    assert [periode.libelle for periode in frise.periodes] == ["déc.", "janv.", "févr."]
    assert frise.annees == ((2026, 1), (2027, 2))
    assert [cellule.est_dans_la_plage for cellule in frise.lignes[0].cellules] == [True, True, True]


def test_la_frise_compte_en_trimestres_au_dela(demarche):
    fiche = creer_fiche(demarche)
    creer_etape(fiche, 1, date(2026, 12, 1))
    creer_etape(fiche, 2, date(2029, 2, 28))

    frise = lire_frise(demarche, AUJOURD_HUI)

    assert (frise.periodes[0].libelle, frise.periodes[-1].libelle, len(frise.periodes)) == ("T4", "T1", 10)


def test_la_frise_dit_chaque_etape_en_mots(demarche):
    fiche = creer_fiche(demarche)
    creer_etape(fiche, 1, date(2026, 10, 1), libelle="Diagnostic", date_realisation=date(2026, 11, 3))
    creer_etape(fiche, 2, date(2026, 11, 10), libelle="Accord")

    textes = [
        m.texte for cellule in lire_frise(demarche, AUJOURD_HUI).lignes[0].cellules for m in cellule.marques
    ]

    assert textes == ["Diagnostic, faite le 03/11/2026", "Accord, en retard le 10/11/2026"]


def test_la_frise_laisse_de_cote_les_actions_abandonnees_et_sans_etape(demarche):
    creer_etape(creer_fiche(demarche, 1, etat="abandonne"))
    creer_fiche(demarche, 2)

    assert lire_frise(demarche, AUJOURD_HUI).lignes == ()


def test_sans_fiche_le_repere_six_ne_se_franchit_pas(demarche):
    assert remplies(conditions_du_plan(demarche)) == [False, False, False]


def test_le_repere_six_demande_deux_pilotes_et_une_date_d_effet(demarche):
    creer_fiche(demarche, pilote_elu="Anne Lefèvre")
    assert remplies(conditions_du_plan(demarche)) == [True, False, False]

    demarche.fiches.update(pilote_administratif="Philippe Garnier", date_effet=EFFET)
    assert remplies(conditions_du_plan(demarche)) == [True, True, True]


@pytest.mark.parametrize(
    ("etats", "attendu"),
    [
        ([], [False, False]),
        (["a_faire"], [False, False]),
        (["en_cours"], [True, False]),
        (["termine"], [True, True]),
    ],
)
def test_le_repere_sept_suit_l_etat_des_actions(demarche, etats, attendu):
    for numero, etat in enumerate(etats, start=1):
        creer_fiche(demarche, numero, etat=etat)

    assert remplies(conditions_de_mise_en_oeuvre(demarche)) == attendu


def test_les_etapes_proches_attendent_le_pilotage(distribution, demarche):
    fiche = creer_fiche(demarche)
    creer_etape(fiche, 1, date(2026, 12, 1), libelle="Signature")
    creer_etape(fiche, 2, date(2027, 6, 1), libelle="Bien plus tard")

    attentes = etapes_attendues(distribution.acteur("dgs"))

    assert [(a.libelle, a.url) for a in attentes] == [
        ("Signature — fiche 1", reverse("plan:fiche-voir", args=["val-d-accord", 1]))
    ]


@pytest.mark.parametrize("qui", ["agent", "evaluatrice", "maire", "intrus"])
def test_rien_n_attend_ceux_qui_ne_font_que_lire(distribution, demarche, qui):
    creer_etape(creer_fiche(demarche), jour=date(2026, 12, 1))

    assert etapes_attendues(distribution.acteur(qui)) == []


def test_la_commune_gestionnaire_est_attendue(distribution, demarche):
    fiche = creer_fiche(demarche, gestionnaire=distribution.commune("Bourg-le-Pont"))
    creer_etape(fiche, jour=date(2026, 12, 1))

    assert len(etapes_attendues(distribution.acteur("maire"))) == 1
