"""The annual communication: texts kept while being written, then a frozen version."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from accord.demarche.models import Demarche
from accord.evaluation.contenu import contenu_communication
from accord.evaluation.models import BrouillonCommunication, CommunicationAnnuelle
from accord.plan.services import ScenarioFige
from accord.socle.droits import Acteur
from accord.socle.instantanes import empreinte_de
from accord.socle.journal.services import consigner


@dataclass(frozen=True)
class TextesCommunication:
    """What a person writes; the figures come from the plan and the indicators."""

    date_presentation: date
    introduction: str = ""
    point_rh: str = ""
    suites: str = ""


@transaction.atomic
def enregistrer_brouillon(
    *, demarche: Demarche, annee: int, textes: TextesCommunication
) -> BrouillonCommunication:
    """Keep the texts of a year being prepared."""
    brouillon, _ = BrouillonCommunication.objects.update_or_create(
        demarche=demarche,
        annee=annee,
        defaults={
            "date_presentation": textes.date_presentation,
            "introduction": textes.introduction,
            "point_rh": textes.point_rh,
            "suites": textes.suites,
        },
    )
    return brouillon


@transaction.atomic
def figer_communication(
    *,
    demarche: Demarche,
    annee: int,
    textes: TextesCommunication,
    scenario: ScenarioFige | None,
    acteur: Acteur,
    le: datetime,
) -> CommunicationAnnuelle:
    """Freeze the communication of a year. The same content twice gives back the version already frozen."""
    Demarche.objects.select_for_update().get(pk=demarche.pk)
    enregistrer_brouillon(demarche=demarche, annee=annee, textes=textes)
    contenu = contenu_communication(
        demarche=demarche, annee=annee, textes=textes, scenario=scenario, le=acteur.le
    )
    derniere = demarche.communications.filter(annee=annee).order_by("-version").first()
    if derniere and derniere.empreinte == empreinte_de(contenu):
        return derniere
    communication = CommunicationAnnuelle.objects.create(
        demarche=demarche,
        annee=annee,
        version=derniere.version + 1 if derniere else 1,
        date_presentation=textes.date_presentation,
        contenu=contenu,
        fige_le=le,
        fige_par_id=acteur.personne_id,
    )
    consigner(
        acteur=acteur,
        code="evaluation.communication_figee",
        objet=communication,
        annee=annee,
        version=communication.version,
        empreinte=communication.empreinte,
    )
    return communication
