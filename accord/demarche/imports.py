"""Reading addresses pasted or dropped as CSV: tolerant of BOM, `;`, tabulations and Windows encoding."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from accord.territoire.models import Collectivite
from accord.territoire.recherche import cle_recherche

TAILLE_MAX = 200_000


@dataclass(frozen=True)
class RefusAdresse:
    """A line that was not understood: where, what, why and what to do."""

    ligne: int
    valeur: str
    pourquoi: str


@dataclass(frozen=True)
class Lecture:
    """Addresses by commune, and refused lines; the good ones are never lost because of the others."""

    adresses: dict[int, str]
    refus: tuple[RefusAdresse, ...]


def decoder(octets: bytes) -> str:
    """UTF-8 with or without BOM, else the encoding of Windows."""
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        return octets.decode("cp1252", errors="replace")


def lire_adresses(texte: str, communes: Iterable[Collectivite]) -> Lecture:
    """Lines of « commune ; adresse », in either order; the commune by name, code INSEE or SIREN."""
    index = _index(communes)
    adresses: dict[int, str] = {}
    refus: list[RefusAdresse] = []
    lignes = texte.lstrip("\ufeff").splitlines()
    for numero, cellules in enumerate(csv.reader(lignes, delimiter=_separateur(texte)), 1):
        valeurs = [cellule.strip() for cellule in cellules if cellule.strip()]
        if not valeurs or _est_entete(numero, valeurs):
            continue
        commune, email, pourquoi = _lire_ligne(valeurs, index)
        if commune is None or pourquoi:
            refus.append(RefusAdresse(numero, " ; ".join(valeurs)[:120], pourquoi))
        else:
            adresses[commune] = email
    return Lecture(adresses, tuple(refus))


def _lire_ligne(valeurs: list[str], index: dict[str, int]) -> tuple[int | None, str, str]:
    email = next((valeur.lower() for valeur in valeurs if "@" in valeur), "")
    noms = [valeur for valeur in valeurs if "@" not in valeur]
    commune = next((index[cle] for nom in noms if (cle := cle_recherche(nom)) in index), None)
    if commune is None:
        return (
            None,
            email,
            "Commune introuvable dans l’intercommunalité\u202f: vérifiez le nom ou le code INSEE.",
        )
    if not email:
        return commune, "", "Adresse absente\u202f: ajoutez-la après le nom de la commune."
    try:
        validate_email(email)
    except ValidationError:
        return commune, email, "Adresse mal écrite\u202f: par exemple mairie@commune.fr."
    return commune, email, ""


def _index(communes: Iterable[Collectivite]) -> dict[str, int]:
    index: dict[str, int] = {}
    for commune in communes:
        for cle in (commune.nom, commune.code_insee, commune.siren):
            if cle:
                index[cle_recherche(cle)] = commune.pk
    return index


def _separateur(texte: str) -> str:
    premiere = next((ligne for ligne in texte.splitlines() if ligne.strip()), "")
    return max(";\t,", key=premiere.count)


def _est_entete(numero: int, valeurs: list[str]) -> bool:
    return numero == 1 and not any("@" in valeur for valeur in valeurs) and len(valeurs) > 1
