"""Doing, postponing, adding and removing the steps of an action."""

from datetime import date
from typing import Any

from django.db import transaction

from accord.plan.models import EtapeAction, FicheAction
from accord.socle.droits import Acteur
from accord.socle.interface.formats import date_courte
from accord.socle.journal.services import consigner


class EtapeImpossible(ValueError):
    """The step cannot be changed so; the message says why, in French."""


@transaction.atomic
def realiser_etape(*, etape: EtapeAction, date_realisation: date, acteur: Acteur, le: date) -> bool:
    """Note that a step was done on a day, today at the latest. Doing it twice changes nothing."""
    etape = _verrouiller(etape)
    if date_realisation > le:
        raise EtapeImpossible(
            "Une étape se note faite au plus tôt le jour même : choisissez une date passée."
        )
    if etape.date_realisation == date_realisation:
        return False
    etape.date_realisation = date_realisation
    etape.save(update_fields=["date_realisation"])
    consigner(
        acteur=acteur,
        code="plan.etape_realisee",
        objet=etape.fiche,
        jour=date_courte(date_realisation),
        **_designation(etape),
    )
    return True


@transaction.atomic
def rouvrir_etape(*, etape: EtapeAction, acteur: Acteur) -> bool:
    """Take back a step noted done by mistake."""
    etape = _verrouiller(etape)
    if etape.date_realisation is None:
        return False
    etape.date_realisation = None
    etape.save(update_fields=["date_realisation"])
    consigner(acteur=acteur, code="plan.etape_rouverte", objet=etape.fiche, **_designation(etape))
    return True


@transaction.atomic
def reporter_etape(*, etape: EtapeAction, date_prevue: date, motif: str, acteur: Acteur) -> bool:
    """Give a step another day, with the reason; the first day planned stays on the sheet."""
    etape = _verrouiller(etape)
    if etape.date_realisation is not None:
        raise EtapeImpossible("Cette étape est déjà faite : elle ne se reporte plus.")
    if etape.date_prevue == date_prevue:
        return False
    if not motif.strip():
        raise EtapeImpossible("Dites pourquoi la date change : le motif est conservé au journal.")
    ancienne, etape.date_prevue = etape.date_prevue, date_prevue
    etape.save(update_fields=["date_prevue"])
    consigner(
        acteur=acteur,
        code="plan.etape_reportee",
        objet=etape.fiche,
        ancienne=date_courte(ancienne),
        jour=date_courte(date_prevue),
        motif=motif.strip(),
        **_designation(etape),
    )
    return True


@transaction.atomic
def ajouter_etape(
    *, fiche: FicheAction, libelle: str, date_prevue: date, organe: str = "", acteur: Acteur
) -> EtapeAction:
    """Add a step of the territory's own. The same words on the same day give back the step there."""
    fiche = FicheAction.objects.select_for_update().get(pk=fiche.pk)
    existante = fiche.etapes.filter(libelle=libelle, date_prevue=date_prevue).first()
    if existante:
        return existante
    dernier = fiche.etapes.order_by("-ordre").values_list("ordre", flat=True).first() or 0
    etape = EtapeAction.objects.create(
        fiche=fiche,
        ordre=dernier + 1,
        libelle=libelle,
        organe=organe,
        date_prevue=date_prevue,
        date_initiale=date_prevue,
    )
    consigner(
        acteur=acteur,
        code="plan.etape_ajoutee",
        objet=fiche,
        jour=date_courte(date_prevue),
        **_designation(etape),
    )
    return etape


@transaction.atomic
def retirer_etape(*, etape: EtapeAction, acteur: Acteur) -> None:
    """Remove a step that will not be done; a step already done stays."""
    etape = _verrouiller(etape)
    if etape.date_realisation is not None:
        raise EtapeImpossible("Cette étape est déjà faite : elle reste sur la fiche.")
    consigner(acteur=acteur, code="plan.etape_retiree", objet=etape.fiche, **_designation(etape))
    etape.delete()


def _verrouiller(etape: EtapeAction) -> EtapeAction:
    return EtapeAction.objects.select_for_update().get(pk=etape.pk)


def _designation(etape: EtapeAction) -> dict[str, Any]:
    """What the journal says of the step."""
    return {"numero": etape.fiche.numero, "etape": etape.libelle}
