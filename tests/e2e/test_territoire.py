"""The map of an EPCI in a real browser: drawn, reached with the keyboard, never alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.e2e
CAEN_LA_MER = "/territoire/epci/200065597/"
CARTE_PRETE = "[data-accord-carte-prete]"


@pytest.fixture
def page(page_de):
    ouverte = page_de("chef-de-projet")
    ouverte.goto(CAEN_LA_MER)
    ouverte.wait_for_selector(CARTE_PRETE)
    return ouverte


def test_la_carte_dessine_chaque_commune_avec_son_nom(page):
    noms = page.eval_on_selector_all(
        ".contour", "formes => formes.map(forme => forme.getAttribute('aria-label'))"
    )

    assert len(noms) == 48
    assert all(noms)


def test_les_fleches_passent_d_une_commune_a_l_autre_et_designent_sa_ligne(page):
    page.focus(".contour[tabindex='0']")

    page.keyboard.press("ArrowRight")

    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Bénouville")
    assert page.inner_text("tr.designee th") == "Bénouville"


def test_entree_ouvre_la_page_de_la_commune(page):
    page.focus(".contour[tabindex='0']")

    page.keyboard.press("Enter")
    page.wait_for_url("**/territoire/communes/**")

    assert page.inner_text("h1") == "Authie"


def test_sans_la_carte_le_tableau_reste(page_de):
    page = page_de("chef-de-projet")
    page.route("**/carte.json", lambda requete: requete.abort())

    page.goto(CAEN_LA_MER)
    page.wait_for_selector("text=La carte n’a pas pu être chargée")

    assert page.locator("tbody tr[id^=commune-]").count() == 48


def test_la_recherche_affine_la_liste_sans_quitter_le_clavier(page_de):
    page = page_de("chef-de-projet")
    page.goto("/territoire/")

    page.type("#id_q", "cæn la mer")
    page.wait_for_url("**q=c*")

    assert page.inner_text("#resultats tbody th") == "CU Caen la Mer"
    assert page.evaluate("document.activeElement.id") == "id_q"


@pytest.mark.parametrize(
    "adresse", ["/territoire/", "/territoire/?q=verson", CAEN_LA_MER, "/territoire/communes/14118/"]
)
def test_les_pages_du_territoire_sont_accessibles(page_de, adresse):
    page = page_de("chef-de-projet")
    page.goto(adresse, wait_until="networkidle")

    resultat = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa"]})

    assert resultat.violations_count == 0, resultat.generate_report()


def test_rien_ne_deborde_sur_un_telephone(page_de):
    page = page_de("chef-de-projet", taille={"width": 320, "height": 640})
    page.goto(CAEN_LA_MER, wait_until="networkidle")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
