"""A collectivité of the bloc communal: a commune, an EPCI à fiscalité propre, or a body attached to one."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Case, F, IntegerField, Q, Value, When
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from accord.socle.droits import Acteur
from accord.territoire.enums import NatureJuridique, RegimeFiscal, TypeCollectivite
from accord.territoire.recherche import cle_recherche, plier
from accord.territoire.referentiel import noms_departements

SEUIL_3_500 = 3_500
ordre_population = F("population_municipale").desc(nulls_last=True)


class CollectiviteQuerySet(models.QuerySet["Collectivite"]):
    """Public data: every signed-in person sees all of it."""

    def visibles_par(self, acteur: Acteur) -> CollectiviteQuerySet:
        """Everything, for anyone signed in."""
        return self.none() if acteur.est_anonyme else self.all()

    def en_date(self, le: date) -> CollectiviteQuerySet:
        """Those that exist on that day, first and last days included."""
        return self.filter(
            Q(date_creation__isnull=True) | Q(date_creation__lte=le),
            Q(date_fin__isnull=True) | Q(date_fin__gte=le),
        )

    def recherche(self, texte: str) -> CollectiviteQuerySet:
        """By name, SIREN or code INSEE; the best first: exact, prefix, start of a word, anywhere.

        The text is folded as the names are, so accents, case, hyphens and ligatures never matter.
        """
        key = cle_recherche(texte)
        if not key:
            return self.none()
        code = plier(texte).replace(" ", "").upper()
        found = Q(siren=code) | Q(code_insee=code)
        words = Q()
        for word in key.split():
            words &= Q(nom_recherche__contains=word)
        rank = Case(
            When(found | Q(nom_recherche=key), then=Value(0)),
            When(nom_recherche__startswith=key, then=Value(1)),
            When(nom_recherche__contains=f" {key}", then=Value(2)),
            When(nom_recherche__contains=key, then=Value(3)),
            default=Value(4),
            output_field=IntegerField(),
        )
        return (
            self.filter(found | words)
            .annotate(rang=rank)
            .order_by("rang", ordre_population, "nom_recherche", "pk")
        )


class Collectivite(models.Model):
    """One legal body, with its current name; past names are `Appellation`, memberships `Appartenance`."""

    siren = models.CharField(
        "SIREN",
        max_length=9,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{9}$")],
    )
    code_insee = models.CharField("code INSEE", max_length=5, null=True, blank=True)  # noqa: DJ001
    type = models.CharField("type", max_length=10, choices=TypeCollectivite.choices)
    nature_juridique = models.CharField("nature juridique", max_length=10, choices=NatureJuridique.choices)
    nom = models.CharField("nom", max_length=200)
    nom_recherche = models.CharField("nom sans accent", max_length=200, editable=False, db_index=True)
    regime_fiscal = models.CharField("régime fiscal", max_length=3, choices=RegimeFiscal.choices, blank=True)
    departement = models.CharField("département", max_length=3, blank=True, db_index=True)
    population_municipale = models.PositiveIntegerField("population municipale", null=True, blank=True)
    population_totale = models.PositiveIntegerField("population totale", null=True, blank=True)
    millesime = models.PositiveSmallIntegerField("millésime des données", null=True, blank=True)
    date_creation = models.DateField("créée le", null=True, blank=True)
    date_fin = models.DateField("dernier jour d’existence", null=True, blank=True)
    latitude = models.FloatField("latitude de la mairie", null=True, blank=True)
    longitude = models.FloatField("longitude de la mairie", null=True, blank=True)

    objects = CollectiviteQuerySet.as_manager()

    class Meta:
        verbose_name = "collectivité"
        constraints = [
            models.UniqueConstraint(
                fields=["code_insee"],
                condition=Q(date_fin__isnull=True),
                name="collectivite_code_insee_unique",
                violation_error_message="Ce code INSEE est déjà celui d’une commune existante.",
            ),
            models.CheckConstraint(
                condition=Q(siren__isnull=True) | Q(Exact(Length("siren"), 9)),
                name="collectivite_siren_neuf_chiffres",
                violation_error_message="Un numéro SIREN compte neuf chiffres.",
            ),
            models.CheckConstraint(
                condition=~Q(type="commune") | Q(code_insee__isnull=False),
                name="collectivite_commune_a_un_code_insee",
                violation_error_message="Une commune a un code INSEE.",
            ),
            models.CheckConstraint(
                condition=~Q(type="epci") | Q(siren__isnull=False, regime_fiscal__in=["FPU", "FA"]),
                name="collectivite_epci_a_siren_et_regime",
                violation_error_message="Un EPCI à fiscalité propre a un SIREN et un régime fiscal.",
            ),
            models.CheckConstraint(
                condition=Q(type="epci") | Q(regime_fiscal=""),
                name="collectivite_regime_des_seuls_epci",
                violation_error_message="Seul un EPCI à fiscalité propre a un régime fiscal.",
            ),
            models.CheckConstraint(
                condition=Q(date_fin__isnull=True)
                | Q(date_creation__isnull=True)
                | Q(date_fin__gte=F("date_creation")),
                name="collectivite_periode_ordonnee",
                violation_error_message="La fin d’une collectivité suit sa création.",
            ),
        ]

    def __str__(self) -> str:
        return self.nom

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.nom_recherche = cle_recherche(self.nom)
        if "nom" in (kwargs.get("update_fields") or ()):
            kwargs["update_fields"] = {*kwargs["update_fields"], "nom_recherche"}
        super().save(*args, **kwargs)

    @property
    def est_epci(self) -> bool:
        return self.type == TypeCollectivite.EPCI

    @property
    def est_commune(self) -> bool:
        return self.type == TypeCollectivite.COMMUNE

    @property
    def nom_departement(self) -> str:
        return noms_departements().get(self.departement, self.departement)

    @property
    def atteint_3_500(self) -> bool:
        """Whether the thresholds of 3 500 inhabitants apply; unknown population means no."""
        return (self.population_municipale or 0) >= SEUIL_3_500

    def communes_au(self, le: date) -> models.QuerySet[Commune]:
        """The member communes of this EPCI on that day, by name."""
        membres = self.membres.en_date(le).values("commune_id")
        return Commune.objects.filter(pk__in=membres).order_by("nom_recherche", "pk")

    def epci_au(self, le: date) -> Epci | None:
        """The EPCI this commune belongs to on that day; an EPCI answers itself; None when there is none."""
        if self.est_epci:
            return Epci.objects.get(pk=self.pk)
        return Epci.objects.filter(pk__in=self.appartenances.en_date(le).values("epci_id")).first()

    def nom_au(self, le: date) -> str:
        """The name it bore on that day."""
        appellation = self.appellations.en_date(le).first()
        return appellation.nom if appellation else self.nom


class _ParType(models.Manager.from_queryset(CollectiviteQuerySet)):  # type: ignore[misc]
    """The default manager of a proxy: only its own type."""

    type_collectivite: TypeCollectivite

    def get_queryset(self) -> CollectiviteQuerySet:
        return super().get_queryset().filter(type=self.type_collectivite)


class EpciManager(_ParType):
    type_collectivite = TypeCollectivite.EPCI


class CommuneManager(_ParType):
    type_collectivite = TypeCollectivite.COMMUNE


class Epci(Collectivite):
    """An EPCI à fiscalité propre."""

    objects: ClassVar[EpciManager] = EpciManager()

    class Meta:
        proxy = True
        verbose_name = "EPCI à fiscalité propre"
        verbose_name_plural = "EPCI à fiscalité propre"


class Commune(Collectivite):
    """A commune."""

    objects: ClassVar[CommuneManager] = CommuneManager()

    class Meta:
        proxy = True
        verbose_name = "commune"
