"""Indicators small enough to be read."""

from datetime import UTC, datetime
from typing import Any

from accord.demarche.models import Demarche
from accord.evaluation.models import Indicateur, Mesure, Objectif

MAINTENANT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def creer_indicateur(
    demarche: Demarche, libelle: str = "Délai moyen d’instruction", **champs: Any
) -> Indicateur:
    """An indicator of the territory's own, in euros unless told otherwise."""
    valeurs = {
        "demarche": demarche,
        "libelle": libelle,
        "unite": "euros",
        "sens": "baisse",
        "source": "Comptes",
    }
    return Indicateur.objects.create(**valeurs | champs)


def viser(indicateur: Indicateur, annee: int, centiemes: int, **champs: Any) -> Objectif:
    """A forecast of the first version of the scénario retenu."""
    valeurs = {"origine": "prevision", "version_origine": 1, "fixe_le": MAINTENANT}
    return Objectif.objects.create(
        indicateur=indicateur, annee=annee, valeur_centiemes=centiemes, **valeurs | champs
    )


def constater(indicateur: Indicateur, annee: int, centiemes: int) -> Mesure:
    """A measure of that year."""
    return Mesure.objects.create(
        indicateur=indicateur,
        annee=annee,
        date_mesure=MAINTENANT.date(),
        valeur_centiemes=centiemes,
        source="Compte financier unique",
        saisie_le=MAINTENANT,
    )


def peupler(demarche: Demarche, nombre: int, depuis: int = 0) -> None:
    """That many indicators, each with forecasts and a measure."""
    for rang in range(depuis, depuis + nombre):
        indicateur = creer_indicateur(
            demarche, f"Indicateur {rang}", code_service=f"s{rang % 3}", service="Paie"
        )
        viser(indicateur, 2026, 100_000)
        viser(indicateur, 2027, 110_000)
        constater(indicateur, 2026, 105_000)
