"""Debian's Chromium, started so that it never looks outside this machine, and the sign-in of a persona."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from accord.demonstration.personnes import MOT_DE_PASSE

OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
BUREAU = {"width": 1280, "height": 900}
TELEPHONE = {"width": 360, "height": 780}


@contextmanager
def ouvrir_navigateur() -> Iterator[Browser]:
    """A headless browser for as long as the block lasts."""
    with sync_playwright() as playwright:
        navigateur = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=OPTIONS)
        try:
            yield navigateur
        finally:
            navigateur.close()


def session(
    navigateur: Browser, site: str, persona: str | None, taille: dict | None = None, **options
) -> BrowserContext:
    """A browser session of a demo persona (None: nobody signed in)."""
    contexte = navigateur.new_context(base_url=site, viewport=taille or BUREAU, locale="fr-FR", **options)
    if persona:
        page = contexte.new_page()
        page.goto("/connexion/login/")
        page.fill("input[name=login]", f"{persona}@demo.example")
        page.fill("input[name=password]", MOT_DE_PASSE)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(lambda adresse: "/connexion/" not in adresse)
        page.close()
    return contexte
