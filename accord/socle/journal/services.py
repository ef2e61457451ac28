"""Writing to the journal and checking that nobody rewrote it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from accord.socle.droits import Acteur
from accord.socle.journal.models import ORIGINE, Entree, Maillon

AUTOMATE = "Commun Accord"
"""Who acts when no person does (a tacit opinion noted on its day)."""


@transaction.atomic
def consigner(
    *, acteur: Acteur | None, code: str, objet: models.Model, le: datetime | None = None, **donnees: Any
) -> Entree:
    """Add one entry at the end of the chain, in the transaction of the act itself.

    `acteur` is None for the platform itself. `donnees` must be plain JSON without floats. The context is
    the object's `demarche` when it has one.
    """
    Maillon.objects.get_or_create(pk=1)
    maillon = Maillon.objects.select_for_update().get(pk=1)
    contexte = objet if objet._meta.model_name == "demarche" else getattr(objet, "demarche", None)
    entree = Entree(
        numero=maillon.numero + 1,
        survenu_le=(le or timezone.now()).astimezone(UTC),
        personne_id=acteur.personne_id if acteur else None,
        qui=_signature(acteur),
        code=code,
        objet_type=objet._meta.label_lower,
        objet_id=str(objet.pk),
        contexte_type=contexte._meta.label_lower if contexte else "",
        contexte_id=str(contexte.pk) if contexte else "",
        donnees=donnees,
        empreinte_precedente=maillon.empreinte,
    )
    entree.empreinte = entree.sceau()
    entree.save()
    maillon.numero, maillon.empreinte = entree.numero, entree.empreinte
    maillon.save()
    return entree


def _signature(acteur: Acteur | None) -> str:
    if acteur is None:
        return AUTOMATE
    if not acteur.collectivite_nom:
        return acteur.nom
    return f"{acteur.nom} ({acteur.role_libelle}, {acteur.collectivite_nom})"


@dataclass(frozen=True)
class Rupture:
    """A place where the chain does not hold."""

    numero: int
    raison: str


def verifier_chaine() -> tuple[int, Rupture | None]:
    """Read the whole chain: number of entries read, and the first break if any."""
    attendu, precedente, lues = 1, ORIGINE, 0
    for entree in _dans_l_ordre():
        if entree.numero != attendu:
            return lues, Rupture(attendu, "entrée manquante")
        if entree.empreinte_precedente != precedente:
            return lues, Rupture(entree.numero, "ne suit pas l’entrée précédente")
        if entree.sceau() != entree.empreinte:
            return lues, Rupture(entree.numero, "contenu modifié après coup")
        attendu, precedente, lues = attendu + 1, entree.empreinte, lues + 1
    maillon = Maillon.objects.filter(pk=1).first()
    if maillon and (maillon.numero, maillon.empreinte) != (lues, precedente):
        return lues, Rupture(maillon.numero, "dernières entrées effacées")
    return lues, None


def _dans_l_ordre() -> Iterator[Entree]:
    return Entree.objects.order_by("numero").iterator(chunk_size=2000)
