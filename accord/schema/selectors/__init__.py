"""Reads of the schéma, composed for its pages."""

from accord.schema.selectors.avis import (
    LIBELLES_STATUT,
    NON_TRANSMIS,
    SuiviAvis,
    avis_tardifs,
    suivi_avis,
    trier,
)
from accord.schema.selectors.circuit import blocages, jalons_circuit
from accord.schema.selectors.rapport import sommaire, versions

__all__ = [
    "LIBELLES_STATUT",
    "NON_TRANSMIS",
    "SuiviAvis",
    "avis_tardifs",
    "blocages",
    "jalons_circuit",
    "sommaire",
    "suivi_avis",
    "trier",
    "versions",
]
