"""What the plan asks of a person: the late and near steps of the actions one may move forward."""

from datetime import timedelta

from django.urls import reverse

from accord.comptes.enums import ROLES_MUNICIPAUX, ROLES_PILOTES, Role
from accord.plan.enums import ETATS_CLOS
from accord.plan.models import EtapeAction
from accord.socle.attentes import Attente
from accord.socle.droits import Acteur

HORIZON_JOURS = 30
MAXIMUM = 20


def etapes_attendues(acteur: Acteur) -> list[Attente]:
    """Steps due within thirty days or late (one query); nothing for those who only read."""
    etapes = EtapeAction.objects.visibles_par(acteur).filter(
        date_realisation__isnull=True, date_prevue__lte=acteur.le + timedelta(days=HORIZON_JOURS)
    )
    etapes = etapes.exclude(fiche__etat__in=ETATS_CLOS)
    if acteur.est_epci and acteur.a_role(*ROLES_PILOTES, Role.CADRE, Role.DRH):
        pourquoi = "Vous faites avancer cette action pour l’intercommunalité."
    elif acteur.a_role(*ROLES_MUNICIPAUX):
        etapes = etapes.filter(fiche__gestionnaire_id=acteur.collectivite_id)
        pourquoi = "Votre commune est gestionnaire de ce service."
    else:
        return []
    etapes = etapes.select_related("fiche__demarche").order_by("date_prevue", "pk")[:MAXIMUM]
    return [
        Attente(
            libelle=f"{etape.libelle} — fiche {etape.fiche.numero}",
            url=reverse("plan:fiche-voir", args=[etape.fiche.demarche.slug, etape.fiche.numero]),
            pourquoi=pourquoi,
            date_limite=etape.date_prevue,
        )
        for etape in etapes
        if not etape.fiche.champ or acteur.couvre(etape.fiche.champ)
    ]
