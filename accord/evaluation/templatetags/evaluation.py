"""`{% load evaluation %}`: a value in the unit of its indicator."""

from django import template

from accord.evaluation.ecarts import valeur_affichee
from accord.evaluation.models import Indicateur, Mesure, Objectif

register = template.Library()


@register.filter
def valeur_de(ligne: Mesure | Objectif, indicateur: Indicateur) -> str:
    """« 189 000 € », « 3,5 ETP »."""
    return valeur_affichee(ligne.valeur_centiemes, indicateur.unite)
