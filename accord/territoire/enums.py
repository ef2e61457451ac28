"""Types and natures of collectivités, tax regimes, reasons of a filiation."""

from django.db import models


class TypeCollectivite(models.TextChoices):
    """What the platform needs to tell apart."""

    COMMUNE = "commune", "Commune"
    EPCI = "epci", "EPCI à fiscalité propre"
    AUTRE = "autre", "Autre établissement"


class NatureJuridique(models.TextChoices):
    """Legal nature, with the codes of BANATIC for the EPCI."""

    COM = "COM", "Commune"
    CC = "CC", "Communauté de communes"
    CA = "CA", "Communauté d’agglomération"
    CU = "CU", "Communauté urbaine"
    METRO = "METRO", "Métropole"
    MET69 = "MET69", "Métropole de Lyon"
    SYND = "SYND", "Syndicat"
    CCAS = "CCAS", "Centre communal d’action sociale"
    CIAS = "CIAS", "Centre intercommunal d’action sociale"
    CDE = "CDE", "Caisse des écoles"
    AUTRE = "AUTRE", "Autre établissement public"


NATURES_EPCI = (
    NatureJuridique.CC,
    NatureJuridique.CA,
    NatureJuridique.CU,
    NatureJuridique.METRO,
    NatureJuridique.MET69,
)


class RegimeFiscal(models.TextChoices):
    """How an EPCI à fiscalité propre taxes; it decides whether charges may be imputed on the AC."""

    FPU = "FPU", "Fiscalité professionnelle unique"
    FA = "FA", "Fiscalité additionnelle"


class MotifFiliation(models.TextChoices):
    """Why a collectivité follows another."""

    COMMUNE_NOUVELLE = "commune_nouvelle", "Création d’une commune nouvelle"
    FUSION = "fusion", "Fusion d’intercommunalités"
    RETABLISSEMENT = "retablissement", "Rétablissement d’une commune"
