"""The diagnostic on the home page: where the answer of my collectivité stands, and who is still silent."""

from collections.abc import Iterator

from django.urls import reverse

from accord.accueil.lignes import Ligne
from accord.comptes.enums import ROLES_MUNICIPAUX, ROLES_PILOTES
from accord.demarche.models import Demarche
from accord.diagnostic.enums import PARTAGEES, StatutReponse
from accord.diagnostic.models import Campagne, EtatArrete
from accord.socle.droits import Acteur, decider
from accord.socle.interface.formats import date_moyenne, pluriel


def lignes(demarche: Demarche, acteur: Acteur) -> Iterator[Ligne]:
    """While the campaign runs only: once the état is frozen, one line says so."""
    if not decider("diagnostic.consulter", acteur, demarche):
        return
    etat = (
        EtatArrete.objects.filter(demarche=demarche).order_by("-version").only("version", "fige_le").first()
    )
    if etat:
        yield _arrete(demarche, etat)
        return
    campagne = Campagne.objects.visibles_par(acteur).filter(demarche=demarche).first()
    if campagne is None:
        return
    statuts = dict(campagne.reponses.values_list("collectivite_id", "statut"))
    if acteur.a_role(*ROLES_MUNICIPAUX) and acteur.collectivite_id in statuts:
        yield _la_mienne(demarche, acteur, statuts[acteur.collectivite_id])
    if acteur.est_epci and acteur.a_role(*ROLES_PILOTES):
        yield from _silencieuses(demarche, list(statuts.values()))


def _arrete(demarche: Demarche, etat: EtatArrete) -> Ligne:
    return Ligne(
        question="De quelle situation part-on ?",
        reponse=f"État arrêté, version {etat.version}",
        url=reverse("diagnostic:etat-voir", args=[demarche.slug, etat.version]),
        detail=f"Arrêté le {date_moyenne(etat.fige_le)}.",
    )


def _la_mienne(demarche: Demarche, acteur: Acteur, statut: str) -> Ligne:
    return Ligne(
        question=f"Où en est la réponse de {acteur.collectivite_nom} ?",
        reponse="Réponse au diagnostic partagé",
        url=reverse("diagnostic:campagne-voir", args=[demarche.slug]),
        statut=StatutReponse(statut).value,
    )


def _silencieuses(demarche: Demarche, statuts: list[str]) -> Iterator[Ligne]:
    manquantes = sum(statut not in PARTAGEES for statut in statuts)
    if manquantes:
        yield Ligne(
            question="Qui n’a pas transmis son diagnostic ?",
            reponse=f"{manquantes} collectivité{pluriel(manquantes)} sur {len(statuts)}",
            url=reverse("diagnostic:campagne-voir", args=[demarche.slug]),
            statut="en_attente",
        )
