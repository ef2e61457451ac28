"""Characters a document can hold: control characters go, those no packaged font can draw become « □ »."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from typing import Any

from accord.socle.documents.sonde import peut_composer

SUBSTITUT = "□"
_INTERDITS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufe0f\ufeff\ufff0-\uffff]"
)
_MAX_SONDES = 300


def nettoyer(texte: str) -> str:
    """Remove what neither XML nor PDF accepts; normalise accents to their composed form."""
    return _INTERDITS.sub("", unicodedata.normalize("NFC", texte))


def transformer(valeur: Any, action: Callable[[str], str]) -> Any:
    """Apply `action` to every string of a value; dataclasses become dictionaries on the way."""
    if is_dataclass(valeur) and not isinstance(valeur, type):
        return transformer(asdict(valeur), action)
    if isinstance(valeur, str):
        return action(valeur)
    if isinstance(valeur, dict):
        return {cle: transformer(contenu, action) for cle, contenu in valeur.items()}
    if isinstance(valeur, list | tuple):
        return [transformer(contenu, action) for contenu in valeur]
    return valeur


def rendre_affichable(valeur: Any) -> Any:
    """Replace the characters that the packaged fonts cannot draw (emoji, ideograms) by « □ »."""
    inhabituels: set[str] = set()
    transformer(valeur, lambda texte: _relever(texte, inhabituels))
    sondes = sorted(inhabituels)[:_MAX_SONDES]
    refuses = {signe for signe in sondes if not peut_composer(signe)} | (inhabituels - set(sondes))
    if not refuses:
        return valeur
    table = {ord(signe): SUBSTITUT for signe in refuses}
    return transformer(valeur, lambda texte: texte.translate(table))


def _relever(texte: str, inhabituels: set[str]) -> str:
    inhabituels.update(signe for signe in texte if ord(signe) > 0x024F)
    return texte
