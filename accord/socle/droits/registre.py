"""Every permission of the site, declared with its label by the app that owns it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accord.socle.droits.acteur import Acteur
from accord.socle.droits.decision import Decision

Predicat = Callable[[Acteur, Any], Decision]


class CodeInconnu(LookupError):
    """A permission code that no app has declared."""


@dataclass(frozen=True)
class Permission:
    """One declared act: its code (`<app>.<verbe>_<objet>`), who may do it, and its French label."""

    code: str
    predicat: Predicat
    libelle: str

    @property
    def app(self) -> str:
        return self.code.partition(".")[0]


_permissions: dict[str, Permission] = {}


def declarer(code: str, predicat: Predicat, libelle: str) -> None:
    """Declare a permission. Raises ValueError when the code is already taken by another predicate."""
    existante = _permissions.get(code)
    if existante and existante.predicat is not predicat:
        raise ValueError(f"Permission déjà déclarée : {code}")
    _permissions[code] = Permission(code, predicat, libelle)


def permission(code: str) -> Permission:
    """The declared permission. Raises CodeInconnu."""
    try:
        return _permissions[code]
    except KeyError:
        raise CodeInconnu(f"Permission jamais déclarée : {code}") from None


def permissions_declarees() -> tuple[Permission, ...]:
    """Every permission, in the order of the codes."""
    return tuple(_permissions[code] for code in sorted(_permissions))


def decider(code: str, acteur: Acteur, objet: Any = None) -> Decision:
    """Ask whether `acteur` may do `code` on `objet`. Raises CodeInconnu."""
    return permission(code).predicat(acteur, objet)
