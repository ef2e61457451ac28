"""Typing services on the screen, for those who do not want a workbook."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from accord.diagnostic.models import LigneService, ReponseCollectivite
from accord.diagnostic.services.imports import DEJA_TRANSMISE
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


@transaction.atomic
def enregistrer_services(
    *,
    reponse: ReponseCollectivite,
    saisies: Mapping[str, Mapping[str, Any]],
    acteur: Acteur | None,
    le: datetime,
) -> int:
    """Write the services typed, by code; returns how many changed. An untouched service is not created."""
    reponse = (
        ReponseCollectivite.objects.select_for_update(of=("self",))
        .select_related("collectivite")
        .get(pk=reponse.pk)
    )
    if not reponse.est_modifiable:
        raise ValidationError(DEJA_TRANSMISE)
    connues = {ligne.code: ligne for ligne in reponse.services.all()}
    modifiees = sum(
        _enregistrer(reponse, connues.get(code), code, champs) for code, champs in saisies.items()
    )
    if modifiees:
        reponse.toucher(le)
        consigner(
            acteur=acteur,
            code="diagnostic.services_saisis",
            objet=reponse,
            le=le,
            collectivite=reponse.collectivite.nom,
            modifiees=modifiees,
        )
    return modifiees


def _enregistrer(
    reponse: ReponseCollectivite, ligne: LigneService | None, code: str, champs: Mapping[str, Any]
) -> bool:
    if ligne is None:
        ligne = LigneService(reponse=reponse, code=code)
        changes = bool(
            [nom for nom, v in champs.items() if nom not in ("libelle", "nature") and v not in (None, "")]
        )
    else:
        changes = any(getattr(ligne, nom) != valeur for nom, valeur in champs.items())
    if changes:
        for nom, valeur in champs.items():
            setattr(ligne, nom, valeur)
        ligne.full_clean()
        ligne.save()
    return changes
