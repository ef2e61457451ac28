"""How the pages of the whole product use the components: mistakes that would show nothing on screen."""

import re
from pathlib import Path

GABARITS = sorted((Path(__file__).resolve().parents[3] / "accord").rglob("templates/**/*.html"))
FILTRE_PERDU = re.compile(r'<c-[a-z-]+\b[^>]*?\s:[a-z_]+="[^"{]*\|[^"]*"')
COMPOSANT = re.compile(r"<c-([a-z-]+)")
STYLE = re.compile(r'\sstyle="')
SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)")
COURRIELS = "courriels"


def fautifs(motif, gabarits=GABARITS):
    return [str(g) for g in gabarits if motif.search(g.read_text(encoding="utf-8"))]


def test_un_attribut_dynamique_ne_contient_pas_de_filtre():
    """`:total="lignes|length"` would silently give nothing: write `total="{{ lignes|length }}"`."""
    assert fautifs(FILTRE_PERDU) == []


def test_chaque_composant_employe_existe():
    existants = {g.stem.replace("_", "-") for g in GABARITS if g.parent.name == "cotton"} | {"vars", "slot"}
    employes = {nom for g in GABARITS for nom in COMPOSANT.findall(g.read_text(encoding="utf-8"))}
    assert employes - existants == set()


def test_chaque_composant_est_employe():
    existants = {g.stem.replace("_", "-") for g in GABARITS if g.parent.name == "cotton"}
    employes = {nom for g in GABARITS for nom in COMPOSANT.findall(g.read_text(encoding="utf-8"))}
    assert existants - employes == set()


def test_aucune_page_n_ecrit_de_style_ni_de_script():
    pages = [g for g in GABARITS if COURRIELS not in g.parts]
    assert fautifs(STYLE, pages) + fautifs(SCRIPT, pages) == []
