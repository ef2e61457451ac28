"""A commune joins, leaves or changes EPCI, on a date."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from accord.socle.droits import Acteur
from accord.socle.interface.formats import date_courte
from accord.socle.journal.services import consigner
from accord.territoire.models import Appartenance, Collectivite


@transaction.atomic
def changer_epci(
    *, acteur: Acteur | None, commune: Collectivite, epci: Collectivite | None, date_effet: date
) -> Appartenance | None:
    """The commune belongs to `epci` (to none when None) from `date_effet`; the day before is its last elsewhere.

    Repeating the same change does nothing. Raises ValidationError when a later change is already recorded.
    """
    commune = Collectivite.objects.select_for_update().get(pk=commune.pk)
    if not commune.est_commune:
        raise ValidationError(f"{commune.nom} n’est pas une commune.")
    if epci is not None and not epci.est_epci:
        raise ValidationError(f"{epci.nom} n’est pas un EPCI à fiscalité propre.")
    actuelle = commune.appartenances.en_date(date_effet).select_related("epci").first()
    if (actuelle.epci_id if actuelle else None) == (epci.pk if epci else None):
        return actuelle
    _refuser_avant_un_autre_changement(commune, date_effet)
    if actuelle:
        actuelle.date_fin = date_effet - timedelta(days=1)
        actuelle.save()
    nouvelle = (
        Appartenance.objects.create(commune=commune, epci=epci, date_debut=date_effet) if epci else None
    )
    _consigner(acteur, commune, actuelle, nouvelle, date_effet)
    return nouvelle


def _refuser_avant_un_autre_changement(commune: Collectivite, date_effet: date) -> None:
    suivante = commune.appartenances.filter(date_debut__gte=date_effet).order_by("date_debut").first()
    if suivante:
        raise ValidationError(
            f"{commune.nom} est membre de {suivante.epci.nom} à partir du {date_courte(suivante.date_debut)}"
            "\u202f: un changement ne peut prendre effet qu’après cette date."
        )


def _consigner(
    acteur: Acteur | None,
    commune: Collectivite,
    quittee: Appartenance | None,
    nouvelle: Appartenance | None,
    date_effet: date,
) -> None:
    faits: dict[str, Any] = {"commune": commune.nom, "date_effet": date_courte(date_effet)}
    if nouvelle:
        consigner(
            acteur=acteur, code="territoire.epci_change", objet=commune, epci=nouvelle.epci.nom, **faits
        )
    elif quittee:
        consigner(acteur=acteur, code="territoire.epci_quitte", objet=commune, epci=quittee.epci.nom, **faits)
