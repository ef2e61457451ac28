"""Several communes become one, which takes the code INSEE of its chef-lieu and their place in the EPCI."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from accord.socle.droits import Acteur
from accord.socle.interface.formats import date_courte
from accord.socle.journal.services import consigner
from accord.territoire.contours import contours_de_reference
from accord.territoire.enums import MotifFiliation, NatureJuridique, TypeCollectivite
from accord.territoire.geometrie import from_geojson, geojson, union
from accord.territoire.models import Appartenance, Collectivite, Contour, Filiation


@transaction.atomic
def creer_commune_nouvelle(
    *,
    acteur: Acteur | None,
    nom: str,
    communes: Sequence[Collectivite],
    chef_lieu: Collectivite,
    date_effet: date,
    siren: str | None = None,
    epci: Collectivite | None = None,
) -> Collectivite:
    """Create the commune nouvelle on `date_effet`; the communes it follows end the day before.

    Populations and contours add up. `epci` must be said only when the communes belong to different ones.
    Raises ValidationError when a commune has ended already or the EPCI cannot be told.
    """
    anciennes = list(Collectivite.objects.select_for_update().filter(pk__in=[c.pk for c in communes]))
    _verifier(nom, anciennes, chef_lieu, date_effet)
    rejoint = epci or _epci_commun(anciennes, date_effet)
    veille = date_effet - timedelta(days=1)
    for ancienne in anciennes:
        ancienne.date_fin = veille
        ancienne.save(update_fields=["date_fin"])
        ancienne.appartenances.filter(date_fin__isnull=True).update(date_fin=veille)
    nouvelle = _creer(nom.strip(), anciennes, chef_lieu, date_effet, siren)
    if rejoint:
        Appartenance.objects.create(commune=nouvelle, epci=rejoint, date_debut=date_effet)
    Filiation.objects.bulk_create(
        Filiation(
            nouvelle=nouvelle,
            ancienne=ancienne,
            date_effet=date_effet,
            motif=MotifFiliation.COMMUNE_NOUVELLE,
        )
        for ancienne in anciennes
    )
    _dessiner(nouvelle, anciennes)
    consigner(
        acteur=acteur,
        code="territoire.commune_nouvelle_creee",
        objet=nouvelle,
        nom=nouvelle.nom,
        date_effet=date_courte(date_effet),
    )
    return nouvelle


def _verifier(nom: str, anciennes: list[Collectivite], chef_lieu: Collectivite, date_effet: date) -> None:
    if not nom.strip():
        raise ValidationError("Indiquez le nom de la commune nouvelle.")
    if len(anciennes) < 2:
        raise ValidationError("Une commune nouvelle réunit au moins deux communes.")
    if chef_lieu.pk not in {ancienne.pk for ancienne in anciennes}:
        raise ValidationError("Le chef-lieu est l’une des communes réunies.")
    for ancienne in anciennes:
        if not ancienne.est_commune:
            raise ValidationError(f"{ancienne.nom} n’est pas une commune.")
        if ancienne.date_fin:
            raise ValidationError(f"{ancienne.nom} n’existe plus après le {date_courte(ancienne.date_fin)}.")
        if ancienne.appartenances.filter(date_debut__gte=date_effet).exists():
            raise ValidationError(f"Un changement d’EPCI de {ancienne.nom} est enregistré après cette date.")


def _epci_commun(anciennes: list[Collectivite], le: date) -> Collectivite | None:
    epci = {ancienne.epci_au(le) for ancienne in anciennes}
    if len(epci) > 1:
        raise ValidationError(
            "Ces communes appartiennent à des EPCI différents\u202f: indiquez celui de la commune nouvelle."
        )
    return epci.pop()


def _creer(
    nom: str, anciennes: list[Collectivite], chef_lieu: Collectivite, date_effet: date, siren: str | None
) -> Collectivite:
    nouvelle = Collectivite(
        siren=siren or None,
        code_insee=chef_lieu.code_insee,
        type=TypeCollectivite.COMMUNE,
        nature_juridique=NatureJuridique.COM,
        nom=nom,
        departement=chef_lieu.departement,
        population_municipale=_somme([ancienne.population_municipale for ancienne in anciennes]),
        population_totale=_somme([ancienne.population_totale for ancienne in anciennes]),
        millesime=chef_lieu.millesime,
        date_creation=date_effet,
        latitude=chef_lieu.latitude,
        longitude=chef_lieu.longitude,
    )
    nouvelle.full_clean()
    nouvelle.save()
    return nouvelle


def _somme(populations: list[int | None]) -> int | None:
    """Unknown as soon as one is unknown."""
    connues = [population for population in populations if population is not None]
    return sum(connues) if len(connues) == len(populations) else None


def _dessiner(nouvelle: Collectivite, anciennes: list[Collectivite]) -> None:
    dessines = {
        contour.collectivite_id: contour for contour in Contour.objects.filter(collectivite__in=anciennes)
    }
    reference = contours_de_reference(
        (commune.departement, commune.code_insee or "") for commune in anciennes
    )
    polygones = []
    for commune in anciennes:
        if commune.pk in dessines:
            polygones += from_geojson(dessines[commune.pk].geojson)
        else:
            polygones += reference.get(commune.code_insee or "", [])
    if polygones:
        Contour.objects.create(collectivite=nouvelle, geojson=geojson(union(polygones)))
