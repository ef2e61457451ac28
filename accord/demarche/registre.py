"""What upper apps tell the démarche, in `apps.ready()`: conditions of the repères, sections, deadlines."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from accord.demarche.models import Demarche

Sens = Literal["entree", "sortie"]


@dataclass(frozen=True)
class Condition:
    """Something that must be true to enter a repère or to leave it; `lien` is where to make it true."""

    libelle: str
    remplie: bool
    sens: Sens = "sortie"
    lien: str | None = None


@dataclass(frozen=True)
class Rubrique:
    """One entry of the side navigation of a démarche. `url_name` takes the slug; `repere` 0 means none."""

    code: str
    libelle: str
    url_name: str
    repere: int
    ordre: int
    permission: str


@dataclass(frozen=True)
class EcheanceApp:
    """A deadline known by an upper app (end of a campaign, opinion of a commune), shown in the calendar."""

    code: str
    libelle: str
    date: date
    lien: str | None = None
    article: str = ""
    faite: bool = False


FonctionConditions = Callable[[Demarche], Iterable[Condition]]
FonctionEcheances = Callable[[Demarche], Iterable[EcheanceApp]]
_conditions: dict[int, list[FonctionConditions]] = {}
_rubriques: dict[str, Rubrique] = {}
_echeances: list[FonctionEcheances] = []


def declarer_conditions(repere: int, fonction: FonctionConditions) -> None:
    """Add entry or exit conditions to a repère; declaring the same function twice changes nothing."""
    fonctions = _conditions.setdefault(int(repere), [])
    if fonction not in fonctions:
        fonctions.append(fonction)


def conditions_de(demarche: Demarche, repere: int) -> list[Condition]:
    """Every condition of a repère, evaluated now."""
    return [condition for fonction in _conditions.get(int(repere), []) for condition in fonction(demarche)]


def declarer_rubrique(
    code: str, libelle: str, url_name: str, repere: int, ordre: int, permission: str
) -> None:
    """Add an entry to the navigation of the démarche; declaring it again replaces it."""
    _rubriques[code] = Rubrique(code, libelle, url_name, repere, ordre, permission)


def rubriques() -> list[Rubrique]:
    """Every entry, in order."""
    return sorted(_rubriques.values(), key=lambda rubrique: (rubrique.ordre, rubrique.code))


def declarer_echeances(fonction: FonctionEcheances) -> None:
    """Add deadlines of an upper app to the calendar; declaring the same function twice changes nothing."""
    if fonction not in _echeances:
        _echeances.append(fonction)


def echeances_des_apps(demarche: Demarche) -> list[EcheanceApp]:
    """Every deadline that upper apps know for this démarche."""
    return [echeance for fonction in _echeances for echeance in fonction(demarche)]
