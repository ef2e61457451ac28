"""Cost sharing to the cent, explained, and the simulation by commune and year built on it."""

from accord.noyaux.repartition.cles import (
    CLES,
    Cle,
    Terme,
    avec_part_epci,
    borner,
    cle_fixe_variable,
    cle_horaire,
    cle_mixte,
    cle_simple,
)
from accord.noyaux.repartition.criteres import CRITERES
from accord.noyaux.repartition.depuis_parametres import cle_depuis
from accord.noyaux.repartition.erreurs import ErreurRepartition
from accord.noyaux.repartition.explication import Etape, Explication, Reference
from accord.noyaux.repartition.facturation import cout_unitaire
from accord.noyaux.repartition.partage import Part, Repartition, repartir, repartir_annees
from accord.noyaux.repartition.poids import Partie, Poids

__all__ = [
    "CLES",
    "CRITERES",
    "Cle",
    "ErreurRepartition",
    "Etape",
    "Explication",
    "Part",
    "Partie",
    "Poids",
    "Reference",
    "Repartition",
    "Terme",
    "avec_part_epci",
    "borner",
    "cle_depuis",
    "cle_fixe_variable",
    "cle_horaire",
    "cle_mixte",
    "cle_simple",
    "cout_unitaire",
    "repartir",
    "repartir_annees",
]
