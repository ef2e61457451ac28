"""Indicators: born with their forecasts from the scénario retenu, or written by the territory."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from django.db import transaction

from accord.demarche.models import Demarche
from accord.evaluation.enums import DEFINITIONS, OrigineObjectif, TypeIndicateur
from accord.evaluation.models import Indicateur, Objectif
from accord.evaluation.previsions import Prevision, prevoir
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


@dataclass(frozen=True)
class IndicateursCrees:
    """Indicators born now, and forecasts written now (a new version writes new forecasts)."""

    indicateurs: int
    previsions: int


@dataclass(frozen=True)
class DonneesIndicateur:
    """What a person writes of an indicator."""

    libelle: str
    unite: str
    sens: str
    definition: str = ""
    source: str = ""
    est_suivi: bool = True

    def champs(self) -> dict[str, Any]:
        """The columns."""
        return {champ.name: getattr(self, champ.name) for champ in fields(self)}


@transaction.atomic
def creer_indicateurs_depuis_schema(
    *, demarche: Demarche, contenu: dict[str, Any], version: int, acteur: Acteur, le: datetime
) -> IndicateursCrees:
    """Give each service and the territory their indicators, and each year its forecast.

    Idempotent for a version of the scénario retenu; a new version adds its forecasts, which prevail.
    """
    Demarche.objects.select_for_update().get(pk=demarche.pk)
    crees, previsions = 0, 0
    for prevision in prevoir(contenu):
        indicateur, est_neuf = _indicateur(demarche, prevision)
        crees += est_neuf
        previsions += _ecrire_previsions(indicateur, prevision, version, acteur, le)
    if crees or previsions:
        consigner(
            acteur=acteur,
            code="evaluation.indicateurs_crees",
            objet=demarche,
            indicateurs=crees,
            previsions=previsions,
            version=version,
        )
    return IndicateursCrees(crees, previsions)


def _indicateur(demarche: Demarche, prevision: Prevision) -> tuple[Indicateur, bool]:
    modele = DEFINITIONS[prevision.type]
    return Indicateur.objects.get_or_create(
        demarche=demarche,
        type=prevision.type,
        code_service=prevision.code_service,
        defaults={
            "service": prevision.service,
            "libelle": prevision.libelle,
            "definition": modele.definition,
            "unite": modele.unite,
            "sens": modele.sens,
            "source": modele.source,
        },
    )


def _ecrire_previsions(
    indicateur: Indicateur, prevision: Prevision, version: int, acteur: Acteur, le: datetime
) -> int:
    deja = set(
        indicateur.objectifs.filter(origine=OrigineObjectif.PREVISION, version_origine=version).values_list(
            "annee", flat=True
        )
    )
    neufs = [
        Objectif(
            indicateur=indicateur,
            annee=annee,
            valeur_centiemes=valeur,
            origine=OrigineObjectif.PREVISION,
            version_origine=version,
            fixe_le=le,
            personne_id=acteur.personne_id,
            qui=signature(acteur),
        )
        for annee, valeur in sorted(prevision.par_annee.items())
        if annee not in deja
    ]
    Objectif.objects.bulk_create(neufs)
    return len(neufs)


@transaction.atomic
def creer_indicateur(*, demarche: Demarche, donnees: DonneesIndicateur, acteur: Acteur) -> Indicateur:
    """Add an indicator of the territory's own; the same name gives back the one already there."""
    existant = demarche.indicateurs.filter(libelle=donnees.libelle).first()
    if existant:
        return existant
    indicateur = Indicateur.objects.create(demarche=demarche, type=TypeIndicateur.LIBRE, **donnees.champs())
    consigner(acteur=acteur, code="evaluation.indicateur_cree", objet=indicateur, libelle=indicateur.libelle)
    return indicateur


@transaction.atomic
def modifier_indicateur(*, indicateur: Indicateur, donnees: DonneesIndicateur, acteur: Acteur) -> bool:
    """Write what changed; the unit of an indicator already measured is kept by the form."""
    champs = donnees.champs()
    changes = [nom for nom, valeur in champs.items() if getattr(indicateur, nom) != valeur]
    if not changes:
        return False
    for nom in changes:
        setattr(indicateur, nom, champs[nom])
    indicateur.save(update_fields=changes)
    libelles = ", ".join(_libelle(nom) for nom in changes)
    consigner(
        acteur=acteur,
        code="evaluation.indicateur_modifie",
        objet=indicateur,
        libelle=indicateur.libelle,
        champs=libelles,
    )
    return True


def _libelle(nom: str) -> str:
    champ = Indicateur._meta.get_field(nom)
    return str(getattr(champ, "verbose_name", nom))


def signature(acteur: Acteur) -> str:
    """Who wrote a value, and for whom, as shown beside it for ever."""
    if not acteur.collectivite_nom:
        return acteur.nom
    return f"{acteur.nom} ({acteur.role_libelle}, {acteur.collectivite_nom})"
