"""Legal forms of pooling: dated rules, and why the law refuses a given arrangement."""

from accord.noyaux.formes.montage import TYPES_PARTIE, Direction, Montage, PartieForme, Refus
from accord.noyaux.formes.regles import Forme, formes_en_vigueur, formes_proposees
from accord.noyaux.formes.verification import verifier_forme

__all__ = [
    "TYPES_PARTIE",
    "Direction",
    "Forme",
    "Montage",
    "PartieForme",
    "Refus",
    "formes_en_vigueur",
    "formes_proposees",
    "verifier_forme",
]
