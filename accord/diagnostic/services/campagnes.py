"""Opening a campaign."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from accord.demarche.models import Demarche
from accord.diagnostic.models import Campagne, ReponseCollectivite
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner

NOM_PAR_DEFAUT = "Diagnostic partagé"


@transaction.atomic
def ouvrir_campagne(
    *,
    demarche: Demarche,
    acteur: Acteur | None,
    le: datetime,
    nom: str = NOM_PAR_DEFAUT,
    date_limite: date | None = None,
    consigne: str = "",
) -> Campagne:
    """Ask the EPCI and each of its communes; opening it twice changes nothing."""
    campagne, creee = Campagne.objects.get_or_create(
        demarche=demarche,
        nom=nom,
        defaults={"ouverte_le": le, "date_limite": date_limite, "consigne": consigne},
    )
    if not creee:
        return campagne
    repondants = [demarche.epci_id, *demarche.communes(timezone.localdate(le)).values_list("pk", flat=True)]
    ReponseCollectivite.objects.bulk_create(
        ReponseCollectivite(campagne=campagne, collectivite_id=pk) for pk in repondants
    )
    consigner(
        acteur=acteur,
        code="diagnostic.campagne_ouverte",
        objet=campagne,
        le=le,
        campagne=nom,
        collectivites=len(repondants),
    )
    return campagne
