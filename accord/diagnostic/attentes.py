"""What the diagnostic expects of a person."""

from django.urls import reverse

from accord.comptes.enums import ROLES_MUNICIPAUX
from accord.diagnostic.enums import MODIFIABLES, StatutReponse
from accord.diagnostic.models import ReponseCollectivite
from accord.socle.attentes import Attente, declarer_attentes
from accord.socle.droits import Acteur


def reponse_a_rendre(acteur: Acteur) -> list[Attente]:
    """The answer of one's collectivité, while it has not transmitted it (one query)."""
    if acteur.collectivite_id is None or not acteur.a_role(*ROLES_MUNICIPAUX):
        return []
    reponses = ReponseCollectivite.objects.filter(
        collectivite=acteur.collectivite_id,
        campagne__demarche__epci_id=acteur.epci_id,
        statut__in=MODIFIABLES,
    ).select_related("campagne__demarche", "collectivite")
    return [_attente(reponse) for reponse in reponses]


def _attente(reponse: ReponseCollectivite) -> Attente:
    corriger = reponse.statut == StatutReponse.A_CORRIGER
    verbe = "Corriger" if corriger else "Remplir"
    return Attente(
        libelle=f"{verbe} la réponse au diagnostic de {reponse.collectivite.nom}",
        url=reverse("diagnostic:reponse-voir", args=[reponse.demarche.slug, reponse.collectivite.siren]),
        pourquoi=reponse.correction
        if corriger
        else "Le diagnostic partagé attend la réponse de votre collectivité.",
        date_limite=reponse.campagne.date_limite,
    )


def declarer() -> None:
    """Register them."""
    declarer_attentes(reponse_a_rendre)
