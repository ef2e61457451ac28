"""« Ce qui m’attend »: each app declares, in its `apps.ready()`, a function that lists what a person has to do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from accord.socle.droits import Acteur


@dataclass(frozen=True, kw_only=True)
class Attente:
    """One thing somebody has to do: what, where, before when, and why it is asked of this person."""

    libelle: str
    url: str
    pourquoi: str
    date_limite: date | None = None

    def est_en_retard(self, le: date) -> bool:
        """Is the deadline past?"""
        return self.date_limite is not None and self.date_limite < le


Source = Callable[[Acteur], list[Attente]]
_SOURCES: list[Source] = []


def declarer_attentes(source: Source) -> Source:
    """Register a source; declaring the same one twice changes nothing."""
    if source not in _SOURCES:
        _SOURCES.append(source)
    return source


def attentes_de_la_requete(request: HttpRequest) -> list[Attente]:
    """The same list for the header and for the page: asked once a request."""
    if not hasattr(request, "attentes"):
        request.attentes = attentes_de(request.acteur)  # type: ignore[attr-defined]
    return request.attentes  # type: ignore[attr-defined]


def attentes_de(acteur: Acteur) -> list[Attente]:
    """Everything that waits for this person in the current capacity: nearest deadline first, undated last."""
    if acteur.est_anonyme:
        return []
    trouvees = [attente for source in _SOURCES for attente in source(acteur)]
    return sorted(trouvees, key=lambda attente: (attente.date_limite or date.max, attente.libelle))
