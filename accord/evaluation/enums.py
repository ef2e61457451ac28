"""Kinds of indicators, their units and the way their gap is read."""

from dataclasses import dataclass

from django.db import models


class TypeIndicateur(models.TextChoices):
    """What an indicator counts; all but the free one have a forecast in the scénario retenu."""

    COUT_SERVICE = "cout_service", "Coût annuel du service"
    EFFECTIF_SERVICE = "effectif_service", "Effectif du service"
    ADHERENTS = "adherents", "Collectivités adhérentes"
    DEPENSES_TOTAL = "depenses_total", "Dépenses de fonctionnement, tous employeurs"
    EFFECTIFS_TOTAL = "effectifs_total", "Effectifs, tous employeurs"
    PART_EPCI = "part_epci", "Part de l’intercommunalité dans les effectifs"
    LIBRE = "libre", "Indicateur propre au territoire"


class Unite(models.TextChoices):
    """Unit of an indicator; values are kept in hundredths of it (centimes for euros)."""

    EUROS = "euros", "euros"
    ETP = "etp", "ETP"
    NOMBRE = "nombre", "nombre"
    POURCENT = "pourcent", "%"
    JOURS = "jours", "jours"
    NOTE = "note", "note sur 10"


class SensIndicateur(models.TextChoices):
    """Which side of the objective is good."""

    HAUSSE = "hausse", "Plus, c’est mieux"
    BAISSE = "baisse", "Moins, c’est mieux"
    CIBLE = "cible", "Au plus près de l’objectif"


class OrigineObjectif(models.TextChoices):
    """Where the value aimed at comes from."""

    PREVISION = "prevision", "Prévision du scénario retenu"
    REAJUSTEMENT = "reajustement", "Objectif réajusté"


@dataclass(frozen=True)
class Definition:
    """What people read of a kind of indicator."""

    definition: str
    unite: Unite
    sens: SensIndicateur
    source: str


DEFINITIONS: dict[str, Definition] = {
    TypeIndicateur.COUT_SERVICE: Definition(
        "Dépenses de fonctionnement du service sur l’année, recettes non déduites.",
        Unite.EUROS,
        SensIndicateur.BAISSE,
        "Compte administratif ou compte financier unique du gestionnaire",
    ),
    TypeIndicateur.EFFECTIF_SERVICE: Definition(
        "Agents du service en équivalent temps plein, au 31 décembre.",
        Unite.ETP,
        SensIndicateur.CIBLE,
        "Service des ressources humaines du gestionnaire",
    ),
    TypeIndicateur.ADHERENTS: Definition(
        "Collectivités entrées dans le service au 31 décembre.",
        Unite.NOMBRE,
        SensIndicateur.HAUSSE,
        "Conventions et avenants signés",
    ),
    TypeIndicateur.DEPENSES_TOTAL: Definition(
        "Dépenses de fonctionnement de l’intercommunalité et des communes pour les services du schéma.",
        Unite.EUROS,
        SensIndicateur.BAISSE,
        "Comptes de chaque employeur",
    ),
    TypeIndicateur.EFFECTIFS_TOTAL: Definition(
        "Agents de tous les employeurs pour les services du schéma, en équivalent temps plein au 31 décembre.",
        Unite.ETP,
        SensIndicateur.CIBLE,
        "Rapports sociaux uniques ou centre de gestion",
    ),
    TypeIndicateur.PART_EPCI: Definition(
        "Effectifs de l’intercommunalité rapportés à ceux de tous les employeurs, pour les services du schéma. "
        "Approche en ETP du coefficient de mutualisation de l’article L5211-4-1, calculé sur les rémunérations.",
        Unite.POURCENT,
        SensIndicateur.HAUSSE,
        "Rapports sociaux uniques ou centre de gestion",
    ),
}
