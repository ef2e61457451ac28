"""The words of the code are those of `docs/glossaire.md`, or plain technical English."""

import re
from pathlib import Path

import pytest

from tests.gardefous.lecture import DOCS, Identifiant, classes_publiques, fonctions_publiques, mots_de

GLOSSAIRE = DOCS / "glossaire.md"
MOTS_TECHNIQUES = Path(__file__).parent / "mots_techniques.txt"


def identifiants_du_glossaire() -> set[str]:
    """Every identifier given between backquotes in the third column of the glossary's tables."""
    trouves: set[str] = set()
    for ligne in GLOSSAIRE.read_text(encoding="utf-8").splitlines():
        cellules = [cellule.strip() for cellule in ligne.strip().strip("|").split("|")]
        if ligne.startswith("|") and len(cellules) >= 3:
            trouves.update(re.findall(r"`([a-z0-9_]+)`", cellules[2]))
    return trouves


def mots_connus() -> set[str]:
    du_glossaire = {mot for identifiant in identifiants_du_glossaire() for mot in mots_de(identifiant)}
    techniques = {
        ligne.split("#")[0].strip() for ligne in MOTS_TECHNIQUES.read_text(encoding="utf-8").splitlines()
    }
    return du_glossaire | techniques - {""}


def inconnus(identifiants: list[Identifiant], connus: set[str]) -> list[str]:
    return [
        f"{identifiant.lieu}  {identifiant.nom} : « {mot} »"
        for identifiant in identifiants
        for mot in identifiant.mots
        if len(mot) > 1 and mot not in connus and not (mot[-1] in "sx" and mot[:-1] in connus)
    ]


@pytest.mark.parametrize(
    ("famille", "identifiants"),
    [
        ("modèles", list(classes_publiques("models"))),
        ("énumérations", list(classes_publiques("enums"))),
        ("événements", list(classes_publiques("evenements"))),
        ("services", list(fonctions_publiques("services"))),
    ],
)
def test_chaque_mot_d_un_nom_public_est_dans_le_glossaire(famille, identifiants):
    fautifs = inconnus(identifiants, mots_connus())

    assert not fautifs, (
        f"Mots inconnus dans les {famille}. Un mot de la loi ou du métier s’ajoute à docs/glossaire.md "
        f"(terme, sens, identifiant, source) ; un mot technique anglais s’ajoute à "
        f"tests/gardefous/mots_techniques.txt ; sinon, changez le nom.\n" + "\n".join(fautifs)
    )


def test_un_mot_francais_absent_du_glossaire_est_signale():
    fautifs = inconnus([Identifiant("PlanFarfelu", "exemple.py:1")], mots_connus() | {"plan"})

    assert fautifs == ["exemple.py:1  PlanFarfelu : « farfelu »"]


def test_le_pluriel_d_un_mot_connu_est_accepte():
    assert inconnus([Identifiant("creer_indicateurs", "exemple.py:1")], mots_connus()) == []


def test_le_decoupage_reconnait_les_sigles_et_les_tirets_bas():
    assert mots_de("EPCIReference") == ["epci", "reference"]
    assert mots_de("notifier_rapport_2026") == ["notifier", "rapport"]


def test_chaque_ligne_du_glossaire_a_terme_sens_identifiant_et_source():
    incompletes = [
        ligne
        for ligne in GLOSSAIRE.read_text(encoding="utf-8").splitlines()
        if ligne.startswith("|")
        and any(not cellule.strip() for cellule in ligne.strip().strip("|").split("|"))
    ]

    assert incompletes == []


def test_les_termes_du_glossaire_sont_uniques():
    termes = [
        ligne.split("|")[1].strip()
        for ligne in GLOSSAIRE.read_text(encoding="utf-8").splitlines()
        if ligne.startswith("|") and not set(ligne) <= set("|- ") and "| identifiant |" not in ligne
    ]

    assert sorted(termes) == sorted(set(termes))


def test_les_identifiants_du_glossaire_sont_sans_accent_et_en_minuscules():
    colonne = [
        identifiant
        for ligne in GLOSSAIRE.read_text(encoding="utf-8").splitlines()
        if ligne.startswith("|")
        for identifiant in re.findall(r"`([^`]+)`", ligne.split("|")[3] if ligne.count("|") > 3 else "")
    ]

    assert colonne
    assert [i for i in colonne if not re.fullmatch(r"[a-z0-9_]+", i)] == []
