"""`accord repartir`, as a DAF types it."""

import json

import pytest
from click.testing import CliRunner

from accord.commandes import accord

BREST = "242900314"


def _lancer(*arguments):
    return CliRunner().invoke(accord, ["repartir", *arguments])


def _json(*arguments):
    return json.loads(_lancer(*arguments, "--json").stdout)


def test_la_population_municipale_de_brest_tombe_juste():
    reponse = _json("--epci", BREST, "--montant", "1000000", "--cle", "population_municipale")

    brest = next(part for part in reponse["parts"] if part["nom"] == "Brest")
    assert brest["poids"] == 140_993
    assert brest["montant_centimes"] == 66_068_893
    assert (
        sum(part["montant_centimes"] for part in reponse["parts"]) == reponse["total_centimes"] == 100_000_000
    )
    assert any("213\u202f403" in ligne for ligne in reponse["explication"])


def test_le_montant_accepte_la_virgule_et_les_espaces():
    assert _json("--epci", BREST, "--montant", "1 234,56")["total_centimes"] == 123_456


def test_sans_json_un_tableau_se_lit():
    sortie = _lancer("--epci", BREST, "--montant", "1000000").stdout

    assert "Brest Métropole" in sortie
    assert "660\u202f688,93\u00a0€" in sortie


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--epci", "123456789", "--montant", "1"), "123456789"),
        (("--epci", "abc", "--montant", "1"), "abc"),
        (("--epci", BREST, "--montant", "12,345"), "plus de deux décimales"),
        (("--epci", BREST, "--montant", "beaucoup"), "n’est pas un nombre"),
        (("--epci", BREST), "--montant"),
        (("--epci", BREST, "--montant", "1", "--cle", "magique"), "Clés possibles"),
        (("--epci", BREST, "--montant", "1", "--cle", "etp"), "Il manque le poids"),
        (("--epci", BREST, "--montant", "1", "--poids", "absent.csv"), "ne peut pas être lu"),
        (("--epci", BREST, "--montant", "1", "--cle", "mixte", "--part", "etp"), "NOM=VALEUR"),
    ],
)
def test_une_mauvaise_saisie_sort_en_2_avec_un_message_clair(arguments, message):
    resultat = _lancer(*arguments)

    assert resultat.exit_code == 2
    assert resultat.stdout == ""
    assert message in resultat.stderr


def test_un_fichier_de_poids_aux_virgules_francaises_sert_une_cle_mixte(tmp_path):
    parts = _json("--epci", BREST, "--montant", "1")["parts"]
    fichier = tmp_path / "poids.csv"
    lignes = ["siren;unites", *(f"{part['siren']};{rang},5" for rang, part in enumerate(parts))]
    fichier.write_bytes("\r\n".join(lignes).encode("utf-8-sig"))

    reponse = _json(
        "--epci", BREST, "--montant", "100", "--cle", "mixte",
        "--part", "population_municipale=0,7", "--part", "unites=0,3", "--poids", str(fichier),
    )  # fmt: skip

    assert sum(part["montant_centimes"] for part in reponse["parts"]) == 10_000


def test_un_plafond_reporte_l_excedent_sur_les_autres():
    brest = next(p["siren"] for p in _json("--epci", BREST, "--montant", "1")["parts"] if p["nom"] == "Brest")

    parts = _json("--epci", BREST, "--montant", "1000000", "--plafond", f"{brest}=500000")["parts"]

    assert {p["montant_centimes"] for p in parts if p["siren"] == brest} == {50_000_000}
