"""The bodies that steer a démarche, and who sits in them."""

from django.db import models

from accord.comptes.models import Personne
from accord.demarche.enums import TypeInstance
from accord.demarche.models.demarche import Demarche
from accord.socle.droits import Acteur
from accord.territoire.models import Collectivite


class InstanceQuerySet(models.QuerySet["Instance"]):
    """Instances by who may see them."""

    def visibles_par(self, acteur: Acteur) -> "InstanceQuerySet":
        """Those of the démarches one sees."""
        return self.filter(demarche__in=Demarche.objects.visibles_par(acteur))


class Instance(models.Model):
    """A committee, a group or a council, with what it is for."""

    demarche = models.ForeignKey(Demarche, models.CASCADE, related_name="instances", verbose_name="démarche")
    type = models.CharField("type", max_length=30, choices=TypeInstance.choices)
    nom = models.CharField("nom", max_length=150)
    mission = models.TextField("mission", blank=True)

    objects = InstanceQuerySet.as_manager()

    class Meta:
        verbose_name = "instance"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "nom"],
                name="instance_nom_unique",
                violation_error_message="Une instance de ce nom existe déjà dans la démarche.",
            ),
        ]

    def __str__(self) -> str:
        return self.nom


class MembreInstance(models.Model):
    """Someone who sits in an instance: a person of the site, or a name when there is no account yet."""

    instance = models.ForeignKey(Instance, models.CASCADE, related_name="membres", verbose_name="instance")
    personne = models.ForeignKey(
        Personne, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="personne"
    )
    nom = models.CharField("nom", max_length=200)
    fonction = models.CharField("fonction", max_length=200, blank=True)
    collectivite = models.ForeignKey(
        Collectivite, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="collectivité"
    )
    preside = models.BooleanField("préside l’instance", default=False)

    class Meta:
        verbose_name = "membre d’une instance"
        verbose_name_plural = "membres des instances"
        ordering = ["-preside", "nom", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instance", "nom", "collectivite"],
                name="membre_instance_unique",
                violation_error_message="Cette personne siège déjà dans l’instance.",
            ),
            models.UniqueConstraint(
                fields=["instance", "nom"],
                condition=models.Q(collectivite__isnull=True),
                name="membre_instance_unique_sans_collectivite",
                violation_error_message="Cette personne siège déjà dans l’instance.",
            ),
        ]

    def __str__(self) -> str:
        return self.nom

    @property
    def demarche(self) -> Demarche:
        return self.instance.demarche
