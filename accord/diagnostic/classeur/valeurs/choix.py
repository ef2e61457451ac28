"""Closed lists, read without case, accent, plural or gender."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from accord.diagnostic.classeur.libelles import sans_accent
from accord.diagnostic.classeur.valeurs.anomalies import Anomalie, Raison
from accord.diagnostic.classeur.valeurs.textes import INCONNUS, VIDES, en_texte

_TERMINAISONS = ("s", "x", "e", "es")


def plier(texte: str) -> str:
    """The form under which values of a closed list are compared."""
    return sans_accent(texte).strip(" .;:!*\"'«»")


def lecteur_de_choix(
    choix: tuple[str, ...], alias: Mapping[str, str]
) -> Callable[[object], str | None | Anomalie]:
    """A parser for the closed list `choix`."""
    connus = {plier(valeur): valeur for valeur in choix} | {plier(k): v for k, v in alias.items()}
    for forme, valeur in list(connus.items()):
        if len(forme) > 2:
            for fin in _TERMINAISONS:
                connus.setdefault(forme + fin, valeur)
    refus = Anomalie(Raison.VALEUR_INCONNUE, ", ".join(choix))

    def lire(cellule: object) -> str | None | Anomalie:
        texte = en_texte(cellule)
        if texte in VIDES or texte.casefold() in INCONNUS:
            return None
        forme = plier(texte)
        trouve = connus.get(forme)
        if trouve is None and forme.endswith("s"):
            trouve = connus.get(forme[:-1])
        return refus if trouve is None else trouve

    return lire
