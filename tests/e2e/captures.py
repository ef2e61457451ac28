"""`make docs`: the guide's screenshots, desktop and telephone, taken from the demo site as each persona sees it.

`python -m tests.e2e.captures --dossier DIR` writes them elsewhere, to look at every screen.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.navigateur import BUREAU, TELEPHONE, ouvrir_navigateur, session
from tests.e2e.site import RACINE, servir_demo

IMAGES = RACINE / "docs" / "guide" / "images"
DEMARCHE = "caen-la-mer-2026"


@dataclass(frozen=True)
class Ecran:
    """A screen of the guide: file name, path, persona, and whether the telephone view is kept too."""

    nom: str
    chemin: str
    persona: str | None = "chef-de-projet"
    telephone: bool = True
    entiere: bool = False


ECRANS = (
    Ecran("connexion", "/connexion/login/", None),
    Ecran("accueil", "/"),
    Ecran("accueil-maire", "/", "maire"),
    Ecran("epci", "/territoire/200065597/"),
    Ecran("demarche", f"/demarche/{DEMARCHE}/"),
    Ecran("diagnostic", f"/diagnostic/{DEMARCHE}/"),
    Ecran("scenario", f"/scenarios/{DEMARCHE}/"),
    Ecran("schema", f"/schema/{DEMARCHE}/"),
    Ecran("plan", f"/plan/{DEMARCHE}/"),
    Ecran("evaluation", f"/evaluation/{DEMARCHE}/"),
)


def capturer(site: str, dossier: Path) -> None:
    """Write every screen as PNG: `<name>.png`, and `<name>-telephone.png` when asked."""
    dossier.mkdir(parents=True, exist_ok=True)
    with ouvrir_navigateur() as navigateur:
        for taille, suffixe in ((BUREAU, ""), (TELEPHONE, "-telephone")):
            for persona in dict.fromkeys(ecran.persona for ecran in ECRANS):
                contexte = session(navigateur, site, persona, taille)
                page = contexte.new_page()
                for ecran in ECRANS:
                    if ecran.persona == persona and (ecran.telephone or not suffixe):
                        reponse = page.goto(ecran.chemin, wait_until="networkidle")
                        if not reponse or reponse.status != 200:
                            raise RuntimeError(f"{ecran.chemin} répond {reponse and reponse.status}")
                        page.screenshot(path=dossier / f"{ecran.nom}{suffixe}.png", full_page=ecran.entiere)
                contexte.close()


def main() -> None:
    analyseur = argparse.ArgumentParser(description=__doc__)
    analyseur.add_argument("--dossier", type=Path, default=IMAGES)
    analyseur.add_argument("--site", help="an address already served, instead of a new demo site")
    options = analyseur.parse_args()
    if options.site:
        capturer(options.site, options.dossier)
        return
    with servir_demo() as site:
        capturer(site, options.dossier)


if __name__ == "__main__":
    main()
