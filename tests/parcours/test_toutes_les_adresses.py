"""Every page, for every persona, on a whole démarche: an answer, never a breakdown, and no link to a dead end."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import reverse

from tests.distribution import PERSONNES
from tests.droits.adresses import Adresse, adresses
from tests.droits.arguments import arguments
from tests.parcours.conftest import Recit
from tests.parcours.pages import Page

PERSONAS = [personne[0] for personne in PERSONNES]
PROMENEURS = ("chef_projet", "maire", "secretaire", "agent", "evaluatrice")
PREVUES = {200, 302, 403, 404, 405, 410}
PAGES_AU_PLUS = 120
FICHIERS = (".xlsx", ".csv", ".ics", ".json", ".zip", "/pdf/", "/docx/", "/preuves/", "/export/")


def visitables(recit: Recit) -> Iterator[tuple[Adresse, str]]:
    """Every route with the address of a real object."""
    for adresse in adresses():
        valeurs = arguments(adresse, recit.demarche, recit.distribution)
        if valeurs is not None:
            yield adresse, reverse(adresse.nom, kwargs=valeurs)


@pytest.mark.parametrize("persona", PERSONAS)
def test_chaque_adresse_repond_sans_panne(recit: Recit, persona: str):
    client = recit.visiteur(persona).client
    visites = list(visitables(recit))

    codes = {chemin: client.get(chemin).status_code for _, chemin in visites}

    assert len(visites) > 110
    assert {chemin: code for chemin, code in codes.items() if code not in PREVUES} == {}


@pytest.mark.parametrize("persona", PROMENEURS)
def test_aucun_lien_ne_mene_a_une_impasse(recit: Recit, persona: str):
    """A page never offers what its reader may not open."""
    client = recit.visiteur(persona).client
    vues, a_voir, impasses = set(), [("/", "")], []

    while a_voir and len(vues) < PAGES_AU_PLUS:
        chemin, depuis = a_voir.pop(0)
        if _cle(chemin) in vues:
            continue
        vues.add(_cle(chemin))
        reponse = client.get(chemin)
        if reponse.status_code == 302:
            a_voir.append((urljoin(chemin, reponse["Location"]), depuis))
        elif reponse.status_code != 200:
            impasses.append(f"{depuis} → {chemin} : {reponse.status_code}")
        elif reponse.headers["Content-Type"].startswith("text/html"):
            page = Page(chemin, reponse).verifier()
            a_voir += [(lien, chemin) for lien in _liens(page)]

    assert impasses == []
    assert len(vues) > 3


def _liens(page: Page) -> list[str]:
    """The pages of the site that this one offers (files are another test)."""
    liens = [urljoin(page.adresse, ancre["href"]) for ancre in page.soupe.select("a[href]")]
    return [
        lien.partition("#")[0]
        for lien in liens
        if not urlsplit(lien).netloc
        and urlsplit(lien).scheme in ("", "http")
        and not any(fichier in lien for fichier in FICHIERS)
    ]


def _cle(chemin: str) -> str:
    """Two sorts or filters of a list are one page."""
    return urlsplit(chemin).path
