"""What the territory sets: the base of the calendar and the dates it knows."""

from datetime import date

from django.db import transaction

from accord.demarche.models import Demarche, Jalon
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


@transaction.atomic
def definir_calendrier(
    *,
    demarche: Demarche,
    date_renouvellement: date,
    piste: str,
    fenetre_dob: str,
    date_dob: date | None,
    acteur: Acteur,
) -> Demarche:
    """Change the frame, the base date or the debate. Raises ValidationError on an unknown frame."""
    demarche.date_renouvellement = date_renouvellement
    demarche.piste = piste
    demarche.fenetre_dob = fenetre_dob
    demarche.date_dob = date_dob
    demarche.full_clean()
    demarche.save()
    consigner(
        acteur=acteur,
        code="demarche.calendrier_regle",
        objet=demarche,
        base=date_renouvellement.isoformat(),
        piste=demarche.get_piste_display(),
    )
    return demarche


@transaction.atomic
def ajouter_jalon(
    *, demarche: Demarche, nature: str, date_jalon: date, acteur: Acteur | None, precision: str = ""
) -> Jalon:
    """Add a known date; the same one twice is one. Raises ValidationError on an unknown kind."""
    existant = demarche.jalons.filter(nature=nature, date_jalon=date_jalon).first()
    if existant:
        return existant
    jalon = Jalon(demarche=demarche, nature=nature, date_jalon=date_jalon, precision=precision)
    jalon.full_clean()
    jalon.save()
    consigner(
        acteur=acteur,
        code="demarche.jalon_pose",
        objet=jalon,
        nature=jalon.get_nature_display(),
        date=date_jalon.isoformat(),
    )
    return jalon


@transaction.atomic
def retirer_jalon(*, jalon: Jalon, acteur: Acteur) -> None:
    """Forget a date that proved wrong."""
    consigner(
        acteur=acteur,
        code="demarche.jalon_retire",
        objet=jalon,
        nature=jalon.get_nature_display(),
        date=jalon.date_jalon.isoformat(),
    )
    jalon.delete()
