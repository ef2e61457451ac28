"""A day of work in a real browser: the chef de projet, a mayor, the clerk of a small commune."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.e2e.accessibilite import sans_erreur

pytestmark = pytest.mark.e2e
ROSEL = "211405428"


def telecharger(page: Page, nom: str) -> bytes:
    """Click a link that gives a file, and read it."""
    with page.expect_download() as attendu:
        page.get_by_role("link", name=nom).first.click()
    return Path(attendu.value.path()).read_bytes()


def cliquer(page: Page, nom: str, dans: str = "main") -> None:
    page.locator(dans).get_by_role("link", name=nom).first.click()


def test_la_cheffe_de_projet_va_de_l_accueil_aux_preuves(page_de, slug):
    page = page_de("chef-de-projet")
    with sans_erreur(page):
        page.goto("/")
        cliquer(page, "Mutualisation de CU Caen la Mer")
        expect(page.get_by_text("Prochaines échéances")).to_be_visible()

        cliquer(page, "Diagnostic", dans="#rubriques")
        cliquer(page, "Carte")
        assert page.locator("td.chaleur").count() > 48 * 4
        cliquer(page, "Coût")
        page.wait_for_url("**couche=cout**")
        assert load_workbook(BytesIO(telecharger(page, "Exporter"))).active.max_row > 48

        cliquer(page, "Scénarios", dans="#rubriques")
        page.get_by_role("button", name="Comparer").click()
        page.wait_for_url("**/comparer/**")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.locator("main table").count() >= 1

        cliquer(page, "Schéma", dans="#rubriques")
        assert len(PdfReader(BytesIO(telecharger(page, "PDF"))).pages) > 5
        preuves = zipfile.ZipFile(BytesIO(telecharger(page, "Dossier de preuve")))
        assert "MANIFEST.json" in preuves.namelist()

        cliquer(page, "Plan d’actions", dans="#rubriques")
        expect(page.locator("main table").first).to_be_visible()
        cliquer(page, "Évaluation", dans="#rubriques")
        expect(page.get_by_role("heading", level=1, name="Évaluation")).to_be_visible()


def test_la_cheffe_de_projet_engage_une_action_et_note_une_etape(page_de, slug):
    page = page_de("chef-de-projet")
    with sans_erreur(page):
        page.goto(f"/plan/{slug}/fiches/1/")
        avant = page.get_by_text("Faite le").count()
        page.get_by_role("link", name="Noter faite").first.click()
        page.get_by_role("button", name="Enregistrer").click()
        expect(page.get_by_text("Étape faite")).to_be_visible()

    assert page.get_by_text("Faite le").count() == avant + 1


def test_le_maire_lit_sa_fiche_et_donne_l_avis_de_son_conseil(page_de, slug):
    page = page_de("maire", taille={"width": 360, "height": 780})
    with sans_erreur(page):
        page.goto("/")
        page.get_by_role("link", name="de moins en").or_(page.get_by_role("link", name="de plus en")).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Verson")

        page.goto("/")
        page.get_by_role("link", name="Avis du conseil municipal").click()
        page.get_by_label("Favorable avec réserves").check()
        page.get_by_label("Date de la délibération").fill(date.today().isoformat())  # noqa: DTZ011
        page.get_by_label("Numéro de la délibération").fill("2026-88")
        page.get_by_role("button", name="Enregistrer l’avis").click()
        expect(page.get_by_text("Écrivez les réserves du conseil municipal.").first).to_be_visible()
        assert page.get_by_label("Numéro de la délibération").input_value() == "2026-88"

        page.get_by_role("textbox", name="Réserves").fill("Une permanence à Verson le mardi.")
        page.get_by_role("button", name="Enregistrer l’avis").click()
        expect(page.get_by_text("Avis noté pour Verson")).to_be_visible()


def test_la_secretaire_corrige_son_diagnostic_au_classeur_et_a_l_ecran(page_de, slug):
    adresse = f"/diagnostic/{slug}/reponses/{ROSEL}/"
    cheffe = page_de("chef-de-projet")
    cheffe.goto(adresse)
    cheffe.get_by_text("Rendre pour correction").click()
    cheffe.get_by_label("Ce qui est à corriger").fill("Précisez le coût de la voirie.")
    cheffe.get_by_role("button", name="Rendre la réponse").click()

    page = page_de("secretaire")
    with sans_erreur(page):
        page.goto("/")
        page.goto(adresse)
        expect(page.get_by_text("Précisez le coût de la voirie.")).to_be_visible()
        classeur = telecharger(page, "Télécharger le classeur prérempli")
        cliquer(page, "Déposer le classeur rempli")
        page.set_input_files(
            "input[type=file]",
            {
                "name": "rosel.xlsx",
                "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "buffer": classeur,
            },
        )
        page.get_by_role("button", name="Vérifier le classeur").click()
        expect(page.get_by_text("Lignes acceptées", exact=True)).to_be_visible()

        page.goto(adresse)
        cliquer(page, "Remplir les services à l’écran")
        page.get_by_label("Condition, Voirie").fill("garder l’agent à Rosel")
        page.get_by_role("button", name="Enregistrer").click()
        expect(page.get_by_text("garder l’agent à Rosel")).to_be_visible()
        page.get_by_role("button", name="Transmettre la réponse").click()
        expect(page.get_by_text("Votre réponse est transmise. Merci.")).to_be_visible()


def test_l_agente_lit_ce_qui_la_concerne_et_rien_des_autres(page_de, slug):
    page = page_de("agent")
    with sans_erreur(page):
        page.goto("/")
        expect(page.get_by_text("Quels services sont concernés")).to_be_visible()
    reponse = page.goto(f"/diagnostic/{slug}/reponses/{ROSEL}/agents/")

    assert reponse.status in (403, 404)
