"""`accord echeancier`: JSON for a script, a table for a person, clear refusals."""

import json

import pytest
from click.testing import CliRunner

from accord.commandes.echeancier import commande

BREST = "242900314"


def lancer(*arguments):
    return CliRunner().invoke(commande, ["--epci", BREST, *arguments])


def par_code(resultat):
    echeances = {}
    for echeance in json.loads(resultat.stdout)["echeances"]:
        echeances.setdefault(echeance["code"], echeance)
    return echeances


def test_le_json_porte_les_cinq_cles_de_chaque_echeance():
    resultat = lancer("--json")

    assert resultat.exit_code == 0
    for echeance in json.loads(resultat.stdout)["echeances"]:
        assert set(echeance) == {"code", "libelle", "date", "article", "verifie"}


def test_sans_renouvellement_la_base_est_le_premier_tour_et_c_est_dit():
    resultat = lancer("--json")

    assert par_code(resultat)["rapport_mutualisations"]["date"] == "2027-03-15"
    assert par_code(resultat)["pacte_gouvernance"]["date"] == "2026-12-15"
    assert any("premier tour" in hypothese for hypothese in json.loads(resultat.stdout)["hypotheses"])


def test_le_renouvellement_demande_change_la_base():
    resultat = lancer("--json", "--renouvellement", "2026-03-22")

    assert par_code(resultat)["rapport_mutualisations"]["date"] == "2027-03-22"
    assert json.loads(resultat.stdout)["renouvellement"] == "2026-03-22"


def test_un_rapport_recu_le_15_decembre_donne_un_avis_tacite_le_15_mars():
    tacite = par_code(lancer("--json", "--reception", "2026-12-15"))["avis_commune_tacite"]

    assert (tacite["date"], tacite["article"], tacite["verifie"]) == ("2027-03-15", "CGCT, L5211-39-1", False)


def test_sans_reception_l_hypothese_est_dite():
    hypotheses = json.loads(lancer("--json").stdout)["hypotheses"]

    assert any("Réception du rapport non renseignée" in hypothese for hypothese in hypotheses)


def test_une_reception_avant_le_renouvellement_est_signalee():
    hypotheses = json.loads(lancer("--json", "--reception", "2025-11-30").stdout)["hypotheses"]

    assert any("précède le renouvellement" in hypothese for hypothese in hypotheses)


def test_une_date_a_la_francaise_est_comprise():
    assert (
        par_code(lancer("--json", "--reception", "30/11/2026"))["avis_commune_tacite"]["date"] == "2027-02-28"
    )


def test_les_explications_sont_ajoutees_a_la_demande():
    rapport = par_code(lancer("--json", "--explications"))["rapport_mutualisations"]

    assert "+ 1 an = 15 mars 2027" in rapport["explication"]


def test_le_tableau_se_lit_sans_json():
    resultat = lancer()

    assert resultat.exit_code == 0
    assert "Brest Métropole" in resultat.stdout
    assert "15/03/2027  vérifié" in resultat.stdout


def test_la_piste_service_commun_n_a_pas_de_rapport():
    assert "rapport_mutualisations" not in par_code(lancer("--json", "--piste", "service_commun"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--renouvellement", "2026-02-30"], "n’est pas une date du calendrier"),
        (["--renouvellement", "mars"], "n’est pas une date du calendrier"),
        (["--reception", "31/11/2026"], "n’est pas une date du calendrier"),
        (["--renouvellement", "9999-01-01"], "hors du calendrier"),
        (["--reception", "9999-12-31"], "hors du calendrier"),
    ],
)
def test_une_mauvaise_date_est_refusee_avec_le_code_2(arguments, message):
    resultat = lancer("--json", *arguments)

    assert resultat.exit_code == 2
    assert message in resultat.stderr
    assert resultat.stdout == ""


@pytest.mark.parametrize("siren", ["123456789", "12", "bonjour", "²42900314"])
def test_un_epci_inconnu_est_refuse_avec_le_code_2(siren):
    resultat = CliRunner().invoke(commande, ["--epci", siren, "--json"])

    assert resultat.exit_code == 2
    assert resultat.stderr.startswith("Erreur")
