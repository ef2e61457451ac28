"""Rows of tables, kept once rendered: they depend on frozen public data alone, never on who reads them.

A table of 158 communes costs twenty milliseconds to render and none to keep; a change in the data is another key.
"""

import functools

from django.template.loader import render_to_string

from accord.territoire.selectors.fiche import LigneCommune
from accord.territoire.selectors.liste import LigneEpci

EN_MEMOIRE = 128


@functools.lru_cache(maxsize=EN_MEMOIRE)
def rendre_communes(communes: tuple[LigneCommune, ...]) -> str:
    """The rows of the table of an EPCI, in the order given."""
    return render_to_string("territoire/_lignes_communes.html", {"communes": communes})


@functools.lru_cache(maxsize=EN_MEMOIRE)
def rendre_epci(lignes: tuple[LigneEpci, ...]) -> str:
    """The rows of one page of the list, in the order given."""
    return render_to_string("territoire/_lignes_epci.html", {"lignes": lignes})
