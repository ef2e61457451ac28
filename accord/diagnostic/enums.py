"""Choices of the diagnostic and the table of allowed transitions."""

from django.db import models


class StatutReponse(models.TextChoices):
    """Where the answer of a collectivité stands."""

    A_REMPLIR = "a_remplir", "À remplir"
    EN_COURS = "en_cours", "En cours"
    TRANSMISE = "transmise", "Transmise"
    A_CORRIGER = "a_corriger", "À corriger"
    VALIDEE = "validee", "Validée"


TRANSITIONS_REPONSE = {
    StatutReponse.A_REMPLIR: (StatutReponse.EN_COURS, StatutReponse.TRANSMISE),
    StatutReponse.EN_COURS: (StatutReponse.TRANSMISE,),
    StatutReponse.TRANSMISE: (StatutReponse.VALIDEE, StatutReponse.A_CORRIGER),
    StatutReponse.A_CORRIGER: (StatutReponse.TRANSMISE,),
    StatutReponse.VALIDEE: (StatutReponse.A_CORRIGER,),
}
MODIFIABLES = (StatutReponse.A_REMPLIR, StatutReponse.EN_COURS, StatutReponse.A_CORRIGER)
PARTAGEES = (StatutReponse.TRANSMISE, StatutReponse.VALIDEE)
"""From its transmission on, an answer is seen by the others."""


class NatureService(models.TextChoices):
    FONCTIONNEL = "fonctionnel", "Fonctionnel"
    OPERATIONNEL = "opérationnel", "Opérationnel"


class ModeGestion(models.TextChoices):
    REGIE = "régie", "Régie"
    PRESTATION = "prestation", "Prestation"
    DSP = "DSP", "Délégation de service public"
    SYNDICAT = "syndicat", "Syndicat"
    CDG = "CDG", "Centre de gestion"
    AUCUN = "aucun", "Aucun"


class Souhait(models.TextChoices):
    GARDER = "garder", "Garder"
    PARTAGER = "partager", "Partager"
    TRANSFERER = "transférer", "Transférer"
    A_DISCUTER = "à discuter", "À discuter"


class StatutImport(models.TextChoices):
    """Life of an uploaded workbook."""

    VERIFIE = "verifie", "Vérifié, pas encore enregistré"
    APPLIQUE = "applique", "Enregistré"


class SensSignature(models.TextChoices):
    """How a collectivité signs off the état arrêté."""

    ACCORD = "accord", "Conforme"
    RESERVE = "reserve", "Conforme, avec réserve"
