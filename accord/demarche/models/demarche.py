"""The démarche: all the work of an EPCI and its communes during a term."""

from datetime import date

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from accord.demarche.enums import DelaiDob, Piste
from accord.socle.droits import Acteur
from accord.territoire.models import Collectivite, Commune


class DemarcheQuerySet(models.QuerySet["Demarche"]):
    """Démarches by who may see them."""

    def visibles_par(self, acteur: Acteur) -> "DemarcheQuerySet":
        """Those of the EPCI of the current capacity: seen by the EPCI and by its member communes."""
        if acteur.est_anonyme or acteur.epci_id is None:
            return self.none()
        return self.filter(epci_id=acteur.epci_id)


class Demarche(models.Model):
    """One démarche of one EPCI, in one legal frame, counted from one general renewal."""

    epci = models.ForeignKey(Collectivite, models.PROTECT, related_name="demarches", verbose_name="EPCI")
    slug = models.SlugField("adresse", max_length=120, unique=True)
    nom = models.CharField("nom", max_length=200)
    piste = models.CharField("cadre", max_length=20, choices=Piste.choices, default=Piste.LEGALE)
    date_renouvellement = models.DateField("renouvellement général")
    date_dob = models.DateField("débat d’orientation budgétaire", null=True, blank=True)
    fenetre_dob = models.CharField(
        "fenêtre du débat", max_length=30, choices=DelaiDob.choices, default=DelaiDob.MOIS
    )
    est_demonstration = models.BooleanField("données fictives", default=False)
    cree_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="créée par",
    )
    cree_le = models.DateTimeField("créée le", default=timezone.now)

    objects = DemarcheQuerySet.as_manager()

    class Meta:
        verbose_name = "démarche"
        ordering = ["-cree_le", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(piste__in=Piste.values),
                name="demarche_piste_connue",
                violation_error_message="Le cadre de la démarche est inconnu.",
            ),
        ]

    def __str__(self) -> str:
        return self.nom

    def get_absolute_url(self) -> str:
        return reverse("demarche:demarche-voir", args=[self.slug])

    @property
    def suit_la_piste_legale(self) -> bool:
        return self.piste == Piste.LEGALE

    def communes(self, le: date | None = None) -> models.QuerySet[Commune]:
        """The member communes of the EPCI on that day (today by default), by name."""
        return self.epci.communes_au(le or timezone.localdate())

    def collectivites(self, le: date | None = None) -> models.QuerySet[Collectivite]:
        """The EPCI first, then its member communes by name."""
        concernees = models.Q(pk=self.epci_id) | models.Q(pk__in=self.communes(le).values("pk"))
        return Collectivite.objects.filter(concernees).order_by(
            models.Case(models.When(pk=self.epci_id, then=0), default=1), "nom_recherche", "pk"
        )
