"""What a person may do: a role in a collectivité, over champs de compétence, for a period."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from accord.comptes.enums import TOUS_CHAMPS, Champ, Role
from accord.comptes.models.personne import Personne
from accord.socle.droits import Acteur
from accord.territoire.models import Appartenance, Collectivite


def tous_champs() -> list[str]:
    """Default of a new habilitation."""
    return [TOUS_CHAMPS]


class HabilitationQuerySet(models.QuerySet["Habilitation"]):
    """Habilitations by date."""

    def en_cours(self, le: date) -> "HabilitationQuerySet":
        """In force on that day, both ends included."""
        return self.filter(Q(date_fin__isnull=True) | Q(date_fin__gte=le), date_debut__lte=le)

    def visibles_par(self, acteur: Acteur) -> "HabilitationQuerySet":
        """One's own capacities in force: what the header lets one choose among."""
        return self.filter(personne_id=acteur.personne_id).en_cours(acteur.le)

    def administrees_par(self, acteur: Acteur) -> "HabilitationQuerySet":
        """Those the actor answers for: of the whole EPCI for its pilots, of the own commune otherwise."""
        if acteur.est_epci:
            membres = Appartenance.objects.en_date(acteur.le).filter(epci_id=acteur.epci_id)
            lieux = Q(collectivite_id=acteur.epci_id) | Q(collectivite_id__in=membres.values("commune_id"))
            return self.filter(lieux)
        return self.filter(collectivite_id=acteur.collectivite_id)


class Habilitation(models.Model):
    """One capacity: never a row per object, so that rights follow from it and from the object alone."""

    personne = models.ForeignKey(
        Personne, models.CASCADE, related_name="habilitations", verbose_name="personne"
    )
    collectivite = models.ForeignKey(
        Collectivite, models.PROTECT, related_name="habilitations", verbose_name="collectivité"
    )
    role = models.CharField("rôle", max_length=20, choices=Role.choices)
    competences = models.JSONField("champs de compétence", default=tous_champs, blank=True)
    date_debut = models.DateField("du")
    date_fin = models.DateField("au", null=True, blank=True)

    objects = HabilitationQuerySet.as_manager()

    class Meta:
        verbose_name = "habilitation"
        constraints = [
            models.CheckConstraint(
                condition=Q(date_fin__isnull=True) | Q(date_fin__gte=F("date_debut")),
                name="habilitation_periode_ordonnee",
                violation_error_message="La fin d’une habilitation suit son début.",
            ),
            models.UniqueConstraint(
                fields=["personne", "collectivite", "role", "date_debut"],
                name="habilitation_unique",
                violation_error_message="Cette personne a déjà ce rôle dans cette collectivité.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.personne} — {self.get_role_display()}, {self.collectivite}"

    @property
    def champs_libelles(self) -> list[str]:
        """The champs as a person reads them."""
        if TOUS_CHAMPS in self.competences:
            return ["Tous"]
        return [str(Champ(champ).label) for champ in self.competences]

    def clean(self) -> None:
        inconnus = set(self.competences) - set(Champ.values) - {TOUS_CHAMPS}
        if inconnus:
            raise ValidationError(
                {"competences": f"Champs de compétence inconnus : {', '.join(sorted(inconnus))}."}
            )
