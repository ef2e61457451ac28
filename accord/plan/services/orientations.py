"""Naming the axes of the plan."""

from django.db import transaction

from accord.demarche.models import Demarche
from accord.plan.models import Orientation
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner


@transaction.atomic
def creer_orientation(*, demarche: Demarche, titre: str, acteur: Acteur) -> Orientation:
    """Add an axis with the next number; the same title gives back the axis already there."""
    Demarche.objects.select_for_update().get(pk=demarche.pk)
    existante = demarche.orientations.filter(titre=titre).first()
    if existante:
        return existante
    dernier = demarche.orientations.order_by("-numero").values_list("numero", flat=True).first() or 0
    orientation = Orientation.objects.create(demarche=demarche, numero=dernier + 1, titre=titre)
    consigner(acteur=acteur, code="plan.orientation_creee", objet=orientation, titre=titre)
    return orientation


@transaction.atomic
def renommer_orientation(*, orientation: Orientation, titre: str, acteur: Acteur) -> bool:
    """Change the title of an axis; the same title changes nothing."""
    if orientation.titre == titre:
        return False
    ancien, orientation.titre = orientation.titre, titre
    orientation.save(update_fields=["titre"])
    consigner(acteur=acteur, code="plan.orientation_renommee", objet=orientation, titre=titre, ancien=ancien)
    return True
