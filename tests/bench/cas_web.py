"""The real site under eight connections, against the barest Django page served the same way."""

import atexit
import subprocess
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache

from tests.bench.cas import Cas, Essai
from tests.bench.charge import charger, ouvrir_session
from tests.e2e.site import DEMARCHE, RACINE, attendre, granian, port_libre, servir_demo

PAGES = 96
BUDGET_MS = PAGES / 150 * 1000
"""150 pages a second at eight connections."""

_ouverts = ExitStack()
atexit.register(_ouverts.close)


@cache
def _demo() -> tuple[str, str]:
    """The demo site and a session of its chef de projet, served until the end of the run."""
    site = _ouverts.enter_context(servir_demo(ouvriers=2))
    return site, ouvrir_session(site, "chef-de-projet")


@cache
def _nu() -> str:
    """The bare site, served by the same server with the same options."""
    port = port_libre()
    serveur = subprocess.Popen(
        [*granian(2), "--port", str(port), "tests.bench.site_nu:application"], cwd=RACINE
    )
    _ouverts.callback(serveur.terminate)
    adresse = f"http://127.0.0.1:{port}"
    attendre(adresse, serveur)
    return adresse


def _preparer(chemin: str) -> Callable[[], tuple[Essai, Essai]]:
    def preparer() -> tuple[Essai, Essai]:
        (site, temoin), nu = _demo(), _nu()
        return (
            lambda: charger(site, chemin, pages=PAGES, temoin=temoin),
            lambda: charger(nu, "/", pages=PAGES),
        )

    return preparer


CAS = [
    Cas(
        f"web: {nom}, 8 connexions",
        _preparer(chemin),
        "page Django nue de 50 lignes",
        budget_ms=BUDGET_MS,
        tours=3,
        pages=PAGES,
    )
    for nom, chemin in (
        ("liste des intercommunalités", "/territoire/"),
        ("page de l’EPCI", "/territoire/epci/200065597/"),
        ("accueil", "/"),
        ("avis des communes", f"/schema/{DEMARCHE}/avis/"),
        ("carte de chaleur", f"/diagnostic/{DEMARCHE}/carte/"),
        ("comparaison de scénarios", f"/scenarios/{DEMARCHE}/comparer/"),
    )
]
