"""Action sheets born from the decisions of the schéma: one a service of the scénario retenu."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from accord.demarche.models import Demarche
from accord.plan.adaptateurs import SuiteEtapes, etapes_usuelles
from accord.plan.models import CommuneConcernee, EtapeAction, FicheAction, Orientation
from accord.plan.services.textes import TextesFiche, rediger_textes
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner
from accord.territoire.models import Collectivite

ORIENTATIONS = {
    "fonctionnel": "Services fonctionnels : appuyer chaque commune",
    "operationnel": "Services opérationnels : servir les habitantes et habitants",
}
ORIENTATION_PAR_DEFAUT = "Mettre en œuvre les services du schéma"


@dataclass(frozen=True)
class ScenarioFige:
    """The scénario retenu, and the état arrêté it rests on when it can be read (`situation`)."""

    contenu: dict[str, Any]
    version: int
    empreinte: str
    situation: dict[str, Any] | None = None


@dataclass(frozen=True)
class PlanCree:
    """What the creation did: sheets born now, and those that already existed."""

    creees: tuple[FicheAction, ...]
    existantes: int


@transaction.atomic
def creer_plan_depuis_schema(
    *, demarche: Demarche, scenario: ScenarioFige, acteur: Acteur, le: date
) -> PlanCree:
    """Give each service of the snapshot its sheet, with steps dated back from its first adhesion.

    Idempotent: a service that has its sheet keeps it untouched, whatever was changed on it since.
    """
    Demarche.objects.select_for_update().get(pk=demarche.pk)
    deja = set(demarche.fiches.exclude(code_service="").values_list("code_service", flat=True))
    services = [s for s in scenario.contenu["services"] if s["code"] not in deja]
    collectivites = _collectivites(services)
    numero = _dernier_numero(demarche)
    creees = []
    for service in services:
        numero += 1
        creees.append(_creer_fiche(demarche, numero, service, scenario, collectivites, le))
    if creees:
        consigner(
            acteur=acteur, code="plan.cree", objet=demarche, nombre=len(creees), version=scenario.version
        )
    return PlanCree(tuple(creees), len(deja))


def _creer_fiche(
    demarche: Demarche,
    numero: int,
    service: dict[str, Any],
    scenario: ScenarioFige,
    collectivites: dict[str, Collectivite],
    le: date,
) -> FicheAction:
    date_effet = min(date.fromisoformat(a["date_adhesion"]) for a in service["adherents"])
    suite = etapes_usuelles(
        forme=service["forme"],
        financement=service["financement"],
        date_effet=date_effet,
        departement=demarche.epci.departement,
        le=le,
        adhesions=[(a["nom"], date.fromisoformat(a["date_adhesion"])) for a in service["adherents"]],
    )
    textes = rediger_textes(service, scenario.contenu, scenario.situation, resserree=suite.est_resserree)
    fiche = FicheAction.objects.create(
        demarche=demarche,
        orientation=_orientation(demarche, service["code"], scenario.situation),
        numero=numero,
        titre=_titre(service),
        code_service=service["code"],
        service=service["libelle"],
        outil=service["forme_libelle"],
        base_legale=service["base_legale"],
        gestionnaire=collectivites.get(service["gestionnaire"]["siren"]),
        cle=service["cle_libelle"],
        date_effet=date_effet,
        etp_apres=Decimal(service["etp_cible"]) if service.get("etp_cible") else None,
        version_origine=scenario.version,
        empreinte_origine=scenario.empreinte,
        **_champs(textes),
    )
    _ecrire_etapes(fiche, suite)
    CommuneConcernee.objects.bulk_create(
        CommuneConcernee(
            fiche=fiche,
            collectivite=collectivites[a["siren"]],
            date_adhesion=date.fromisoformat(a["date_adhesion"]),
        )
        for a in service["adherents"]
        if a["siren"] in collectivites
    )
    return fiche


def _titre(service: dict[str, Any]) -> str:
    forme = service["forme_libelle"]
    return f"{service['libelle']} : {forme[:1].lower()}{forme[1:]}"[:200]


def _champs(textes: TextesFiche) -> dict[str, Any]:
    return {
        "objectifs": textes.objectifs,
        "situation": textes.situation,
        "cible": textes.cible,
        "risques": textes.risques,
        "indicateurs": textes.indicateurs,
        "etp_avant": textes.etp_avant,
        "cout_avant_centimes": textes.cout_avant_centimes,
        "cout_apres_centimes": textes.cout_apres_centimes,
    }


def _ecrire_etapes(fiche: FicheAction, suite: SuiteEtapes) -> None:
    EtapeAction.objects.bulk_create(
        EtapeAction(
            fiche=fiche,
            ordre=rang,
            code=etape.code,
            libelle=etape.libelle,
            organe=etape.organe,
            document=etape.document,
            reference=etape.reference,
            date_prevue=etape.date_prevue,
            date_initiale=etape.date_prevue,
        )
        for rang, etape in enumerate(suite.etapes, start=1)
    )


def _orientation(demarche: Demarche, code: str, situation: dict[str, Any] | None) -> Orientation:
    natures = {s["code"]: s.get("nature", "") for s in (situation or {}).get("services", [])}
    titre = ORIENTATIONS.get(natures.get(code, ""), ORIENTATION_PAR_DEFAUT)
    existante = demarche.orientations.filter(titre=titre).first()
    if existante:
        return existante
    dernier = demarche.orientations.order_by("-numero").values_list("numero", flat=True).first() or 0
    return Orientation.objects.create(demarche=demarche, numero=dernier + 1, titre=titre)


def _collectivites(services: list[dict[str, Any]]) -> dict[str, Collectivite]:
    sirens = {a["siren"] for s in services for a in s["adherents"]} | {
        s["gestionnaire"]["siren"] for s in services
    }
    return {c.siren: c for c in Collectivite.objects.filter(siren__in=sirens) if c.siren}


def _dernier_numero(demarche: Demarche) -> int:
    return demarche.fiches.order_by("-numero").values_list("numero", flat=True).first() or 0
