"""Calling someone to act for a collectivité: bound to an address, a purpose and a first use."""

from datetime import date

from django.db import models

from accord.comptes.enums import Role
from accord.comptes.models import Personne
from accord.demarche.enums import StatutInvitation
from accord.demarche.models.demarche import Demarche
from accord.socle.droits import Acteur
from accord.territoire.models import Collectivite


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations by who may see them."""

    def visibles_par(self, acteur: Acteur) -> "InvitationQuerySet":
        """Those of the démarches one sees."""
        return self.filter(demarche__in=Demarche.objects.visibles_par(acteur))

    def ouvertes_au(self, le: date) -> "InvitationQuerySet":
        """Sent, unanswered, and not expired on that day."""
        return self.filter(statut=StatutInvitation.ENVOYEE, date_expiration__gte=le)


class Invitation(models.Model):
    """One address, one collectivité, one role. The secret of its link is drawn at each sending."""

    demarche = models.ForeignKey(
        Demarche, models.CASCADE, related_name="invitations", verbose_name="démarche"
    )
    collectivite = models.ForeignKey(
        Collectivite, models.PROTECT, related_name="invitations", verbose_name="collectivité"
    )
    email = models.EmailField("adresse électronique", blank=True)
    role = models.CharField("rôle", max_length=20, choices=Role.choices, default=Role.SECRETAIRE)
    statut = models.CharField(
        "statut", max_length=10, choices=StatutInvitation.choices, default=StatutInvitation.PROPOSEE
    )
    empreinte_jeton = models.CharField("empreinte du lien", max_length=64, blank=True, db_index=True)
    envoyee_le = models.DateTimeField("envoyée le", null=True, blank=True)
    date_expiration = models.DateField("valable jusqu’au", null=True, blank=True)
    repondue_le = models.DateTimeField("réponse le", null=True, blank=True)
    motif_refus = models.TextField("motif du refus", blank=True)
    personne = models.ForeignKey(
        Personne, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="personne"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "invitation"
        ordering = ["collectivite__nom_recherche", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["demarche", "collectivite", "email", "role"],
                name="invitation_unique",
                violation_error_message="Cette adresse est déjà invitée à ce titre.",
            ),
            models.CheckConstraint(
                condition=models.Q(statut=StatutInvitation.PROPOSEE) | ~models.Q(email=""),
                name="invitation_envoyee_a_une_adresse",
                violation_error_message="Une invitation ne part pas sans adresse.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.collectivite} — {self.email or 'adresse inconnue'}"
