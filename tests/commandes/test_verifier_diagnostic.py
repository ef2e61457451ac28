"""`accord verifier-diagnostic`: what it prints and its exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from accord.commandes.verifier_diagnostic import commande

DONNEES = Path(__file__).parents[1] / "diagnostic" / "donnees"


def lancer(*arguments: str):
    return CliRunner().invoke(commande, arguments)


@pytest.mark.parametrize(("nom", "code"), [("propre", 0), ("terrain", 1)])
def test_le_json_et_le_code_de_sortie_disent_le_resultat(nom: str, code: int):
    attendu = json.loads((DONNEES / f"diagnostic_{nom}.expected.json").read_text(encoding="utf-8"))

    resultat = lancer(str(DONNEES / f"diagnostic_{nom}.xlsx"), "--epci", attendu["epci"], "--json")

    assert resultat.exit_code == code
    assert json.loads(resultat.stdout) == attendu


def test_sans_json_le_rapport_se_lit_en_francais():
    resultat = lancer(str(DONNEES / "diagnostic_terrain.xlsx"), "--epci", "200065597")

    assert "Ligne 33, colonne Souhait\u202f: «\u202fPeut-être\u202f»" in resultat.stdout
    assert "13\u202f164\u202f772" in resultat.stdout


def test_un_fichier_illisible_sort_en_deux_avec_un_message(tmp_path: Path):
    faux = tmp_path / "faux.xlsx"
    faux.write_bytes(b"PK\x03\x04tronque")

    resultat = lancer(str(faux), "--epci", "200065597", "--json")

    assert resultat.exit_code == 2
    assert "incomplet" in resultat.stderr
    assert resultat.stdout == ""


@pytest.mark.parametrize(
    "arguments", [("absent.xlsx", "--epci", "200065597"), ("absent.xlsx", "--epci", "12")]
)
def test_un_fichier_ou_un_epci_introuvable_sort_en_deux(arguments: tuple[str, ...]):
    assert lancer(*arguments).exit_code == 2
