"""Every act written in the journal reads as a French sentence."""

import ast
from pathlib import Path

from accord.socle.journal.phrases import phrases_declarees

PRODUIT = Path(__file__).resolve().parents[2] / "accord"


def codes_consignes() -> dict[str, str]:
    """Code → place, for every literal code given to `consigner` in the product."""
    codes = {}
    for fichier in sorted(PRODUIT.rglob("*.py")):
        for noeud in ast.walk(ast.parse(fichier.read_text())):
            if isinstance(noeud, ast.Call) and getattr(noeud.func, "id", "") == "consigner":
                for argument in noeud.keywords:
                    if argument.arg == "code" and isinstance(argument.value, ast.Constant):
                        codes[argument.value.value] = f"{fichier.relative_to(PRODUIT)}:{noeud.lineno}"
    return codes


def test_chaque_acte_consigne_a_sa_phrase() -> None:
    declares = phrases_declarees()

    muets = {code: place for code, place in codes_consignes().items() if code not in declares}

    assert muets == {}


def test_chaque_phrase_sert_a_un_acte_consigne() -> None:
    consignes = set(codes_consignes())

    assert [
        code for code in phrases_declarees() if code not in consignes and not code.startswith("essai.")
    ] == []


def test_chaque_phrase_dit_qui_agit() -> None:
    sans_sujet = [
        code
        for code, phrase in phrases_declarees().items()
        if "{qui}" not in phrase and not code.startswith("essai.")
    ]

    assert sans_sujet == []
