"""Writes of the evaluation."""

from accord.evaluation.services.communication import (
    TextesCommunication,
    enregistrer_brouillon,
    figer_communication,
)
from accord.evaluation.services.indicateurs import (
    DonneesIndicateur,
    IndicateursCrees,
    creer_indicateur,
    creer_indicateurs_depuis_schema,
    modifier_indicateur,
)
from accord.evaluation.services.mesures import (
    DonneesMesure,
    MesureImpossible,
    mesurer_indicateur,
    reajuster_objectif,
)
from accord.evaluation.services.opinions import donner_opinion

__all__ = [
    "DonneesIndicateur",
    "DonneesMesure",
    "IndicateursCrees",
    "MesureImpossible",
    "TextesCommunication",
    "creer_indicateur",
    "creer_indicateurs_depuis_schema",
    "donner_opinion",
    "enregistrer_brouillon",
    "figer_communication",
    "mesurer_indicateur",
    "modifier_indicateur",
    "reajuster_objectif",
]
