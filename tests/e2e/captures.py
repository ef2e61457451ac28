"""`make docs`: the guide's screenshots, desktop and telephone, taken from the demo site as each persona sees it.

`python -m tests.e2e.captures --dossier DIR` writes them elsewhere, to look at every screen.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.navigateur import BUREAU, TELEPHONE, ouvrir_navigateur, session
from tests.e2e.site import DEMARCHE, RACINE, servir_demo

IMAGES = RACINE / "docs" / "guide" / "images"


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
    Ecran("accueil-secretaire", "/", "secretaire"),
    Ecran("accueil-agent", "/", "agent"),
    Ecran("territoire", "/territoire/"),
    Ecran("epci", "/territoire/epci/200065597/"),
    Ecran("assistant", "/demarche/nouvelle/calendrier/", "dgs"),
    Ecran("demarche", f"/demarche/{DEMARCHE}/"),
    Ecran("calendrier", f"/demarche/{DEMARCHE}/calendrier/"),
    Ecran("instances", f"/demarche/{DEMARCHE}/instances/"),
    Ecran("invitations", f"/demarche/{DEMARCHE}/invitations/"),
    Ecran("journal", f"/demarche/{DEMARCHE}/journal/"),
    Ecran("diagnostic", f"/diagnostic/{DEMARCHE}/"),
    Ecran("import", f"/diagnostic/{DEMARCHE}/classeurs/1/"),
    Ecran("saisie", f"/diagnostic/{DEMARCHE}/reponses/211405428/", "secretaire"),
    Ecran("services", f"/diagnostic/{DEMARCHE}/services/"),
    Ecran("carte-chaleur", f"/diagnostic/{DEMARCHE}/carte/"),
    Ecran("effectifs", f"/diagnostic/{DEMARCHE}/effectifs/"),
    Ecran("etat-arrete", f"/diagnostic/{DEMARCHE}/etats/1/"),
    Ecran("scenarios", f"/scenarios/{DEMARCHE}/"),
    Ecran("scenario", f"/scenarios/{DEMARCHE}/1/"),
    Ecran("perimetre", f"/scenarios/{DEMARCHE}/2/perimetre/"),
    Ecran("comparaison", f"/scenarios/{DEMARCHE}/comparer/"),
    Ecran("schema", f"/schema/{DEMARCHE}/"),
    Ecran("rapport", f"/schema/{DEMARCHE}/rapport/"),
    Ecran("impacts", f"/schema/{DEMARCHE}/impacts/"),
    Ecran("avis", f"/schema/{DEMARCHE}/avis/"),
    Ecran("plan", f"/plan/{DEMARCHE}/"),
    Ecran("fiche-action", f"/plan/{DEMARCHE}/fiches/1/"),
    Ecran("frise", f"/plan/{DEMARCHE}/frise/"),
    Ecran("evaluation", f"/evaluation/{DEMARCHE}/"),
    Ecran("communication", f"/evaluation/{DEMARCHE}/communications/2027/"),
    Ecran("habilitations", "/comptes/habilitations/"),
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
