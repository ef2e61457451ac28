"""Recording what an instance decided."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from accord.demarche.enums import SensDecision
from accord.demarche.models import Decision, Demarche, Instance
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


@dataclass(frozen=True, kw_only=True)
class ContenuDecision:
    """What a decision says; `objet_libelle` and `objet_url` name the page it bears on."""

    intitule: str
    date_decision: date
    sens: str = SensDecision.ADOPTEE
    texte: str = ""
    reserves: str = ""
    dissidences: str = ""
    objet_libelle: str = ""
    objet_url: str = ""


@transaction.atomic
def enregistrer_decision(
    *, demarche: Demarche, contenu: ContenuDecision, acteur: Acteur | None, instance: Instance | None = None
) -> Decision:
    """Keep a decision; the very same one (instance, day, title, result) is returned as it is.

    Raises ValidationError when it is adopted with reservations that are not said.
    """
    identique = demarche.decisions.filter(
        instance=instance,
        date_decision=contenu.date_decision,
        intitule=contenu.intitule,
        sens=contenu.sens,
    ).first()
    if identique:
        return identique
    decision = Decision(demarche=demarche, instance=instance, **asdict(contenu))
    decision.full_clean()
    decision.save()
    consigner(
        acteur=acteur,
        code="demarche.decision_enregistree",
        objet=decision,
        intitule=decision.intitule,
        sens=decision.get_sens_display().lower(),
        par=f" ({instance.nom})" if instance else "",
    )
    return decision
