"""Pseudonymised posts: seen only by their own employer; elsewhere only aggregates exist."""

from django.db import models
from django.db.models import Q

from accord.comptes.enums import Role
from accord.diagnostic.champs import services_du_champ
from accord.diagnostic.models.campagne import ReponseCollectivite
from accord.socle.droits import Acteur

CATEGORIES = (("A", "A"), ("B", "B"), ("C", "C"))


class LigneAgentQuerySet(models.QuerySet["LigneAgent"]):
    def visibles_par(self, acteur: Acteur) -> "LigneAgentQuerySet":
        """The individual rows of one's own employer, for those who manage its staff, in their champs."""
        if not acteur.a_role(Role.DRH, Role.DIRECTION, Role.SECRETAIRE):
            return self.none()
        return self.filter(services_du_champ(acteur), reponse__collectivite_id=acteur.collectivite_id)


class LigneAgent(models.Model):
    """One agent in one service: an agent split over several services has several rows."""

    reponse = models.ForeignKey(
        ReponseCollectivite, models.CASCADE, related_name="agents", verbose_name="réponse"
    )
    matricule = models.CharField("matricule (pseudonyme)", max_length=60)
    code = models.CharField("code service", max_length=60)
    metier = models.TextField("métier", blank=True)
    filiere = models.TextField("filière", blank=True)
    categorie = models.CharField("catégorie", max_length=1, choices=CATEGORIES, blank=True)
    statut = models.TextField("statut", blank=True)
    quotite = models.DecimalField("quotité", max_digits=5, decimal_places=4)
    part = models.DecimalField("part dans le service", max_digits=5, decimal_places=4, default=1)
    tranche_age = models.TextField("tranche d’âge", blank=True)
    annee_retraite = models.PositiveSmallIntegerField("retraite prévue", null=True, blank=True)
    cout_charge_centimes = models.BigIntegerField("coût annuel chargé", null=True, blank=True)

    objects = LigneAgentQuerySet.as_manager()

    class Meta:
        verbose_name = "agent dans un service"
        verbose_name_plural = "agents dans les services"
        ordering = ["matricule", "code", "pk"]
        indexes = [models.Index(fields=["reponse", "code", "categorie"], name="ligne_agent_agregats")]
        constraints = [
            models.UniqueConstraint(
                fields=["reponse", "matricule", "code"],
                name="ligne_agent_cle_unique",
                violation_error_message="Cet agent a déjà une ligne dans ce service.",
            ),
            models.CheckConstraint(
                condition=Q(quotite__gte=0, quotite__lte=1, part__gte=0, part__lte=1),
                name="ligne_agent_quotite_et_part_de_0_a_1",
                violation_error_message="La quotité et la part vont de 0 à 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matricule} ({self.code})"
