"""Role × verb × stage, measured through the real doors; `docs/droits.md` is written from it."""

from collections import defaultdict
from pathlib import Path

from django.http import Http404

from accord.socle.droits import Acteur, decider, permissions_declarees
from tests.distribution import PERSONNES, Distribution
from tests.droits.adresses import Adresse, adresses
from tests.droits.arguments import arguments
from tests.droits.etapes import ETAPES, Lieu, parcourir

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "droits.md"
OUI, NON, INVISIBLE, SANS_OBJET = "oui", "non", "invisible", "—"
PERSONAS = [personne[0] for personne in PERSONNES]
TITRES = {
    "chef_projet": "chef·fe de projet",
    "presidente": "présidente",
    "dgs": "DGS de l’EPCI",
    "drh": "DRH de l’EPCI",
    "maire": "maire d’une commune",
    "secretaire": "secrétaire de mairie",
    "elu_jeunesse": "élu à la jeunesse",
    "agent": "agent·e",
    "syndicat": "représentant·e du personnel",
    "evaluatrice": "évaluatrice",
    "intrus": "élu d’un autre EPCI",
}

Matrice = dict[str, dict[str, dict[str, str]]]
"""stage → permission code → persona → answer"""


def mesurer(distribution: Distribution) -> Matrice:
    """Play the story and ask every door, at every stage, for every persona."""
    return {lieu.etape: _reponses(lieu, distribution) for lieu in parcourir(distribution)}


def _reponses(lieu: Lieu, distribution: Distribution) -> dict[str, dict[str, str]]:
    acteurs = {nom: distribution.acteur(nom) for nom in PERSONAS}
    par_code: dict[str, dict[str, str]] = defaultdict(dict)
    for adresse in adresses():
        if adresse.exigence in (None, "publique"):
            continue
        valeurs = arguments(adresse, lieu.demarche, distribution)
        for nom, acteur in acteurs.items():
            reponse = SANS_OBJET if valeurs is None else interroger(adresse, acteur, valeurs)
            connue = par_code[adresse.exigence].get(nom, SANS_OBJET)
            par_code[adresse.exigence][nom] = _la_plus_ouverte(connue, reponse)
    return par_code


def interroger(adresse: Adresse, acteur: Acteur, valeurs: dict) -> str:
    """What the view's own door and predicate answer to this actor."""
    try:
        objet = adresse.porte(acteur, **valeurs) if adresse.porte else None
    except Http404:
        return INVISIBLE
    return OUI if decider(adresse.exigence or "", acteur, objet) else NON


def _la_plus_ouverte(une: str, autre: str) -> str:
    """A code required by several addresses is « oui » as soon as one of them lets the actor in."""
    ordre = (SANS_OBJET, INVISIBLE, NON, OUI)
    return max(une, autre, key=ordre.index)


def en_markdown(matrice: Matrice) -> str:
    """The document: one table an app at the last stage, then what changes with the stage."""
    libelles = {p.code: p.libelle for p in permissions_declarees()}
    derniere = matrice[ETAPES[-1]]
    lignes = [
        "# Qui peut faire quoi",
        "",
        "Page écrite par `make docs` en interrogeant les vraies portes du site, pour chaque persona des tests, à",
        "chaque étape d’une démarche jouée de bout en bout. « non » : la page se voit, l’acte est refusé avec sa",
        "raison. « invisible » : la réponse est « introuvable ». « — » : rien de tel n’existe encore. Les pages",
        "d’une commune sont celles de Bourg-le-Pont, dont le maire est ici ; celles du diagnostic, de Petitbois,",
        "dont la secrétaire est ici.",
        "",
    ]
    for app in dict.fromkeys(code.partition(".")[0] for code in sorted(derniere)):
        lignes += [f"## {app}", "", f"Étape : {ETAPES[-1]}.", "", *_tableau(app, derniere, libelles), ""]
    return "\n".join([*lignes, "## Ce qui change avec l’étape", "", *_changements(matrice, libelles), ""])


def _tableau(app: str, reponses: dict[str, dict[str, str]], libelles: dict[str, str]) -> list[str]:
    entete = ["acte", *(TITRES[nom] for nom in PERSONAS)]
    lignes = [f"| {' | '.join(entete)} |", f"|{' --- |' * len(entete)}"]
    for code in sorted(reponses):
        if code.startswith(f"{app}."):
            cellules = [libelles[code], *(reponses[code][nom] for nom in PERSONAS)]
            lignes.append(f"| {' | '.join(cellules)} |")
    return lignes


def _changements(matrice: Matrice, libelles: dict[str, str]) -> list[str]:
    lignes = []
    for code in sorted(matrice[ETAPES[-1]]):
        for nom in PERSONAS:
            suite = [matrice[etape][code][nom] for etape in ETAPES]
            if len({reponse for reponse in suite if reponse != SANS_OBJET}) > 1:
                etapes = ", ".join(f"{etape} : {r}" for etape, r in zip(ETAPES, suite, strict=True))
                lignes.append(f"- **{libelles[code]}**, {TITRES[nom]} — {etapes}.")
    return lignes
