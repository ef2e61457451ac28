"""Browser journeys: one demo site and one browser for the whole run."""

from collections.abc import Callable, Iterator

import pytest

from tests.e2e.site import servir_demo


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a demo site served for the run."""
    with servir_demo() as adresse:
        yield adresse


@pytest.fixture(scope="session")
def navigateur():
    """Debian's Chromium."""
    from tests.e2e.navigateur import ouvrir_navigateur

    with ouvrir_navigateur() as ouvert:
        yield ouvert


@pytest.fixture
def page_de(site: str, navigateur) -> Iterator[Callable]:
    """`page_de("maire")`: a new page of that demo persona; closed at the end of the test."""
    from tests.e2e.navigateur import session

    contextes = []

    def ouvrir(persona: str | None, **options):
        contextes.append(session(navigateur, site, persona, **options))
        return contextes[-1].new_page()

    yield ouvrir
    for contexte in contextes:
        contexte.close()
