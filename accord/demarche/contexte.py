"""What every page of a démarche shows around its content: its eight repères and its sections."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from accord.demarche.models import Demarche
from accord.demarche.registre import rubriques
from accord.demarche.selectors.etapes import Etape, etapes
from accord.socle.droits import Acteur, decider


@dataclass(frozen=True)
class LienRubrique:
    """An entry of the side navigation that the actor may follow."""

    code: str
    libelle: str
    url: str
    repere: int


def demarche(request: HttpRequest) -> dict[str, Any]:
    """The démarche of the page, when the door of the view has set one; queried only if the page shows it."""
    courante = getattr(request, "demarche", None)
    if courante is None:
        return {"demarche": None}
    return {
        "demarche": courante,
        "reperes": SimpleLazyObject(lambda: _etapes(request, courante)),
        "rubriques": SimpleLazyObject(lambda: rubriques_ouvertes(request.acteur, courante)),  # type: ignore[attr-defined]
    }


def rubriques_ouvertes(acteur: Acteur, demarche: Demarche) -> list[LienRubrique]:
    """The sections whose permission the actor has on this démarche."""
    return [
        LienRubrique(
            rubrique.code, rubrique.libelle, reverse(rubrique.url_name, args=[demarche.slug]), rubrique.repere
        )
        for rubrique in rubriques()
        if decider(rubrique.permission, acteur, demarche)
    ]


def _etapes(request: HttpRequest, demarche: Demarche) -> list[Etape]:
    return etapes(demarche, chemin=request.path)
