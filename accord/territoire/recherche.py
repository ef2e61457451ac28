"""Folding of names, so that « cæn la mer », « Caen-la-Mer » and « CU Caen la Mer » meet (no Django here)."""

import re
import unicodedata

LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "Æ": "ae", "Œ": "oe", "ß": "ss"})
NATURE_EN_TETE = re.compile(
    r"^(?:cc|ca|cu|communaute de communes|communaute d agglomeration|communaute urbaine) "
    r"(?:(?:du|des|de la|de l|de|d) )?(?=.)"
)
AUTRES_SIGNES = re.compile(r"[^a-z0-9]+")


def plier(texte: str) -> str:
    """« L’Haÿ-les-Roses » → « l hay les roses »: no case, accent, ligature, hyphen or apostrophe."""
    decomposed = unicodedata.normalize("NFKD", texte.translate(LIGATURES))
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return AUTRES_SIGNES.sub(" ", plain.lower()).strip()


def cle_recherche(nom: str) -> str:
    """The folded name without the nature of an EPCI at its head, which people type or not."""
    folded = plier(nom)
    return NATURE_EN_TETE.sub("", folded) or folded
