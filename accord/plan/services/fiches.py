"""Writing a sheet by hand, and changing one."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from accord.demarche.models import Demarche
from accord.plan.models import CommuneConcernee, FicheAction, Orientation
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner
from accord.territoire.models import Collectivite


@dataclass(frozen=True)
class DonneesFiche:
    """What a person writes on a sheet; steps and state have their own acts."""

    titre: str
    orientation: Orientation | None = None
    champ: str = ""
    service: str = ""
    outil: str = ""
    base_legale: str = ""
    cle: str = ""
    pilote_elu: str = ""
    pilote_administratif: str = ""
    objectifs: str = ""
    situation: str = ""
    cible: str = ""
    risques: str = ""
    indicateurs: str = ""
    date_effet: date | None = None
    etp_avant: Decimal | None = None
    etp_apres: Decimal | None = None
    cout_avant_centimes: int | None = None
    cout_apres_centimes: int | None = None
    collectivites: Sequence[Collectivite] = field(default=())

    def champs(self) -> dict[str, Any]:
        """The columns of the sheet, the collectivités apart."""
        return {
            champ.name: getattr(self, champ.name) for champ in fields(self) if champ.name != "collectivites"
        }


@transaction.atomic
def creer_fiche_action(*, demarche: Demarche, donnees: DonneesFiche, acteur: Acteur) -> FicheAction:
    """Add a sheet with the next number. The same title twice gives back the sheet already there."""
    Demarche.objects.select_for_update().get(pk=demarche.pk)
    existante = demarche.fiches.filter(titre=donnees.titre, code_service="").first()
    if existante:
        return existante
    dernier = demarche.fiches.order_by("-numero").values_list("numero", flat=True).first() or 0
    fiche = FicheAction.objects.create(demarche=demarche, numero=dernier + 1, **donnees.champs())
    _ecrire_collectivites(fiche, donnees.collectivites)
    consigner(acteur=acteur, code="plan.fiche_creee", objet=fiche, numero=fiche.numero, titre=fiche.titre)
    return fiche


@transaction.atomic
def modifier_fiche_action(*, fiche: FicheAction, donnees: DonneesFiche, acteur: Acteur) -> bool:
    """Write what changed, and journal the names of the changed fields; say whether anything did."""
    fiche = FicheAction.objects.select_for_update().get(pk=fiche.pk)
    changes = [nom for nom, valeur in donnees.champs().items() if getattr(fiche, nom) != valeur]
    for nom in changes:
        setattr(fiche, nom, getattr(donnees, nom))
    if changes:
        fiche.save(update_fields=changes)
    if _ecrire_collectivites(fiche, donnees.collectivites):
        changes.append("collectivites")
    if changes:
        libelles = ", ".join(_libelle(nom) for nom in changes)
        consigner(
            acteur=acteur, code="plan.fiche_modifiee", objet=fiche, numero=fiche.numero, champs=libelles
        )
    return bool(changes)


def _ecrire_collectivites(fiche: FicheAction, voulues: Sequence[Collectivite]) -> bool:
    """Add and remove, keeping the adhesion day of those that stay."""
    actuelles = set(fiche.concernees.values_list("collectivite_id", flat=True))
    demandees = {collectivite.pk for collectivite in voulues}
    fiche.concernees.exclude(collectivite_id__in=demandees).delete()
    CommuneConcernee.objects.bulk_create(
        CommuneConcernee(fiche=fiche, collectivite=c) for c in voulues if c.pk not in actuelles
    )
    return actuelles != demandees


def _libelle(nom: str) -> str:
    if nom == "collectivites":
        return "communes concernées"
    champ = FicheAction._meta.get_field(nom)
    return str(getattr(champ, "verbose_name", nom))
