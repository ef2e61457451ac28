"""SIREN numbers: text, number, with spaces, or the SIRET they begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from accord.diagnostic.classeur.libelles import sans_accent
from accord.diagnostic.classeur.valeurs.anomalies import Anomalie, Raison
from accord.diagnostic.classeur.valeurs.nombres import nombre_de_texte
from accord.diagnostic.classeur.valeurs.textes import VIDES, en_texte

_SEPARATEURS = re.compile(r"[\s.\-_\u00a0\u202f']")
_DECIMALE_NULLE = re.compile(r"[.,]0+$")


def chiffres_du_siren(cellule: object) -> str | None:
    """The nine digits of a cell, or None when it holds none; leading zeros lost by a spreadsheet come back."""
    texte = _DECIMALE_NULLE.sub("", en_texte(cellule))
    if "e+" in texte.casefold() and (nombre := nombre_de_texte(texte)) is not None:
        texte = str(int(nombre))
    nu = _SEPARATEURS.sub("", texte)
    if not (nu.isascii() and nu.isdigit()):
        return None
    if len(nu) == 14:
        return nu[:9]
    return nu.zfill(9) if len(nu) <= 9 else None


def _proche(texte: str, chiffres: str | None, noms: Mapping[str, str]) -> str:
    """The member a person probably meant: same name, or one digit away."""
    plie = sans_accent(texte)
    for siren, nom in noms.items():
        if sans_accent(nom) == plie:
            return f"{siren} ({nom})"
    voisins = [s for s in noms if chiffres and sum(a != b for a, b in zip(s, chiffres, strict=True)) == 1]
    return f"{voisins[0]} ({noms[voisins[0]]})" if len(voisins) == 1 else ""


def lecteur_de_siren(noms: Mapping[str, str]) -> Callable[[object], str | None | Anomalie]:
    """A parser that accepts the EPCI and its members; `noms` maps their SIREN to their name."""

    def lire(cellule: object) -> str | None | Anomalie:
        if isinstance(cellule, str) and cellule in noms:
            return cellule
        texte = en_texte(cellule)
        if texte in VIDES:
            return None
        chiffres = chiffres_du_siren(cellule)
        if chiffres in noms:
            return chiffres
        return Anomalie(Raison.SIREN_INCONNU, _proche(texte, chiffres, noms))

    return lire
