"""What the schéma waits for from a person."""

from django.urls import reverse

from accord.comptes.enums import ROLES_MUNICIPAUX
from accord.schema.models import Transmission
from accord.socle.attentes import Attente
from accord.socle.droits import Acteur


def attentes(acteur: Acteur) -> list[Attente]:
    """The opinion of one's commune, when it was asked and has not been given (one query)."""
    if acteur.collectivite_id is None or acteur.est_epci or not acteur.a_role(*ROLES_MUNICIPAUX):
        return []
    transmissions = Transmission.objects.visibles_par(acteur).en_attente()
    return [
        Attente(
            libelle=f"Avis du conseil municipal sur le rapport de mutualisation ({transmission.collectivite.nom})",
            url=reverse(
                "schema:avis-voir",
                args=[transmission.schema.demarche.slug, transmission.collectivite.siren],
            ),
            pourquoi="Vous répondez pour cette commune\u202f; sans réponse dans le délai, l’avis est "
            "réputé favorable.",
            date_limite=transmission.date_avis_tacite,
        )
        for transmission in transmissions.filter(collectivite_id=acteur.collectivite_id).select_related(
            "collectivite", "schema__demarche"
        )
    ]
