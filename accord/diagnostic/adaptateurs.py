"""Between the rows of a workbook and the rows of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache
from typing import Any, cast

from django.db import models

from accord.diagnostic.models import (
    LigneAgent,
    LigneContrat,
    LigneConvention,
    LigneEquipement,
    LigneService,
)

Ligne = dict[str, object]


@dataclass(frozen=True)
class Table:
    """How a sheet of the workbook maps to a model: column code → field."""

    feuille: str
    modele: type[models.Model]
    champs: Mapping[str, str]
    cle: tuple[str, ...]
    """Fields that identify a row inside the answer of a collectivité."""
    relation: str
    """Name of the relation from the answer."""
    colonne_siren: str = "siren"

    def valeurs(self, ligne: Ligne, collectivites: Mapping[str, int]) -> dict[str, Any]:
        """The fields of the model for a row of the workbook."""
        return {
            champ: collectivites[str(ligne[code])] if convertir is None else convertir(ligne.get(code))
            for code, champ, convertir in self.conversions
        }

    @cached_property
    def conversions(self) -> list[tuple[str, str, Callable[[object], Any] | None]]:
        """Column code, attribute and how its value is kept (None: a SIREN that becomes a collectivité)."""
        return [(code, nom, _conversion(self.champ(nom))) for code, nom in self.champs.items()]

    def champ(self, nom: str) -> models.Field[Any, Any]:
        """The field of that attribute name."""
        return cast("models.Field[Any, Any]", self.modele._meta.get_field(nom.removesuffix("_id")))

    def ligne(self, objet: Any, sirens: Mapping[int, str], siren: str) -> Ligne:
        """The row of the workbook for an object."""
        ligne: Ligne = {"siren": siren} if self.colonne_siren == "siren" else {}
        for code, champ in self.champs.items():
            valeur = getattr(objet, champ)
            ligne[code] = sirens[valeur] if champ.endswith("_id") else valeur if valeur != "" else None
        return ligne


def _conversion(champ: models.Field[Any, Any]) -> Callable[[object], Any] | None:
    """How a value of the workbook is kept: unknown as the field says, decimals at the precision of the base."""
    if isinstance(champ, models.ForeignKey):
        return None
    absente = None if champ.null else champ.get_default()
    if isinstance(champ, models.DecimalField):
        pas = Decimal(1).scaleb(-champ.decimal_places)

        @lru_cache(maxsize=4096)
        def arrondir(valeur: object) -> Any:
            return absente if valeur is None else Decimal(str(valeur)).quantize(pas, rounding=ROUND_HALF_UP)

        return arrondir
    return lambda valeur: absente if valeur is None else valeur


def _identiques(*codes: str, **renommes: str) -> dict[str, str]:
    return {code: code for code in codes} | renommes


TABLES = (
    Table(
        "Services",
        LigneService,
        {"code_service": "code", "service": "libelle"}
        | _identiques("nature", "mode_gestion", "etp")
        | {"cout_direct": "cout_direct_centimes", "cout_indirect": "cout_indirect_centimes"}
        | {"recettes": "recettes_centimes"}
        | _identiques("unite_oeuvre", "quantite", "souhait", "priorite", "condition"),
        ("code",),
        "services",
    ),
    Table(
        "Agents",
        LigneAgent,
        {"matricule": "matricule", "code_service": "code"}
        | _identiques("metier", "filiere", "categorie", "statut", "quotite", "part", "tranche_age")
        | {"retraite": "annee_retraite", "cout_charge": "cout_charge_centimes"},
        ("matricule", "code"),
        "agents",
    ),
    Table(
        "Équipements",
        LigneEquipement,
        _identiques("identifiant", "type", "nom", "adresse", "latitude", "longitude", surface="surface_m2")
        | _identiques("taux_usage", "etat", cout_fonctionnement="cout_fonctionnement_centimes"),
        ("identifiant",),
        "equipements",
    ),
    Table(
        "Contrats",
        LigneContrat,
        _identiques("identifiant", "famille", "objet", "titulaire", montant_annuel="montant_annuel_centimes")
        | _identiques("date_debut", "date_fin", "reconduction", preavis="preavis_mois"),
        ("identifiant",),
        "contrats",
    ),
    Table(
        "Conventions",
        LigneConvention,
        _identiques("identifiant", siren_fournisseur="fournisseur_id", siren_beneficiaire="beneficiaire_id")
        | _identiques(
            "objet", "base_legale", "date_debut", "date_fin", "cle", montant_annuel="montant_annuel_centimes"
        ),
        ("identifiant", "fournisseur_id", "beneficiaire_id"),
        "conventions",
        colonne_siren="siren_fournisseur",
    ),
)
PAR_FEUILLE = {table.feuille: table for table in TABLES}


def cle_de(table: Table, valeurs: Mapping[str, Any]) -> tuple[Any, ...]:
    """The key of a row inside its answer."""
    return tuple(valeurs[champ] for champ in table.cle)


def differences(table: Table, objet: Any, valeurs: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Fields that a row would change: (before, after)."""
    return {
        champ: (getattr(objet, champ), valeur)
        for champ, valeur in valeurs.items()
        if getattr(objet, champ) != valeur
    }


def lignes_exportees(table: Table, objets: Iterable[Any], sirens: Mapping[int, str]) -> Iterable[Ligne]:
    """Rows of a sheet, ready for the writer; `objets` come with their answer loaded."""
    for objet in objets:
        yield table.ligne(objet, sirens, sirens[objet.reponse.collectivite_id])
