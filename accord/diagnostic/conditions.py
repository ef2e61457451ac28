"""The conditions of the repères that the diagnostic knows, and its section of the navigation."""

from collections.abc import Iterator

from django.urls import reverse

from accord.demarche.enums import Repere
from accord.demarche.models import Demarche
from accord.demarche.registre import (
    Condition,
    EcheanceApp,
    declarer_conditions,
    declarer_echeances,
    declarer_rubrique,
)
from accord.diagnostic.enums import PARTAGEES
from accord.diagnostic.models import LigneConvention


def des_segments(demarche: Demarche) -> Iterator[Condition]:
    """Repère 2: the diagnostic is launched, and what is already shared is known."""
    lien = reverse("diagnostic:campagne-voir", args=[demarche.slug])
    campagne = demarche.campagnes.first()
    yield Condition("La campagne de diagnostic est ouverte.", campagne is not None, "sortie", lien)
    conventions = LigneConvention.objects.filter(reponse__campagne__demarche=demarche).exists()
    yield Condition("Les conventions existantes sont recensées.", conventions, "sortie", lien)


def des_besoins(demarche: Demarche) -> Iterator[Condition]:
    """Repère 3: every collectivité has transmitted."""
    campagne = demarche.campagnes.first()
    manquantes = campagne.reponses.exclude(statut__in=PARTAGEES).count() if campagne else 0
    yield Condition(
        "Toutes les collectivités ont transmis leur réponse."
        if not manquantes
        else f"Toutes les collectivités ont transmis leur réponse ({manquantes} manquantes).",
        campagne is not None and manquantes == 0,
        "sortie",
        reverse("diagnostic:campagne-voir", args=[demarche.slug]),
    )


def des_secteurs(demarche: Demarche) -> Iterator[Condition]:
    """Repère 4: the état is frozen."""
    yield Condition(
        "Un état du territoire est arrêté.",
        demarche.etats_arretes.exists(),
        "entree",
        reverse("diagnostic:etat-lister", args=[demarche.slug]),
    )


def echeances(demarche: Demarche) -> Iterator[EcheanceApp]:
    """The end of the campaign, in the calendar of the démarche."""
    campagne = demarche.campagnes.first()
    if campagne and campagne.date_limite:
        yield EcheanceApp(
            "diagnostic_reponses",
            "Réponses au diagnostic partagé",
            campagne.date_limite,
            reverse("diagnostic:campagne-voir", args=[demarche.slug]),
            faite=not campagne.reponses.exclude(statut__in=PARTAGEES).exists(),
        )


def declarer() -> None:
    """Register them all."""
    declarer_conditions(Repere.SEGMENTS, des_segments)
    declarer_conditions(Repere.BESOINS, des_besoins)
    declarer_conditions(Repere.SECTEURS, des_secteurs)
    declarer_echeances(echeances)
    declarer_rubrique(
        "diagnostic", "Diagnostic partagé", "diagnostic:campagne-voir", 2, 20, "diagnostic.consulter"
    )
