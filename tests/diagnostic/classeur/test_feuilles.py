"""Sheets in any order, under other names, in several files."""

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from accord.diagnostic.classeur import verifier_classeur
from accord.territoire.referentiel import charger_epci
from tests.diagnostic.classeur.fabrique import (
    CAEN_LA_MER,
    HEROUVILLE,
    agent,
    avec_entetes,
    contrat,
    entetes,
    service,
    verifier,
    xlsx,
)

EPCI = charger_epci(CAEN_LA_MER)
CSV_SERVICES = "SIREN;Code service;ETP;Coût direct (€)\r\n211401187;RH;1,5;1 000,50 €\r\n\r\nTOTAL;;1,5;\r\n"


@pytest.mark.parametrize(
    ("nom", "feuille"),
    [
        ("services", "Services"), ("Service ", "Services"),
        ("SERVICES 2026", "Services"), ("1 - Services", "Services"),
        ("Inventaire des services", "Services"), ("Feuil1", "Services"), ("Services Caen", "Services"),
    ],
)  # fmt: skip
def test_une_feuille_se_reconnait_sous_un_autre_nom(nom: str, feuille: str):
    rapport = verifier({"Accueil": [["Bonjour"]], nom: avec_entetes("Services", service())})

    assert len(rapport.feuilles[feuille].acceptees) == 1


def test_l_ordre_des_feuilles_ne_compte_pas():
    agents, services = avec_entetes("Agents", agent("A1")), avec_entetes("Services", service())

    assert verifier({"Agents": agents, "Services": services}).refusees == 0


def test_une_feuille_par_commune_se_lit_comme_une_seule():
    rapport = verifier(
        {
            "Services Caen": avec_entetes("Services", service(etp=1)),
            "Services Hérouville": avec_entetes("Services", service(siren=HEROUVILLE, etp=2)),
        }
    )

    assert rapport.totaux.en_json()["etp_services"] == 3


def test_de_deux_millesimes_le_plus_recent_est_lu():
    rapport = verifier(
        {
            "Services 2025": avec_entetes("Services", service(etp=1)),
            "Services 2026": avec_entetes("Services", service(etp=2)),
        }
    )

    assert rapport.totaux.en_json()["etp_services"] == 2


def test_une_feuille_d_exemple_est_laissee():
    rapport = verifier(
        {
            "Services": avec_entetes("Services", service()),
            "Exemple services": avec_entetes("Services", service("X")),
        }
    )

    assert rapport.acceptees == 1


def test_des_services_deja_connus_suffisent_a_une_feuille_d_agents_seule():

    contenu = xlsx({"Agents": avec_entetes("Agents", agent("A1"))})

    assert verifier_classeur(contenu, EPCI).refusees == 1
    assert verifier_classeur(contenu, EPCI, services_connus={("211401187", "RH")}).refusees == 0


@pytest.mark.parametrize("encodage", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_un_csv_est_lu_dans_son_encodage(encodage: str):
    rapport = verifier_classeur(CSV_SERVICES.encode(encodage), EPCI, nom="export.csv")

    assert rapport.totaux.en_json()["cout_direct"] == 1000.5


def test_un_dossier_et_une_archive_de_csv_se_lisent_comme_un_classeur(tmp_path: Path):
    (tmp_path / "services.csv").write_text(CSV_SERVICES, encoding="utf-8")
    (tmp_path / "agents.csv").write_text(
        "Matricule;SIREN;Code;Quotité\nA1;211401187;RH;80 %\n", encoding="utf-8"
    )
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as zippe:
        for fichier in tmp_path.glob("*.csv"):
            zippe.write(fichier, fichier.name)

    for source in (tmp_path, archive.getvalue()):
        assert verifier_classeur(source, EPCI).totaux.en_json()["etp_agents"] == 0.8


def test_un_titre_repete_en_bas_de_page_n_est_pas_une_ligne():
    rapport = verifier(
        {"Contrats": avec_entetes("Contrats", contrat("1"), entetes("Contrats"), contrat("2"))}
    )

    assert (rapport.acceptees, rapport.refusees) == (2, 0)


def test_une_cellule_fusionnee_sur_plusieurs_lignes_vaut_pour_chacune():
    classeur = openpyxl.load_workbook(
        BytesIO(xlsx({"Services": avec_entetes("Services", service("A"), service("B", None))}))
    )
    classeur["Services"].merge_cells("A2:A3")
    flux = BytesIO()
    classeur.save(flux)

    assert verifier_classeur(flux.getvalue(), EPCI).feuilles["Services"].colonne("siren") == ["211401187"] * 2


def test_un_intertitre_de_commune_n_est_pas_une_ligne():
    rapport = verifier(
        {"Services": avec_entetes("Services", ["Caen"], service("A"), ["Somme", None, None, None, None, 3])}
    )

    assert (rapport.acceptees, rapport.refusees) == (1, 0)
    assert rapport.observations[-1].endswith("la ligne 2 est une note, elle n’est pas reprise.")
