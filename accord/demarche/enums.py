"""Choices of the démarche and the tables of allowed transitions."""

from django.db import models


class Piste(models.TextChoices):
    """Which legal frame the démarche follows."""

    LEGALE = "legale", "Schéma légal (rapport de l’article L5211-39-1)"
    VOLONTAIRE = "volontaire", "Schéma volontaire, à tout moment du mandat"
    SERVICE_COMMUN = "service_commun", "Service commun seul, sans schéma"


class Repere(models.IntegerChoices):
    """The eight stages of every démarche."""

    VALEURS = 1, "Valeurs partagées"
    SEGMENTS = 2, "Segments mutualisables"
    BESOINS = 3, "Besoins de chaque collectivité"
    SECTEURS = 4, "Secteurs arrêtés ensemble"
    FORMES = 5, "Formes et délais négociés"
    PLAN = 6, "Plan d’actions"
    MISE_EN_OEUVRE = 7, "Mise en œuvre"
    EVALUATION = 8, "Évaluation"


REPERES_SANS_OBJET: dict[str, tuple[Repere, ...]] = {
    Piste.SERVICE_COMMUN: (Repere.SEGMENTS, Repere.SECTEURS),
}
"""Stages that a frame settles by itself: a service commun alone has already chosen its sector."""


def repere_precedent(repere: int, piste: str) -> Repere | None:
    """The stage to finish before this one in that frame."""
    avant = [autre for autre in Repere if autre < repere and autre not in REPERES_SANS_OBJET.get(piste, ())]
    return avant[-1] if avant else None


class Etat(models.TextChoices):
    """Where a repère stands."""

    A_VENIR = "a_venir", "À venir"
    EN_COURS = "en_cours", "En cours"
    TERMINE = "termine", "Terminé"


TRANSITIONS_REPERE = {
    Etat.A_VENIR: (Etat.EN_COURS,),
    Etat.EN_COURS: (Etat.TERMINE, Etat.A_VENIR),
    Etat.TERMINE: (Etat.EN_COURS,),
}


class TypeInstance(models.TextChoices):
    """What kind of body an instance is."""

    COMITE_PILOTAGE = "comite_pilotage", "Comité de pilotage politique"
    COMITE_SUIVI = "comite_suivi", "Comité de suivi administratif"
    CONFERENCE_MAIRES = "conference_maires", "Conférence des maires"
    GROUPE_TRAVAIL = "groupe_travail", "Groupe de travail transversal"
    CONSEIL_COMMUNAUTAIRE = "conseil_communautaire", "Conseil communautaire"
    BUREAU = "bureau", "Bureau communautaire"
    AUTRE = "autre", "Autre instance"


class StatutInvitation(models.TextChoices):
    """Life of an invitation."""

    PROPOSEE = "proposee", "Proposée"
    ENVOYEE = "envoyee", "Envoyée"
    ACCEPTEE = "acceptee", "Acceptée"
    REFUSEE = "refusee", "Refusée"
    EXPIREE = "expiree", "Expirée"


TRANSITIONS_INVITATION = {
    StatutInvitation.PROPOSEE: (StatutInvitation.ENVOYEE,),
    StatutInvitation.ENVOYEE: (
        StatutInvitation.ENVOYEE,
        StatutInvitation.ACCEPTEE,
        StatutInvitation.REFUSEE,
        StatutInvitation.EXPIREE,
    ),
    StatutInvitation.ACCEPTEE: (),
    StatutInvitation.REFUSEE: (StatutInvitation.ENVOYEE,),
    StatutInvitation.EXPIREE: (StatutInvitation.ENVOYEE,),
}


class SensDecision(models.TextChoices):
    """What an instance decided."""

    ADOPTEE = "adoptee", "Adoptée"
    ADOPTEE_RESERVES = "adoptee_reserves", "Adoptée avec réserves"
    AJOURNEE = "ajournee", "Ajournée"
    REJETEE = "rejetee", "Rejetée"
    PRISE_ACTE = "prise_acte", "Prise d’acte"


class NatureJalon(models.TextChoices):
    """Dates that the territory sets or learns, from which legal deadlines follow."""

    ENVOI_PACTE = "envoi_pacte", "Transmission du projet de pacte de gouvernance"
    RECEPTION_RAPPORT = "reception_rapport", "Réception du rapport par les communes"
    SEANCE_CONSEIL = "seance_conseil", "Séance du conseil communautaire"
    SEANCE_CST = "seance_cst", "Séance du comité social territorial"
    REFUS_CST = "refus_cst", "Avis défavorable unanime du comité social territorial"
    APPROBATION = "approbation", "Approbation du schéma"
    SIGNATURE = "signature", "Signature d’une convention"
    TRANSFERT = "transfert", "Transfert de compétence"
    BUDGET = "budget", "Vote du budget"


class DelaiDob(models.TextChoices):
    """How long before the budget the orientation debate may be held: the law moves, so it is a setting."""

    MOIS = "dob_fenetre_mois", "Deux mois avant le budget"
    SEMAINES = "dob_fenetre_semaines", "Dix semaines avant le budget"
