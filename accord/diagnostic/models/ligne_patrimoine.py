"""Equipment, contracts and existing conventions."""

from django.db import models

from accord.diagnostic.models.campagne import ReponseCollectivite
from accord.territoire.models import Collectivite


class LigneEquipement(models.Model):
    """A building or a site."""

    reponse = models.ForeignKey(
        ReponseCollectivite, models.CASCADE, related_name="equipements", verbose_name="réponse"
    )
    identifiant = models.CharField("identifiant", max_length=60)
    type = models.TextField("type", blank=True)
    nom = models.TextField("nom", blank=True)
    adresse = models.TextField("adresse", blank=True)
    latitude = models.DecimalField("latitude", max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField("longitude", max_digits=9, decimal_places=6, null=True, blank=True)
    surface_m2 = models.DecimalField("surface (m²)", max_digits=12, decimal_places=2, null=True, blank=True)
    taux_usage = models.DecimalField(
        "taux d’usage (%)", max_digits=6, decimal_places=2, null=True, blank=True
    )
    etat = models.PositiveSmallIntegerField("état (1 à 5)", null=True, blank=True)
    cout_fonctionnement_centimes = models.BigIntegerField("coût de fonctionnement", null=True, blank=True)

    class Meta:
        verbose_name = "équipement"
        ordering = ["identifiant", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reponse", "identifiant"],
                name="ligne_equipement_identifiant_unique",
                violation_error_message="Cet identifiant d’équipement est déjà utilisé.",
            )
        ]

    def __str__(self) -> str:
        return self.nom or self.identifiant


class LigneContrat(models.Model):
    """A contract, a market, a subscription."""

    reponse = models.ForeignKey(
        ReponseCollectivite, models.CASCADE, related_name="contrats", verbose_name="réponse"
    )
    identifiant = models.CharField("identifiant", max_length=60)
    famille = models.TextField("famille", blank=True)
    objet = models.TextField("objet", blank=True)
    titulaire = models.TextField("titulaire", blank=True)
    montant_annuel_centimes = models.BigIntegerField("montant annuel", null=True, blank=True)
    date_debut = models.DateField("début", null=True, blank=True)
    date_fin = models.DateField("fin", null=True, blank=True)
    preavis_mois = models.PositiveSmallIntegerField("préavis (mois)", null=True, blank=True)
    reconduction = models.TextField("reconduction", blank=True)

    class Meta:
        verbose_name = "contrat"
        ordering = ["identifiant", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reponse", "identifiant"],
                name="ligne_contrat_identifiant_unique",
                violation_error_message="Cet identifiant de contrat est déjà utilisé.",
            )
        ]

    def __str__(self) -> str:
        return self.objet or self.identifiant


class LigneConvention(models.Model):
    """What is already shared, from one collectivité to another."""

    reponse = models.ForeignKey(
        ReponseCollectivite, models.CASCADE, related_name="conventions", verbose_name="réponse"
    )
    identifiant = models.CharField("identifiant", max_length=60)
    fournisseur = models.ForeignKey(
        Collectivite, models.PROTECT, related_name="+", verbose_name="fournisseur"
    )
    beneficiaire = models.ForeignKey(
        Collectivite, models.PROTECT, related_name="+", verbose_name="bénéficiaire"
    )
    objet = models.TextField("objet", blank=True)
    base_legale = models.TextField("base légale", blank=True)
    date_debut = models.DateField("début", null=True, blank=True)
    date_fin = models.DateField("fin", null=True, blank=True)
    montant_annuel_centimes = models.BigIntegerField("montant annuel", null=True, blank=True)
    cle = models.TextField("clé de répartition", blank=True)

    class Meta:
        verbose_name = "convention existante"
        verbose_name_plural = "conventions existantes"
        ordering = ["identifiant", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reponse", "identifiant", "fournisseur", "beneficiaire"],
                name="ligne_convention_cle_unique",
                violation_error_message="Cette convention est déjà déclarée.",
            )
        ]

    def __str__(self) -> str:
        return self.objet or self.identifiant
