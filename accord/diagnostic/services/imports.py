"""Depositing a workbook: checked (nothing is recorded), then recorded when a person accepts the report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from accord.diagnostic.adaptateurs import TABLES, Ligne
from accord.diagnostic.classeur import Rapport, verifier_classeur
from accord.diagnostic.enums import MODIFIABLES, StatutImport
from accord.diagnostic.models import Campagne, ImportClasseur, LigneService, ReponseCollectivite
from accord.diagnostic.services.plan_import import (
    PlanTable,
    appliquer,
    dans_le_perimetre,
    en_clair,
    planifier,
)
from accord.diagnostic.territoire_du_classeur import territoire_de
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner
from accord.territoire.models import Collectivite

REFUS_MONTRES = 1000
DIFFERENCES_MONTREES = 200
RIEN_A_ENREGISTRER = "Aucune ligne de ce classeur ne peut être enregistrée."
DEJA_TRANSMISE = (
    "Cette réponse a été transmise\u202f: elle ne se modifie plus. "
    "Demandez au pilotage de la démarche de vous la rendre pour correction."
)


def verifier_import(
    *,
    campagne: Campagne,
    collectivite: Collectivite,
    reponse: ReponseCollectivite | None,
    contenu: bytes,
    nom_fichier: str,
    acteur: Acteur | None,
    le: datetime,
) -> ImportClasseur:
    """Dry run: read, check, compare. `reponse` None means a workbook of the whole territory.

    Raises ClasseurIllisible when the file cannot be read. The same file deposited twice is one import.
    """
    if reponse is not None and not reponse.est_modifiable:
        raise ValidationError(DEJA_TRANSMISE)
    rapport = _verifier(campagne, contenu, nom_fichier)
    return _deposer(campagne, collectivite, reponse, contenu, nom_fichier, rapport, acteur, le)


def _verifier(campagne: Campagne, contenu: bytes, nom_fichier: str) -> Rapport:
    connus = LigneService.objects.filter(reponse__campagne=campagne)
    cles = [(siren or "", code) for siren, code in connus.values_list("reponse__collectivite__siren", "code")]
    return verifier_classeur(contenu, territoire_de(campagne), nom=nom_fichier, services_connus=cles)


@transaction.atomic
def _deposer(
    campagne: Campagne,
    collectivite: Collectivite,
    reponse: ReponseCollectivite | None,
    contenu: bytes,
    nom_fichier: str,
    rapport: Rapport,
    acteur: Acteur | None,
    le: datetime,
) -> ImportClasseur:
    empreinte = hashlib.sha256(contenu).hexdigest()
    plans, hors_perimetre = _planifier(campagne, reponse, rapport)
    en_attente = ImportClasseur.objects.filter(
        campagne=campagne,
        collectivite=collectivite,
        reponse=reponse,
        empreinte=empreinte,
        statut=StatutImport.VERIFIE,
    )
    depot = en_attente.first() or ImportClasseur(
        campagne=campagne, collectivite=collectivite, reponse=reponse, empreinte=empreinte
    )
    nouveau = depot.pk is None
    depot.nom_fichier, depot.depose_le = nom_fichier[:255], le
    depot.depose_par_id = acteur.personne_id if acteur else None
    depot.rapport = _rapport_json(rapport, plans, hors_perimetre)
    if nouveau:
        depot.fichier.save(f"{empreinte[:16]}.bin", ContentFile(contenu), save=False)
    depot.save()
    if nouveau:
        consigner(
            acteur=acteur,
            code="diagnostic.classeur_verifie",
            objet=depot,
            le=le,
            fichier=depot.nom_fichier,
        )
    return depot


@transaction.atomic
def appliquer_import(*, depot: ImportClasseur, acteur: Acteur | None, le: datetime) -> ImportClasseur:
    """Record the accepted rows, by key. Recording twice changes nothing; no row is ever removed."""
    depot = (
        ImportClasseur.objects.select_for_update(of=("self",))
        .select_related("campagne", "reponse")
        .get(pk=depot.pk)
    )
    if depot.statut == StatutImport.APPLIQUE:
        return depot
    if depot.reponse is not None and not depot.reponse.est_modifiable:
        raise ValidationError(DEJA_TRANSMISE)
    with depot.fichier.open("rb") as flux:
        rapport = _verifier(depot.campagne, flux.read(), depot.nom_fichier)
    plans, _hors_perimetre = _planifier(depot.campagne, depot.reponse, rapport)
    if not any(plan.ajouts or plan.modifications or plan.inchangees for plan in plans):
        raise ValidationError(RIEN_A_ENREGISTRER)
    for plan in plans:
        appliquer(plan)
    for reponse in _touchees(plans):
        reponse.toucher(le)
    return _clore(depot, plans, acteur, le)


def _clore(
    depot: ImportClasseur, plans: list[PlanTable], acteur: Acteur | None, le: datetime
) -> ImportClasseur:
    """Note the result and forget the file: its rows are now in the base."""
    depot.bilan = {plan.table.feuille: plan.bilan() for plan in plans}
    depot.statut, depot.applique_le = StatutImport.APPLIQUE, le
    depot.fichier.delete(save=False)
    depot.save()
    totaux = {
        nom: sum(b[nom] for b in depot.bilan.values()) for nom in ("ajoutees", "modifiees", "inchangees")
    }
    consigner(
        acteur=acteur,
        code="diagnostic.classeur_enregistre",
        objet=depot,
        le=le,
        fichier=depot.nom_fichier,
        **totaux,
    )
    return depot


def _touchees(plans: Iterable[PlanTable]) -> list[ReponseCollectivite]:
    """Answers that change."""
    pks = {objet.reponse_id for plan in plans for objet in plan.ajouts}
    pks |= {objet.reponse_id for plan in plans for objet, _ecarts in plan.modifications}
    return list(ReponseCollectivite.objects.filter(pk__in=pks))


def _planifier(
    campagne: Campagne, reponse: ReponseCollectivite | None, rapport: Rapport
) -> tuple[list[PlanTable], int]:
    """The changes, and how many accepted rows are outside what may be written."""
    ouvertes = campagne.reponses.filter(statut__in=MODIFIABLES).select_related("collectivite")
    if reponse is not None:
        ouvertes = ouvertes.filter(pk=reponse.pk)
    reponses = {r.collectivite.siren or "": r for r in ouvertes}
    gardees: dict[str, list[Ligne]] = {}
    ecartees = 0
    for table in TABLES:
        gardees[table.feuille], dehors = dans_le_perimetre(
            table, rapport.feuilles[table.feuille].lignes(), reponses
        )
        ecartees += dehors
    return planifier(gardees, reponses), ecartees


def _rapport_json(rapport: Rapport, plans: list[PlanTable], hors_perimetre: int) -> dict[str, Any]:
    """What the page of the report shows, whatever happens next."""
    ecarts = [
        {
            "feuille": plan.table.feuille,
            "ligne": str(objet),
            "champ": str(objet._meta.get_field(champ.removesuffix("_id")).verbose_name),
            "avant": en_clair(avant),
            "apres": en_clair(apres),
        }
        for plan in plans
        for objet, differences in plan.modifications[:DIFFERENCES_MONTREES]
        for champ, (avant, apres) in differences.items()
    ]
    return {
        **rapport.en_json(),
        "totaux": {nom: str(valeur) for nom, valeur in rapport.totaux.en_json().items()},
        "refus": [
            refus.en_json() | {"valeur": refus.valeur, "message": refus.message}
            for refus in rapport.refus[:REFUS_MONTRES]
        ],
        "nombre_refus": len(rapport.refus),
        "acceptees": rapport.acceptees,
        "refusees": rapport.refusees,
        "observations": list(rapport.observations[:DIFFERENCES_MONTREES]),
        "hors_perimetre": hors_perimetre,
        "prevu": {plan.table.feuille: plan.bilan() for plan in plans},
        "differences": ecarts[:DIFFERENCES_MONTREES],
    }
