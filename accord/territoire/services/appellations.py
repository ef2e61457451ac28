"""A collectivité changes its name or its nature, and keeps its past."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from accord.socle.droits import Acteur
from accord.socle.interface.formats import date_courte
from accord.socle.journal.services import consigner
from accord.territoire.enums import NATURES_EPCI, NatureJuridique, RegimeFiscal
from accord.territoire.models import Appellation, Collectivite

NATURES_EN_FPU = (NatureJuridique.CA, NatureJuridique.CU, NatureJuridique.METRO, NatureJuridique.MET69)
"""Natures for which the law imposes the fiscalité professionnelle unique (CGI, art. 1609 nonies C)."""


@transaction.atomic
def renommer_collectivite(
    *,
    acteur: Acteur | None,
    collectivite: Collectivite,
    nom: str,
    date_effet: date,
    le: date,
    nature_juridique: str = "",
) -> Collectivite:
    """Give a new name or nature from `date_effet`. Repeating the same change does nothing.

    Raises ValidationError when the date is to come (`le` is today) or precedes a change already recorded.
    """
    courante = Collectivite.objects.select_for_update().get(pk=collectivite.pk)
    nature = nature_juridique or courante.nature_juridique
    nom = nom.strip()
    if (nom, nature) == (courante.nom, courante.nature_juridique):
        return courante
    _verifier(courante, nom, nature, date_effet, le)
    _clore_appellation(courante, date_effet - timedelta(days=1))
    Appellation.objects.create(collectivite=courante, nom=nom, nature_juridique=nature, date_debut=date_effet)
    ancien = courante.nom
    courante.nom, courante.nature_juridique = nom, nature
    if nature in NATURES_EN_FPU:
        courante.regime_fiscal = RegimeFiscal.FPU
    courante.save()
    consigner(
        acteur=acteur,
        code="territoire.collectivite_renommee",
        objet=courante,
        ancien=ancien,
        nouveau=nom,
        date_effet=date_courte(date_effet),
    )
    return courante


def _verifier(collectivite: Collectivite, nom: str, nature: str, date_effet: date, le: date) -> None:
    if not nom:
        raise ValidationError("Indiquez le nouveau nom.")
    if collectivite.est_epci and nature not in NATURES_EPCI:
        raise ValidationError("Cette nature juridique n’est pas celle d’un EPCI à fiscalité propre.")
    if collectivite.est_commune and nature != NatureJuridique.COM:
        raise ValidationError(
            "Une commune reste une commune\u202f: pour une fusion, créez une commune nouvelle."
        )
    if date_effet > le:
        raise ValidationError(
            f"Ce changement prend effet le {date_courte(date_effet)}\u202f: enregistrez-le à partir de ce jour."
        )


def _clore_appellation(collectivite: Collectivite, dernier_jour: date) -> None:
    derniere = collectivite.appellations.filter(date_fin__isnull=True).first()
    if derniere is None:
        derniere = Appellation(
            collectivite=collectivite,
            nom=collectivite.nom,
            nature_juridique=collectivite.nature_juridique,
            date_debut=collectivite.date_creation,
        )
    if derniere.date_debut and derniere.date_debut > dernier_jour:
        raise ValidationError(
            f"Le nom actuel est porté depuis le {date_courte(derniere.date_debut)}\u202f: "
            "le nouveau nom prend effet après cette date."
        )
    derniere.date_fin = dernier_jour
    derniere.save()
