"""What the repository must never hold, and what each app must hold."""

import re

import pytest

from tests.gardefous.lecture import ACCORD, applications, fichiers, gabarits, nom

# Written in pieces so that this file does not find itself.
ADRESSES_DE_REGISTRES = [
    "registry." + "npmjs",
    "registry." + "yarnpkg",
    "files." + "pythonhosted",
    "pypi." + "org/simple",
    "proxy." + "golang",
]
CHEMINS_DE_MACHINE = [
    rf"(?<![\w.<])/{dossier}/[\w.]" for dossier in ("wo" + "rk", "ro" + "ot", "home", "Users")
]
INTERDITS = re.compile("|".join([*map(re.escape, ADRESSES_DE_REGISTRES), *CHEMINS_DE_MACHINE]))
BINAIRES = {
    ".png",
    ".jpg",
    ".xlsx",
    ".docx",
    ".pdf",
    ".gz",
    ".xz",
    ".lzma",
    ".zip",
    ".ico",
    ".woff2",
    ".otf",
    ".ttf",
}


def textes():
    return [c for c in fichiers() if c.suffix not in BINAIRES and c.stat().st_size < 2_000_000]


def test_aucune_adresse_de_registre_ni_chemin_de_machine():
    fautifs = [
        f"{nom(chemin)}:{numero} {trouve.group()}"
        for chemin in textes()
        for numero, ligne in enumerate(chemin.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if (trouve := INTERDITS.search(ligne))
    ]

    assert fautifs == []


@pytest.mark.parametrize(
    "texte", ["https://registry." + "npmjs.org/x", "see /ho" + "me/moi/x", "('/wo" + "rk/main')"]
)
def test_une_adresse_ou_un_chemin_de_machine_est_reconnu(texte):
    assert INTERDITS.search(texte)


@pytest.mark.parametrize("texte", ["docs/guide/images", "https://example.org/home-page", "a/home/b"])
def test_un_chemin_relatif_ou_une_adresse_publique_est_accepte(texte):
    assert not INTERDITS.search(texte)


def test_chaque_application_a_son_readme():
    sans_readme = [a for a in applications() if not (ACCORD / a / "README.md").exists()]

    assert sans_readme == []


def test_chaque_migration_porte_un_nom_qui_dit_ce_qu_elle_fait():
    anonymes = [
        nom(c) for c in fichiers() if c.parent.name == "migrations" and re.match(r"\d{4}_auto", c.name)
    ]

    assert anonymes == []


def test_aucun_module_fourre_tout():
    fourre_tout = {"utils", "helpers", "common", "misc", "mixins", "managers", "signals"}

    assert [nom(c) for c in fichiers() if c.suffix == ".py" and c.stem in fourre_tout] == []


def test_aucun_code_tiers_n_est_commis():
    tiers = [
        nom(c) for c in fichiers() if c.name.endswith((".min.js", ".min.css")) or "node_modules" in c.parts
    ]

    assert tiers == []


def test_les_gabarits_n_ont_ni_script_ni_style_en_ligne():
    en_ligne = re.compile(
        r"<style\b|<script(?![^>]*\bsrc=)(?![^>]*application/json)|\son[a-z]+=\"|javascript:"
    )
    fautifs = [nom(c) for c in gabarits() if "courriels" not in c.parts and en_ligne.search(c.read_text())]

    assert fautifs == []
