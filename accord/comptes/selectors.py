"""From the habilitations of a person to the actor of a request."""

from datetime import date

from accord.comptes.models import Habilitation, Personne
from accord.socle.droits import Acteur


def capacites(personne: Personne, le: date) -> list[Habilitation]:
    """Every capacity the person may choose on that day, in a stable order."""
    return list(
        personne.habilitations.en_cours(le)
        .select_related("collectivite")
        .order_by("collectivite__nom", "role", "pk")
    )


def acteur_de(habilitation: Habilitation, le: date) -> Acteur:
    """The actor for one capacity on one day (one query: the EPCI of a commune)."""
    collectivite = habilitation.collectivite
    epci = collectivite.epci_au(le)
    personne = habilitation.personne
    return Acteur(
        le=le,
        personne_id=personne.pk,
        nom=personne.nom_complet,
        habilitation_id=habilitation.pk,
        collectivite_id=collectivite.pk,
        collectivite_nom=collectivite.nom,
        role=habilitation.role,
        role_libelle=habilitation.get_role_display(),
        epci_id=epci.pk if epci else None,
        competences=frozenset(habilitation.competences),
    )


def acteur_sans_capacite(personne: Personne, le: date) -> Acteur:
    """A signed-in person whom nobody has habilitated yet: sees public things only."""
    return Acteur(le=le, personne_id=personne.pk, nom=personne.nom_complet)


def acteur_courant(personne: Personne, choisie: int | None, le: date) -> tuple[Acteur, list[Habilitation]]:
    """The actor of the request and the capacities offered; the first one when the chosen one has ended."""
    offertes = capacites(personne, le)
    if not offertes:
        return acteur_sans_capacite(personne, le), []
    courante = next((h for h in offertes if h.pk == choisie), offertes[0])
    courante.personne = personne
    return acteur_de(courante, le), offertes
