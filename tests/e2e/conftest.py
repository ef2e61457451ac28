"""Browser journeys: one demo site and one browser for the whole run, and one sign-in a persona."""

import os
from collections.abc import Callable, Iterator

import pytest

from tests.e2e.site import servir_demo


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a demo site served for the run, or of one already served (ACCORD_E2E_SITE)."""
    deja = os.environ.get("ACCORD_E2E_SITE")
    if deja:
        yield deja
        return
    with servir_demo() as adresse:
        yield adresse


@pytest.fixture(scope="session")
def navigateur():
    """Debian's Chromium."""
    from tests.e2e.navigateur import ouvrir_navigateur

    with ouvrir_navigateur() as ouvert:
        yield ouvert


@pytest.fixture(scope="session")
def entrees() -> dict[str, dict]:
    """The cookies of each persona that has signed in during the run."""
    return {}


@pytest.fixture
def page_de(site: str, navigateur, entrees: dict[str, dict]) -> Iterator[Callable]:
    """`page_de("maire")`: a new page of that demo persona; closed at the end of the test."""
    from tests.e2e.navigateur import session

    contextes = []

    def ouvrir(persona: str | None, **options):
        if persona in entrees:
            contextes.append(session(navigateur, site, None, storage_state=entrees[persona], **options))
        else:
            contextes.append(session(navigateur, site, persona, **options))
            if persona:
                entrees[persona] = contextes[-1].storage_state()
        return contextes[-1].new_page()

    yield ouvrir
    for contexte in contextes:
        contexte.close()


@pytest.fixture
def slug(page_de) -> str:
    """The name of the demo démarche in addresses, as the list of démarches links it."""
    page = page_de("chef-de-projet")
    page.goto("/demarche/")
    adresse = page.locator("main").get_by_role("link", name="Mutualisation de").first.get_attribute("href")
    return adresse.strip("/").split("/")[1]
