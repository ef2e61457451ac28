"""One mail to one recipient: kept so that anyone can be shown who received what, and why."""

from django.db import models
from django.utils import timezone

from accord.socle.notifications.enums import StatutCourriel


class CourrielQuerySet(models.QuerySet["Courriel"]):
    """Reads by what remains to be done."""

    def a_expedier(self) -> "CourrielQuerySet":
        """Waiting to leave, or refused by the server last time."""
        return self.filter(statut__in=[StatutCourriel.A_ENVOYER, StatutCourriel.ECHOUE])

    def en_resume(self) -> "CourrielQuerySet":
        """Waiting for the day's summary, grouped by subject, newest first."""
        return self.filter(statut=StatutCourriel.EN_RESUME).order_by("adresse", "groupe", "-cree_le", "-pk")


class Courriel(models.Model):
    """Its two bodies are kept as they were sent; `groupe` is what it is about, `url` where it leads."""

    adresse = models.EmailField("destinataire")
    nom = models.CharField("nom du destinataire", max_length=200, blank=True)
    genre = models.CharField("genre", max_length=80)
    gabarit = models.CharField("gabarit", max_length=120)
    sujet = models.CharField("sujet", max_length=250)
    raison = models.CharField("pourquoi cette personne", max_length=300)
    groupe = models.CharField("à propos de", max_length=200, blank=True)
    url = models.CharField("page concernée", max_length=500, blank=True)
    texte = models.TextField("corps en texte")
    html = models.TextField("corps en HTML")
    statut = models.CharField("statut", max_length=20, choices=StatutCourriel.choices)
    erreur = models.CharField("dernier refus", max_length=300, blank=True)
    cree_le = models.DateTimeField("préparé le", default=timezone.now)
    envoye_le = models.DateTimeField("envoyé le", null=True, blank=True)

    objects = CourrielQuerySet.as_manager()

    class Meta:
        verbose_name = "courriel"
        ordering = ["-cree_le", "-pk"]
        indexes = [models.Index(fields=["statut", "adresse"], name="courriel_a_traiter")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(statut="envoye", envoye_le__isnull=False)
                | (~models.Q(statut="envoye") & models.Q(envoye_le__isnull=True)),
                name="courriel_envoye_est_date",
                violation_error_message="Un courriel envoyé porte sa date d’envoi, et lui seul.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.sujet} → {self.adresse}"
