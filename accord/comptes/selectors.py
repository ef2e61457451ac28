"""From the habilitations of a person to the actor of a request."""

from datetime import date

from django.db.models import Q, QuerySet

from accord.comptes.models import Habilitation, Personne
from accord.socle.droits import Acteur
from accord.territoire.models import Appartenance, Collectivite


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


def lieux_administres(acteur: Acteur) -> QuerySet[Collectivite]:
    """Where the actor may give roles: the whole territory for the EPCI, one's own commune otherwise."""
    if not acteur.est_epci:
        return Collectivite.objects.filter(pk=acteur.collectivite_id or 0)
    membres = Appartenance.objects.en_date(acteur.le).filter(epci_id=acteur.epci_id).values("commune_id")
    return Collectivite.objects.filter(Q(pk=acteur.epci_id) | Q(pk__in=membres)).order_by(
        "-type", "nom_recherche"
    )


def habilitations_administrees(acteur: Acteur, recherche: str = "") -> QuerySet[Habilitation]:
    """The roles in force the actor answers for, by collectivité then person; one query with its names."""
    trouvees = (
        Habilitation.objects.administrees_par(acteur)
        .en_cours(acteur.le)
        .select_related("personne", "collectivite")
        .order_by("collectivite__nom_recherche", "personne__nom", "personne__email", "role", "pk")
    )
    for mot in recherche.split():
        trouvees = trouvees.filter(
            Q(personne__nom__icontains=mot)
            | Q(personne__prenom__icontains=mot)
            | Q(personne__email__icontains=mot)
            | Q(collectivite__nom__icontains=mot)
        )
    return trouvees
