"""Choices of the schéma, and the table of its allowed transitions."""

from django.db import models


class EtatSchema(models.TextChoices):
    """Where the schéma is on its way to the councils."""

    REDACTION = "redaction", "En rédaction"
    RAPPORT_FIGE = "rapport_fige", "Rapport figé"
    TRANSMIS = "transmis", "Transmis aux communes"
    AVIS_RECUEILLIS = "avis_recueillis", "Avis recueillis"
    APPROUVE = "approuve", "Approuvé"
    DIFFUSE = "diffuse", "Adressé aux communes"


TRANSITIONS: dict[str, frozenset[str]] = {
    EtatSchema.REDACTION: frozenset({EtatSchema.RAPPORT_FIGE}),
    EtatSchema.RAPPORT_FIGE: frozenset({EtatSchema.REDACTION, EtatSchema.TRANSMIS}),
    EtatSchema.TRANSMIS: frozenset({EtatSchema.AVIS_RECUEILLIS}),
    EtatSchema.AVIS_RECUEILLIS: frozenset({EtatSchema.APPROUVE}),
    EtatSchema.APPROUVE: frozenset({EtatSchema.DIFFUSE}),
    EtatSchema.DIFFUSE: frozenset(),
}

ETATS_REDIGEABLES = frozenset({EtatSchema.REDACTION, EtatSchema.RAPPORT_FIGE, EtatSchema.AVIS_RECUEILLIS})
"""Texts change before transmission, and after the opinions to take their reserves into account."""


class SensAvis(models.TextChoices):
    FAVORABLE = "favorable", "Favorable"
    RESERVES = "reserves", "Favorable avec réserves"
    DEFAVORABLE = "defavorable", "Défavorable"
    TACITE = "tacite", "Réputé favorable (tacite)"


SENS_EXPRIMES = (SensAvis.FAVORABLE, SensAvis.RESERVES, SensAvis.DEFAVORABLE)


class CanalTransmission(models.TextChoices):
    COURRIEL = "courriel", "Courriel depuis la plateforme"
    PAPIER = "papier", "Courrier papier recommandé"
    MAIN_PROPRE = "main_propre", "Remise contre récépissé"


class PreuveReception(models.TextChoices):
    ACCUSE_EN_LIGNE = "accuse_en_ligne", "Accusé de réception donné en ligne par la commune"
    ACCUSE_COURRIEL = "accuse_courriel", "Accusé de réception d’un courriel"
    RECU_PAPIER = "recu_papier", "Avis de réception ou récépissé papier"
    DECLARATION = "declaration", "Date déclarée, sans pièce"
