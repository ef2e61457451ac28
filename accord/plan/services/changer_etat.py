"""Moving an action from one state to another, by the transition table."""

from datetime import date

from django.db import transaction

from accord.plan.enums import TRANSITIONS_ACTION, EtatAction, motif_exige
from accord.plan.models import FicheAction
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


class TransitionInterdite(ValueError):
    """The change of state is not allowed; the message says why, in French."""


@transaction.atomic
def changer_etat_fiche(
    *, fiche: FicheAction, vers: EtatAction, motif: str = "", acteur: Acteur, le: date
) -> bool:
    """Apply one transition. Already there: nothing happens (double submit) and False is returned."""
    fiche = FicheAction.objects.select_for_update().get(pk=fiche.pk)
    de, vers, motif = EtatAction(fiche.etat), EtatAction(vers), motif.strip()
    if de == vers:
        return False
    _verifier(fiche, de, vers, motif)
    fiche.etat, fiche.motif_etat = vers, motif
    fiche.save(update_fields=["etat", "motif_etat"])
    consigner(
        acteur=acteur,
        code="plan.fiche_etat",
        objet=fiche,
        numero=fiche.numero,
        de=str(de.label).lower(),
        vers=str(vers.label).lower(),
        motif=motif,
        le_jour=le.isoformat(),
    )
    return True


def _verifier(fiche: FicheAction, de: EtatAction, vers: EtatAction, motif: str) -> None:
    if vers not in TRANSITIONS_ACTION[de]:
        raise TransitionInterdite(
            f"Une action « {str(de.label).lower()} » ne peut pas devenir « {str(vers.label).lower()} »."
        )
    if motif_exige(de, vers) and not motif:
        raise TransitionInterdite("Dites pourquoi : le motif est conservé et figure sur la fiche.")
    if vers == EtatAction.TERMINE and fiche.etapes.filter(date_realisation__isnull=True).exists():
        raise TransitionInterdite(
            "Il reste des étapes à faire : notez-les faites ou retirez-les avant de terminer l’action."
        )
