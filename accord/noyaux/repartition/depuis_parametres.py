"""A key from its code and plain parameters (command line, form, JSON)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from accord.noyaux.repartition.cles import (
    CLES,
    Cle,
    avec_part_epci,
    borner,
    cle_fixe_variable,
    cle_horaire,
    cle_mixte,
    cle_simple,
)
from accord.noyaux.repartition.erreurs import ErreurRepartition

Parametres = Mapping[str, Any]


def cle_depuis(code: str, parametres: Parametres | None = None) -> Cle:
    """Build any key; shares are exact decimals written as text ("0.7")."""
    lus = parametres or {}
    if code not in CLES:
        raise ErreurRepartition(
            "cle", f"La clé «\u202f{code}\u202f» est inconnue. Clés possibles\u202f: {', '.join(CLES)}."
        )
    cle = FABRIQUES.get(code, lambda _: cle_simple(code))(lus)
    if code != "plafonnee" and (lus.get("plafonds") or lus.get("planchers")):
        cle = borner(cle, lus.get("plafonds") or {}, lus.get("planchers"))
    return avec_part_epci(cle, lus.get("part_epci") or 0)


def _fixe_variable(lus: Parametres) -> Cle:
    return cle_fixe_variable(
        lus.get("part_fixe", "0.5"),
        lus.get("critere_fixe", "egalitaire"),
        lus.get("critere_variable", "unites"),
    )


def _mixte(lus: Parametres) -> Cle:
    parts = lus.get("parts") or {}
    if not parts:
        raise ErreurRepartition("parts", "Une clé mixte demande au moins un critère et sa part.")
    return cle_mixte(parts)


def _plafonnee(lus: Parametres) -> Cle:
    base = cle_depuis(lus.get("cle_de_base", "population_municipale"), lus.get("parametres_de_base"))
    return borner(base, lus.get("plafonds") or {}, lus.get("planchers"))


FABRIQUES: dict[str, Callable[[Parametres], Cle]] = {
    "fixe_variable": _fixe_variable,
    "mixte": _mixte,
    "plafonnee": _plafonnee,
    "horaire": lambda lus: cle_horaire(lus.get("prix_horaire")),
}
