"""Columns met in several sheets."""

from __future__ import annotations

from decimal import Decimal

from accord.diagnostic.classeur.colonnes import Colonne, Genre

ZERO = Decimal(0)
MONTANT_MAXI = Decimal("10000000000")

SIREN = Colonne(
    "siren",
    "SIREN",
    Genre.SIREN,
    obligatoire=True,
    synonymes=(
        "N° SIREN",
        "Numéro SIREN",
        "Code SIREN",
        "SIREN de la commune",
        "SIREN commune",
        "SIREN collectivité",
        "SIREN employeur",
        "SIREN de l'employeur",
        "SIREN membre",
        "Identifiant SIREN",
        "N° SIREN collectivité",
        "SIREN de la structure",
        "SIREN structure",
        "SIRET",
        "N° SIRET",
    ),
    aide="Numéro SIREN à 9 chiffres de la commune ou de l’EPCI.",
)

CODE_SERVICE = Colonne(
    "code_service",
    "Code service",
    Genre.CODE,
    obligatoire=True,
    synonymes=(
        "Code du service",
        "Code",
        "Service (code)",
        "Code services",
        "Réf. service",
        "Référence service",
        "Identifiant service",
        "ID service",
        "Code fonction",
        "Service code",
    ),
    aide="Code court du service, le même dans la feuille Agents (RH, FIN, VOI…).",
)

IDENTIFIANT = Colonne(
    "identifiant",
    "Identifiant",
    Genre.IDENTIFIANT,
    obligatoire=True,
    synonymes=(
        "Id",
        "ID unique",
        "Référence",
        "Réf.",
        "Réf",
        "Code",
        "Numéro",
        "N°",
        "Num",
        "Identifiant unique",
    ),
    aide="Un identifiant de votre choix, unique dans la feuille.",
)


def montant(code: str, libelle: str, *synonymes: str, aide: str = "") -> Colonne:
    """An amount in euros, kept in centimes."""
    return Colonne(code, libelle, Genre.MONTANT, mini=ZERO, maxi=MONTANT_MAXI, synonymes=synonymes, aide=aide)


def note_sur_cinq(code: str, libelle: str, *synonymes: str, aide: str = "") -> Colonne:
    """A whole mark from 1 to 5."""
    return Colonne(
        code, libelle, Genre.ENTIER, mini=Decimal(1), maxi=Decimal(5), synonymes=synonymes, aide=aide
    )


def texte(code: str, libelle: str, *synonymes: str, aide: str = "") -> Colonne:
    """Free text."""
    return Colonne(code, libelle, Genre.TEXTE, synonymes=synonymes, aide=aide)


DATE_DEBUT = Colonne(
    "date_debut",
    "Date de début",
    Genre.DATE,
    synonymes=(
        "Début",
        "Date début",
        "Date d'effet",
        "Date de départ",
        "Du",
        "Date de prise d'effet",
        "Prise d'effet",
        "Date de signature",
        "Depuis le",
        "Début du contrat",
        "Date de début du contrat",
    ),
    aide="Sous la forme 31/12/2027.",
)
DATE_FIN = Colonne(
    "date_fin",
    "Date de fin",
    Genre.DATE,
    synonymes=(
        "Fin",
        "Date fin",
        "Échéance",
        "Date d'échéance",
        "Terme",
        "Au",
        "Date d'expiration",
        "Expiration",
        "Fin du contrat",
        "Date de fin de contrat",
        "Date de fin du contrat",
        "Jusqu'au",
        "Date de terme",
    ),
    aide="Sous la forme 31/12/2027\u202f; vide si le contrat n’a pas de terme.",
)
