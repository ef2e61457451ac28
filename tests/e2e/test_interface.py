"""The frame of the site in a real browser: both themes, narrow screens, keyboard, no JavaScript, paper."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.e2e
REGLES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
}
TRES_ETROIT = {"width": 320, "height": 640}
PUBLIQUES = ["/", "/interface/", "/guide/", "/accessibilite/", "/mentions/", "/connexion/login/"]
PRIVEES = ["/", "/attentes/", "/recherche/?q=caen", "/courriels/", "/comptes/profil/", "/demarche/"]


def violations(page):
    """What axe finds, in one readable line each."""
    resultat = Axe().run(page, options=REGLES).response
    return [f"{v['id']} : {v['nodes'][0]['html'][:120]}" for v in resultat["violations"]]


def deborde(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("adresse", PUBLIQUES)
def test_les_pages_publiques_sont_accessibles_dans_les_deux_themes(page_de, adresse, theme):
    page = page_de(None, color_scheme=theme)
    page.goto(adresse)
    assert violations(page) == []


@pytest.mark.parametrize("adresse", PRIVEES)
def test_les_pages_communes_sont_accessibles_et_tiennent_en_320_pixels(page_de, adresse):
    page = page_de("secretaire", taille=TRES_ETROIT)
    page.goto(adresse)
    assert violations(page) == []
    assert not deborde(page)


def test_la_galerie_tient_en_320_pixels(page_de):
    page = page_de(None, taille=TRES_ETROIT)
    page.goto("/interface/")
    assert not deborde(page)


def test_le_premier_tab_mene_au_contenu(page_de):
    page = page_de("secretaire")
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"


def test_echap_ferme_un_menu_et_rend_le_clavier_a_son_bouton(page_de):
    page = page_de("secretaire")
    page.goto("/")
    page.locator("details.menu summary").last.press("Enter")
    assert page.get_by_role("button", name="Se déconnecter").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("button", name="Se déconnecter").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_apres_un_refus_le_resume_des_erreurs_prend_le_clavier_et_mene_aux_champs(page_de):
    page = page_de(None)
    page.goto("/interface/")
    assert page.evaluate("document.activeElement.className") == "resume-erreurs"
    page.get_by_role("link", name="Effectif (ETP)").click()
    assert page.evaluate("document.activeElement.value") == "beaucoup"


def test_le_theme_se_choisit_et_reste(page_de):
    page = page_de(None, color_scheme="light")
    page.goto("/interface/")
    clair = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Sombre").click()
    page.goto("/guide/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != clair


def test_sans_javascript_on_se_connecte_on_change_de_theme_et_on_lit(page_de):
    page = page_de("secretaire", java_script_enabled=False)
    page.goto("/")
    page.locator("details.menu summary").last.click()
    page.get_by_role("button", name="Clair").click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Bonjour")


def test_aucune_page_ne_demande_rien_hors_du_site(page_de, site):
    page = page_de("secretaire")
    demandes = []
    page.on("request", lambda requete: demandes.append(requete.url))
    for adresse in PRIVEES:
        page.goto(adresse)
    assert [url for url in demandes if not url.startswith((site, "data:"))] == []


def test_la_politique_de_securite_n_est_jamais_enfreinte(page_de):
    page = page_de("chef-de-projet")
    plaintes = []
    page.on("console", lambda message: plaintes.append(message.text) if message.type == "error" else None)
    for adresse in [*PRIVEES, "/interface/", "/territoire/epci/200065597/"]:
        page.goto(adresse)
    assert plaintes == []


def test_sur_papier_il_reste_le_sujet_et_rien_a_cliquer(page_de):
    page = page_de(None)
    page.goto("/interface/")
    page.emulate_media(media="print")
    assert page.get_by_role("heading", level=1).is_visible()
    assert not page.locator(".page-action").is_visible()
    assert not page.locator(".filtres").first.is_visible()
