"""Who to turn to: the people who lead the démarche on the territory of the actor."""

from accord.comptes.enums import Role
from accord.comptes.models import Habilitation, Personne
from accord.socle.droits import Acteur


def referents_de(acteur: Acteur) -> list[Personne]:
    """The project leads of one's EPCI, else its direction; nobody for those who have no territory."""
    if acteur.epci_id is None:
        return []
    habilitations = (
        Habilitation.objects.en_cours(acteur.le)
        .filter(collectivite=acteur.epci_id, role__in=(Role.CHEF_PROJET, Role.DIRECTION))
        .select_related("personne")
        .order_by("personne__nom", "pk")
    )
    chefs = [h.personne for h in habilitations if h.role == Role.CHEF_PROJET]
    return chefs or [h.personne for h in habilitations]
