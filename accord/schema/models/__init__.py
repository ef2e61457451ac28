"""Models of the schéma: the report, its circuit, its approval."""

from accord.schema.models.approbation import Approbation
from accord.schema.models.avis_commune import AvisCommune, AvisTardif
from accord.schema.models.schema import Schema
from accord.schema.models.section_rapport import RevisionSection, SectionRapport
from accord.schema.models.transmission import Transmission
from accord.schema.models.version_rapport import VersionRapport

__all__ = [
    "Approbation",
    "AvisCommune",
    "AvisTardif",
    "RevisionSection",
    "Schema",
    "SectionRapport",
    "Transmission",
    "VersionRapport",
]
