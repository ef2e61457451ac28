"""The wizard's draft: each step is saved as soon as it is answered; the last one opens the démarche."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from accord.comptes.models import Personne
from accord.demarche.models import BrouillonDemarche, Demarche
from accord.demarche.services.demarches import INSTANCES_PAR_DEFAUT, InstanceProposee, ouvrir_demarche
from accord.demarche.services.invitations import noter_adresse
from accord.socle.droits import Acteur
from accord.territoire.models import Collectivite


@transaction.atomic
def ouvrir_brouillon(*, personne: Personne, le: datetime) -> BrouillonDemarche:
    """The draft under way, created when there is none."""
    brouillon, _ = BrouillonDemarche.objects.get_or_create(
        personne=personne, demarche=None, defaults={"modifie_le": le}
    )
    return brouillon


@transaction.atomic
def enregistrer_etape(
    *, brouillon: BrouillonDemarche, reponses: Mapping[str, Any], le: datetime
) -> BrouillonDemarche:
    """Add the answers of a step to the draft, at once."""
    courant = BrouillonDemarche.objects.select_for_update().get(pk=brouillon.pk)
    courant.donnees = {**courant.donnees, **reponses}
    courant.modifie_le = le
    courant.save()
    return courant


@transaction.atomic
def terminer_brouillon(*, brouillon: BrouillonDemarche, acteur: Acteur, le: datetime) -> Demarche:
    """Open the démarche of the draft; a second call returns the same démarche."""
    courant = BrouillonDemarche.objects.select_for_update().get(pk=brouillon.pk)
    if courant.demarche is not None:
        return courant.demarche
    donnees = courant.donnees
    demarche = ouvrir_demarche(
        epci=Collectivite.objects.get(pk=donnees["epci"]),
        date_renouvellement=date.fromisoformat(donnees["date_renouvellement"]),
        piste=donnees["piste"],
        instances=_instances(donnees),
        acteur=acteur,
        le=le,
    )
    _adresser(demarche, donnees.get("adresses", {}))
    courant.demarche = demarche
    courant.modifie_le = le
    courant.save()
    return demarche


def _instances(donnees: Mapping[str, Any]) -> tuple[InstanceProposee, ...]:
    if "instances" not in donnees:
        return INSTANCES_PAR_DEFAUT
    return tuple(InstanceProposee(**proposee) for proposee in donnees["instances"])


def _adresser(demarche: Demarche, adresses: Mapping[str, str]) -> None:
    """The draft knows communes; invitations exist only now."""
    par_commune = dict(demarche.invitations.values_list("collectivite_id", "pk"))
    connues = {
        par_commune[int(commune)]: email
        for commune, email in adresses.items()
        if email and int(commune) in par_commune
    }
    noter_adresse(demarche=demarche, adresses=connues)
