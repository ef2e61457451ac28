"""Each main screen of the demo, as its reader sees it: accessible in both themes and on a telephone."""

import pytest

from tests.e2e.accessibilite import examiner, sans_erreur

pytestmark = pytest.mark.e2e

CHEFFE = [
    "/",
    "/attentes/",
    "/territoire/",
    "/territoire/epci/200065597/",
    "/demarche/",
    "/demarche/regles/",
    "/demarche/{slug}/",
    "/demarche/{slug}/reperes/3/",
    "/demarche/{slug}/calendrier/",
    "/demarche/{slug}/calendrier/reglages/",
    "/demarche/{slug}/instances/",
    "/demarche/{slug}/invitations/",
    "/demarche/{slug}/decisions/",
    "/demarche/{slug}/decisions/nouvelle/",
    "/demarche/{slug}/journal/",
    "/diagnostic/{slug}/",
    "/diagnostic/{slug}/deposer/",
    "/diagnostic/{slug}/services/",
    "/diagnostic/{slug}/carte/",
    "/diagnostic/{slug}/effectifs/",
    "/diagnostic/{slug}/etats/1/",
    "/scenarios/{slug}/",
    "/scenarios/{slug}/nouveau/",
    "/scenarios/{slug}/comparer/",
    "/schema/{slug}/",
    "/schema/{slug}/impacts/",
    "/schema/{slug}/rapport/",
    "/schema/{slug}/avis/",
    "/schema/{slug}/approbation/",
    "/plan/{slug}/",
    "/plan/{slug}/fiches/1/",
    "/plan/{slug}/frise/",
    "/evaluation/{slug}/",
    "/evaluation/{slug}/communications/",
    "/comptes/habilitations/",
]
AUTRES = [
    ("maire", "/"),
    ("maire", "/schema/{slug}/avis/"),
    ("maire", "/scenarios/{slug}/"),
    ("secretaire", "/"),
    ("secretaire", "/diagnostic/{slug}/"),
    ("agent", "/"),
    ("agent", "/plan/{slug}/"),
    ("evaluatrice", "/evaluation/{slug}/"),
    ("presidente", "/demarche/nouvelle/epci/"),
    (None, "/"),
    (None, "/connexion/login/"),
    (None, "/page-qui-n-existe-pas/"),
]
ECRANS = [("chef-de-projet", adresse) for adresse in CHEFFE] + AUTRES


@pytest.mark.parametrize(("persona", "adresse"), ECRANS)
def test_l_ecran_est_accessible_partout_et_ne_defile_pas_de_cote(page_de, slug, persona, adresse):
    page = page_de(persona)
    perdue = "n-existe-pas" in adresse
    with sans_erreur(page) as plaintes:
        reponse = page.goto(adresse.format(slug=slug), wait_until="networkidle")
        assert reponse.status == (404 if perdue else 200)
        if perdue:
            plaintes.clear()  # the browser itself reports the 404 that the test asks for
        constats = examiner(page)

    assert constats == {}


@pytest.mark.parametrize("page_du_scenario", ["", "perimetre/", "reglages/", "services/"])
def test_les_pages_d_un_scenario_aussi(page_de, slug, page_du_scenario):
    page = page_de("chef-de-projet")
    page.goto(f"/scenarios/{slug}/")
    adresse = page.get_by_role("link", name="Socle élargi").first.get_attribute("href")
    with sans_erreur(page):
        assert page.goto(f"{adresse}{page_du_scenario}", wait_until="networkidle").status == 200
        constats = examiner(page)

    assert constats == {}
