"""A pictogram that a page names exists in the sprite, and its name exists at its maker's."""

import re
from pathlib import Path

import pytest

from accord.socle.interface.statuts import STATUTS

RACINE = Path(__file__).resolve().parents[3]
LISTE = (RACINE / "scripts" / "pictogrammes.txt").read_text(encoding="utf-8").split()
NOMME = re.compile(r"""(?:<c-icone nom=|(?<=\s)icone=|{% icone )"([a-z0-9-]+)\"""")


def nommes():
    """Every pictogram named in a template, with its place."""
    for gabarit in (RACINE / "accord").rglob("templates/**/*.html"):
        for nom in NOMME.findall(gabarit.read_text(encoding="utf-8")):
            yield nom, gabarit.relative_to(RACINE)


def test_chaque_pictogramme_nomme_dans_une_page_est_dans_la_planche():
    assert [f"{lieu} : {nom}" for nom, lieu in nommes() if nom not in LISTE] == []


def test_chaque_statut_a_un_pictogramme_de_la_planche():
    assert [code for code, statut in STATUTS.items() if statut.icone not in LISTE] == []


def test_la_planche_est_rangee_et_sans_doublon():
    assert sorted(set(LISTE)) == LISTE


def test_chaque_pictogramme_existe_chez_son_editeur():
    dossier = RACINE / "node_modules" / "bootstrap-icons" / "icons"
    if not dossier.exists():
        pytest.skip("les paquets npm ne sont pas installés")
    assert [nom for nom in LISTE if not (dossier / f"{nom}.svg").exists()] == []
