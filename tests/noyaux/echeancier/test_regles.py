"""The reference rows: complete, dated, honest about what was read."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from accord.noyaux.echeancier import Calculateur, Donnees, RegleInconnue, calendrier, referentiel
from accord.noyaux.echeancier.regles import regles_de
from tests.noyaux.echeancier.lecture import premieres

FICHES = Path(__file__).parents[3] / "docs" / "droit"

VERIFIEES = {
    "avis_commune_tacite",
    "avis_pacte",
    "avis_transfert_competence",
    "communication_annuelle",
    "cout_unitaire_annuel",
    "cout_unitaire_premiere_annee",
    "cst_convocation",
    "cst_convocation_urgence",
    "cst_documents",
    "cst_proces_verbal",
    "cst_sans_quorum",
    "cst_seconde_convocation",
    "cst_seconde_seance_debut",
    "cst_seconde_seance_fin",
    "cst_suites_ecrites",
    "pacte_gouvernance",
    "prochain_renouvellement",
    "rapport_mutualisations",
    "transmission_schema",
}


def test_seules_les_regles_lues_dans_un_texte_en_vigueur_sont_verifiees():
    assert {regle.code for regle in referentiel().regles if regle.verifie} == VERIFIEES


@pytest.mark.parametrize("regle", referentiel().regles, ids=lambda regle: regle.code)
def test_chaque_regle_cite_article_source_base_et_date_de_lecture(regle):
    assert regle.article
    assert regle.source
    assert regle.verifie_le <= date(2026, 11, 22)
    assert regle.base in referentiel().bases


@pytest.mark.parametrize("fiche", sorted({regle.fiche for regle in referentiel().regles}))
def test_chaque_regle_a_sa_page_de_droit(fiche):
    assert (FICHES / f"{fiche}.md").exists()


def test_le_point_de_depart_non_lu_rend_la_date_a_verifier():
    echeances = premieres(Donnees(date(2026, 3, 15)))

    assert echeances["rapport_mutualisations"].verifie
    assert echeances["pacte_gouvernance"].verifie
    assert not echeances["avis_commune_tacite"].verifie
    assert not echeances["dob_ouverture"].verifie


def test_un_jour_absent_fait_douter_meme_d_un_delai_lu():
    fevrier = premieres(Donnees(date(2026, 5, 31)))["pacte_gouvernance"]

    assert fevrier.date == date(2027, 2, 28)
    assert not fevrier.verifie
    assert fevrier.explication.regles[1].code == "comput_jour_absent"


def test_une_reforme_est_une_nouvelle_ligne_datee():
    ancienne = replace(referentiel().regle("rapport_mutualisations"), en_vigueur_au=date(2031, 12, 31))
    nouvelle = replace(ancienne, valeur=18, unite="mois", en_vigueur_du=date(2032, 1, 1), en_vigueur_au=None)
    reformees = referentiel().avec(ancienne, nouvelle)

    avant = {e.code: e.date for e in calendrier(Donnees(date(2026, 3, 15)), reformees)}
    apres = {e.code: e.date for e in calendrier(Donnees(date(2032, 3, 14)), reformees)}

    assert avant["rapport_mutualisations"] == date(2027, 3, 15)
    assert apres["rapport_mutualisations"] == date(2033, 9, 14)


def test_le_report_au_jour_ouvre_n_a_lieu_que_si_la_regle_le_dit():
    regle = replace(referentiel().regle("defere_prefectoral"), report_jour_ouvre=True)
    calculateur = Calculateur(referentiel().avec(regle))

    reportee = calculateur.echeance("defere_prefectoral", date(2026, 10, 25), famille="conseil")
    tenue = Calculateur(referentiel()).echeance("defere_prefectoral", date(2026, 10, 25), famille="conseil")

    assert reportee.date == date(2026, 12, 28)
    assert "reporte" in " ".join(reportee.explication.reserves)
    assert tenue.date == date(2026, 12, 25)


def test_aucune_regle_livree_ne_reporte_une_echeance():
    assert [regle.code for regle in referentiel().regles if regle.report_jour_ouvre] == []


def test_une_regle_qui_n_est_pas_en_vigueur_est_inconnue():
    with pytest.raises(RegleInconnue, match="2015-01-01"):
        referentiel().regle("pacte_gouvernance", date(2015, 1, 1))


def test_une_unite_inconnue_est_refusee_au_chargement():
    ligne = {
        "code": "x",
        "libelle": "x",
        "article": "x",
        "valeur": 1,
        "unite": "lunes",
        "base": "annee",
        "verifie": False,
        "verifie_le": date(2026, 1, 1),
        "source": "x",
        "fiche": "x",
    }

    with pytest.raises(ValueError, match="lunes"):
        regles_de([ligne])


def test_une_colonne_oubliee_est_refusee_au_chargement():
    with pytest.raises(TypeError):
        regles_de([{"code": "x"}])


def test_une_regle_sans_delai_ne_se_compte_pas():
    with pytest.raises(ValueError, match="n’est pas un délai"):
        Calculateur(referentiel()).echeance("rapport_activite", date(2026, 3, 15), famille="conseil")
