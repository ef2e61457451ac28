"""Creating instances and saying who sits in them."""

from django.db import transaction

from accord.demarche.models import Demarche, Instance, MembreInstance
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner
from accord.territoire.models import Collectivite


@transaction.atomic
def creer_instance(
    *, demarche: Demarche, type_instance: str, nom: str, acteur: Acteur | None, mission: str = ""
) -> Instance:
    """Create an instance. Raises ValidationError when the name is taken in this démarche."""
    instance = Instance(demarche=demarche, type=type_instance, nom=nom.strip(), mission=mission.strip())
    instance.full_clean()
    instance.save()
    consigner(acteur=acteur, code="demarche.instance_creee", objet=instance, instance=instance.nom)
    return instance


@transaction.atomic
def ajouter_membre(
    *,
    instance: Instance,
    nom: str,
    acteur: Acteur | None,
    fonction: str = "",
    collectivite: Collectivite | None = None,
    preside: bool = False,
) -> MembreInstance:
    """Seat someone; the same name for the same collectivité is updated rather than doubled."""
    membre, cree = MembreInstance.objects.update_or_create(
        instance=instance,
        nom=nom.strip(),
        collectivite=collectivite,
        defaults={"fonction": fonction.strip(), "preside": preside},
    )
    if cree:
        consigner(
            acteur=acteur,
            code="demarche.membre_ajoute",
            objet=instance,
            membre=membre.nom,
            instance=instance.nom,
        )
    return membre


@transaction.atomic
def retirer_membre(*, membre: MembreInstance, acteur: Acteur | None) -> None:
    """Take someone out of an instance; the journal keeps the trace."""
    instance, nom = membre.instance, membre.nom
    membre.delete()
    consigner(acteur=acteur, code="demarche.membre_retire", objet=instance, membre=nom, instance=instance.nom)
