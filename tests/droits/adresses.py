"""Every address of the site, read from the resolver: what the three tests of rights walk through."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

PAGES_D_ALLAUTH = "connexion/"
"""allauth's own views declare nothing; they are public by nature or ask to be signed in by themselves."""


@dataclass(frozen=True)
class Adresse:
    """One route: its pattern, its full name (`app:name`), and what its view requires."""

    motif: str
    nom: str
    exigence: str | None
    porte: Callable | None = None
    arguments: tuple[str, ...] = ()


def adresses() -> list[Adresse]:
    """Every route of the project, except allauth's."""
    return [
        a for a in _parcourir(get_resolver().url_patterns, "", "") if not a.motif.startswith(PAGES_D_ALLAUTH)
    ]


def _parcourir(motifs: list, prefixe: str, espace: str) -> Iterator[Adresse]:
    for motif in motifs:
        chemin = prefixe + str(motif.pattern)
        if isinstance(motif, URLResolver):
            suite = f"{espace}{motif.namespace}:" if motif.namespace else espace
            yield from _parcourir(motif.url_patterns, chemin, suite)
        elif isinstance(motif, URLPattern):
            vue = motif.callback
            yield Adresse(
                chemin,
                f"{espace}{motif.name}",
                getattr(vue, "exigence", None),
                getattr(vue, "porte", None),
                tuple(motif.pattern.regex.groupindex),
            )
