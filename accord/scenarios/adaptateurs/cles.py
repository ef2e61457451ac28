"""Sharing keys: choices of the form, and the parameters kept with a service."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from accord.noyaux.repartition import CLES, CRITERES, Cle, ErreurRepartition, cle_depuis
from accord.noyaux.repartition.nombres import ecrire_nombre, lire_montant, lire_nombre

SANS_SIMULATION = {"horaire", "plafonnee"}
"""Hourly prices bill a real use; ceilings are offered beside every key."""
CRITERES_OFFERTS = (
    "population_municipale",
    "population_totale",
    "etp",
    "unites",
    "egalitaire",
    "cout_historique",
)


def choix_cles() -> list[tuple[str, str]]:
    return [(code, libelle) for code, libelle in CLES.items() if code not in SANS_SIMULATION]


def choix_criteres() -> list[tuple[str, str]]:
    return [(code, CRITERES[code].libelle) for code in CRITERES_OFFERTS]


def cle_de(code: str, parametres: Mapping[str, Any]) -> Cle:
    """Raises ErreurRepartition."""
    return cle_depuis(code, parametres)


def verifier_cle(code: str, parametres: Mapping[str, Any]) -> str:
    """The French reason why the key cannot be used, empty when it can."""
    try:
        cle_de(code, parametres)
    except ErreurRepartition as erreur:
        return erreur.message
    return ""


def libelle_cle(code: str, parametres: Mapping[str, Any]) -> str:
    """How the key reads, parameters included."""
    try:
        return cle_de(code, parametres).libelle
    except ErreurRepartition:
        return CLES.get(code, code)


def parametres_de_saisie(saisie: Mapping[str, Any]) -> dict[str, Any]:
    """From the form (percentages, ceilings in euros) to the stored parameters (exact decimals as text).

    Raises ErreurRepartition-like ValueError with a French message.
    """
    parametres: dict[str, Any] = {"part_epci": _part(saisie.get("part_epci"), "La part de l’EPCI")}
    if saisie.get("cle") in {"fixe_variable", "mixte"}:
        part = Fraction(_part(saisie.get("part_premier"), "La part du premier critère"))
        premier, second = saisie.get("critere_premier"), saisie.get("critere_second")
        if premier == second:
            raise ErreurRepartition("parts", "Choisissez deux critères distincts.")
        parametres["parts"] = {premier: _texte(part), second: _texte(1 - part)}
        parametres |= {"part_fixe": _texte(part), "critere_fixe": premier, "critere_variable": second}
    if saisie.get("plafonds"):
        parametres["plafonds"] = lire_plafonds(saisie["plafonds"])
    return parametres


def lire_plafonds(texte: str) -> dict[str, int]:
    """« 211404306 = 25 000 », one a line, to centimes by SIREN."""
    plafonds = {}
    for ligne in filter(None, (ligne.strip() for ligne in texte.splitlines())):
        siren, separateur, montant = ligne.partition("=")
        code = "".join(siren.split())
        if not separateur or not (code.isdigit() and len(code) == 9):
            raise ErreurRepartition(
                "plafonds", f"La ligne «\u202f{ligne}\u202f» doit s’écrire «\u202fSIREN = montant\u202f»."
            )
        plafonds[code] = lire_montant(montant)
    return plafonds


def saisie_de_parametres(code: str, parametres: Mapping[str, Any]) -> dict[str, str]:
    """The other way: what the form shows."""
    saisie = {
        "part_epci": _pourcent(parametres.get("part_epci", "0")),
        "critere_premier": "population_municipale",
        "critere_second": "unites",
        "part_premier": "50",
    }
    parts = parametres.get("parts") or {}
    if len(parts) == 2:
        (premier, part), (second, _) = parts.items()
        saisie |= {"critere_premier": premier, "critere_second": second, "part_premier": _pourcent(part)}
    plafonds = parametres.get("plafonds") or {}
    saisie["plafonds"] = "\n".join(
        f"{siren} = {ecrire_nombre(Fraction(valeur, 100), 2)}" for siren, valeur in plafonds.items()
    )
    return saisie


def _part(saisie: Any, libelle: str) -> str:
    part = lire_nombre(saisie or 0, libelle) / 100
    if not 0 <= part <= 1:
        raise ErreurRepartition("parts", f"{libelle} est comprise entre 0 et 100\u202f%.")
    return _texte(part)


def _texte(part: Fraction) -> str:
    """An exact decimal as text: percentages have at most four decimals."""
    millioniemes = round(part * 1_000_000)
    return f"{millioniemes // 1_000_000}.{millioniemes % 1_000_000:06d}".rstrip("0").rstrip(".")


def _pourcent(part: str) -> str:
    return ecrire_nombre(Fraction(part) * 100, 4)
