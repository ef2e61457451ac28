"""From frozen content to what is printed, without the database."""

import pytest
from docx import Document

from accord.schema.presentation import (
    communes_adherentes,
    fiches_services,
    sections_presentees,
    tableau_services,
    tableau_territoire,
)
from accord.schema.services.convention import articles
from accord.schema.sommaire import section_type, sections_types, texte_initial
from accord.schema.tableaux import vue_impacts
from accord.socle.documents.chemins import chemin_gabarit
from tests.schema.exemple import EPCI, scenario

OBLIGATOIRES = {"impact_effectifs": "effectifs", "impact_depenses": "depenses"}
RECOMMANDEES = {
    "preambule",
    "cadre_juridique",
    "methode",
    "portrait",
    "diagnostic",
    "attentes",
    "principes",
    "orientations",
    "services",
    "financement",
    "ressources_humaines",
    "gouvernance",
    "calendrier_pluriannuel",
    "annexes",
}


def fiche(contenu: dict) -> dict[str, str]:
    return dict(fiches_services(contenu)[0].lignes)


@pytest.mark.parametrize(("code", "tableau"), OBLIGATOIRES.items())
def test_le_sommaire_porte_les_deux_tableaux_obligatoires(code: str, tableau: str):
    assert section_type(code).tableau == tableau


def test_le_sommaire_est_celui_recommande():
    assert {section.code for section in sections_types()} == RECOMMANDEES | set(OBLIGATOIRES)


@pytest.mark.parametrize("section", sections_types(), ids=lambda section: section.code)
def test_chaque_section_guide_et_propose_un_texte(section):
    assert len(section.guide) > 30
    assert len(section.texte.strip()) > 20


@pytest.mark.parametrize("section", sections_types(), ids=lambda section: section.code)
def test_chaque_texte_propose_se_remplit_entierement(section):
    assert "$" not in texte_initial(section, scenario())


def test_une_seule_annee_s_ecrit_au_singulier():
    texte = texte_initial(section_type("impact_effectifs"), scenario(annees=(2027,)))

    assert "pour l’année 2027." in texte


def test_une_section_ajoutee_a_la_main_n_a_ni_guide_ni_tableau():
    assert section_type("inventee").tableau == ""


def test_la_fiche_d_un_service_dit_tout_ce_que_le_scenario_en_sait():
    lignes = fiche(scenario())

    assert lignes["Forme et base légale"] == "Service commun (CGCT, article L5211-4-2)"
    assert lignes["Adhésions"].startswith("Au 1er janvier 2027\u202f: Bourg-le-Pont, Clairval")
    assert lignes["Financement"] == "Remboursement par les communes adhérentes"
    assert lignes["Coût annuel"] == "2027\u202f: 400\u202f€ · 2028\u202f: 400\u202f€"


def test_les_adhesions_se_groupent_par_date():
    contenu = scenario()
    contenu["services"][0]["adherents"][0]["date_adhesion"] = "2028-01-01"

    assert fiche(contenu)["Adhésions"].endswith("— Au 1er janvier 2028\u202f: Bourg-le-Pont")


def test_un_service_sans_cout_connu_porte_un_tiret():
    contenu = scenario()
    contenu["services"][0]["cout_annuel_centimes"] = {}

    assert fiche(contenu)["Coût annuel"] == "—"
    assert tableau_services(contenu).lignes[0][-1] == "—"


def test_l_epci_n_est_pas_une_commune_adherente():
    contenu = scenario()
    service = contenu["services"][0]
    service["adherents"].append({"siren": EPCI["siren"], "nom": EPCI["nom"], "date_adhesion": "2027-01-01"})

    assert EPCI["nom"] not in communes_adherentes(contenu, service)
    assert tableau_services(contenu).lignes[0][3] == "5"


def test_les_noms_suivent_l_ordre_du_dictionnaire_malgre_les_accents():
    contenu = scenario([("1", "Zèbre"), ("2", "Épron"), ("3", "Caen"), ("4", "éterville")])

    assert communes_adherentes(contenu, contenu["services"][0]) == ["Caen", "Épron", "éterville", "Zèbre"]


def test_la_population_inconnue_n_est_pas_nulle():
    communes = [
        {"nom": "Connue", "code_insee": "00001", "population_municipale": 120},
        {"nom": "Inconnue", "code_insee": None, "population_municipale": None},
    ]

    tableau = tableau_territoire(communes)

    assert tableau.lignes[1] == ["Inconnue", "—", "—"]
    assert tableau.total == ["Total", "", "120"]


def test_chaque_section_recoit_ses_tableaux_et_elle_seule_ses_fiches():
    contenu = {
        "scenario_retenu": {"contenu": scenario()},
        "communes": [],
        "sections": [{"code": s.code, "titre": s.titre, "contenu": ""} for s in sections_types()],
    }

    sections = {s["code"]: s for s in sections_presentees(contenu)}

    assert {code for code, s in sections.items() if s["fiches"]} == {"services"}
    assert {code for code, s in sections.items() if s["tableaux"]} == {
        "portrait",
        "services",
        "financement",
        *OBLIGATOIRES,
    }


def test_l_ecran_montre_toutes_les_annees_cote_a_cote():
    effectifs, depenses = vue_impacts(scenario(annees=tuple(range(2027, 2033))))

    assert len(effectifs.lignes[0].valeurs) == 6 * 3
    assert depenses.derniere_annee == 2032
    assert depenses.barres[0]["texte"] == "+400,00"


CLAUSES = [
    "Parties",
    "Objet",
    "Périmètre",
    "Gestionnaire",
    "Agents",
    "délégation de signature",
    "Locaux",
    "Niveau de service",
    "Coût",
    "Paiement",
    "Suivi",
    "Entrée",
    "Modification",
    "Sortie",
    "Durée",
    "Assurances",
    "Données personnelles",
    "Litiges",
    "Annexes",
]


@pytest.mark.parametrize("clause", CLAUSES)
def test_la_convention_a_les_clauses_attendues(clause: str):
    assert any(clause in article["titre"] for article in articles())


@pytest.mark.parametrize("gabarit", ["rapport", "convention"])
def test_les_modeles_word_s_ouvrent_et_se_modifient(gabarit: str):
    document = Document(chemin_gabarit(f"schema/{gabarit}", "docx"))

    styles = {style.name for style in document.styles}
    assert {"Organisme", "Cellule", "Légende", "Numéro"} <= styles
