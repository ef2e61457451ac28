"""Without a mouse: reach the content, walk the stepper, read the heat-map, move on the map, answer a form."""

import pytest

pytestmark = pytest.mark.e2e
ACTIF = "document.activeElement"


def avancer_jusqu_a(page, selecteur: str, au_plus: int = 80) -> None:
    """Press Tab until the focus is there, as someone without a mouse does."""
    for _ in range(au_plus):
        page.keyboard.press("Tab")
        if page.evaluate(f"{ACTIF}.matches({selecteur!r})"):
            return
    raise AssertionError(f"{selecteur} n’est pas atteint en {au_plus} tabulations")


def le_focus_se_voit(page) -> bool:
    """An outline, a shadow or (on the map) a thick line is drawn around what holds the focus."""
    return page.evaluate(
        f"""() => {{
          const s = getComputedStyle({ACTIF});
          const autour = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;
          const trait = {ACTIF} instanceof SVGElement && parseFloat(s.strokeWidth) >= 3;
          return autour || trait || s.boxShadow !== 'none';
        }}"""
    )


def test_le_lien_d_evitement_mene_aux_rubriques_de_la_demarche(page_de, slug):
    page = page_de("chef-de-projet")
    page.goto(f"/demarche/{slug}/")

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{ACTIF}.textContent") == "Aller aux rubriques de la démarche"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate(f"Boolean({ACTIF}.closest('#rubriques'))")


def test_les_huit_reperes_se_parcourent_et_s_ouvrent_au_clavier(page_de, slug):
    page = page_de("chef-de-projet")
    page.goto(f"/demarche/{slug}/")
    reperes = f"a[href^='/demarche/{slug}/reperes/']"

    avancer_jusqu_a(page, reperes)
    vus = [page.evaluate(f"{ACTIF}.getAttribute('href')")]
    while len(vus) < 8:
        assert le_focus_se_voit(page)
        page.keyboard.press("Tab")
        vus.append(page.evaluate(f"{ACTIF}.getAttribute('href')"))

    assert vus == [f"/demarche/{slug}/reperes/{numero}/" for numero in range(1, 9)]
    page.keyboard.press("Enter")
    page.wait_for_url("**/reperes/8/")
    assert page.get_by_role("heading", level=1).is_visible()


def test_la_carte_de_chaleur_se_lit_et_se_suit_au_clavier(page_de, slug):
    page = page_de("chef-de-projet")
    page.goto(f"/diagnostic/{slug}/carte/")

    avancer_jusqu_a(page, f"a[href^='/diagnostic/{slug}/services/?service=']", 120)
    assert le_focus_se_voit(page)
    avancer_jusqu_a(page, "tbody th a")
    commune = page.evaluate(f"{ACTIF}.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reponses/**")

    assert commune in page.inner_text("h1")


def test_la_carte_de_chaleur_defile_au_clavier_quand_elle_deborde(page_de, slug):
    page = page_de("chef-de-projet", taille={"width": 360, "height": 780})
    page.goto(f"/diagnostic/{slug}/carte/")
    cadre = page.locator("table").first.locator("xpath=ancestor::*[@tabindex='0'][1]")

    cadre.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)

    assert cadre.get_attribute("aria-label") or cadre.get_attribute("aria-labelledby")
    assert cadre.evaluate("e => e.scrollLeft") > 0


def test_la_carte_du_territoire_se_parcourt_aux_fleches(page_de):
    page = page_de("maire")
    page.goto("/territoire/epci/200065597/")
    page.wait_for_selector("[data-accord-carte-prete]")

    avancer_jusqu_a(page, ".contour")
    premiere = page.evaluate(f"{ACTIF}.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")

    assert page.evaluate(f"{ACTIF}.getAttribute('aria-label')") != premiere
    assert le_focus_se_voit(page)


def test_un_formulaire_se_remplit_et_s_envoie_sans_souris(page_de, slug):
    page = page_de("chef-de-projet")
    page.goto(f"/demarche/{slug}/decisions/nouvelle/")

    avancer_jusqu_a(page, "#id_intitule")
    page.keyboard.type("Décision prise au clavier")
    avancer_jusqu_a(page, "main button[type=submit], main form button:not([type=button])")
    page.keyboard.press("Enter")

    page.get_by_text("La décision est enregistrée.").wait_for()
    assert page.inner_text("h1") == "Décision prise au clavier"
