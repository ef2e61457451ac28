"""The « Contrats » sheet: markets, subscriptions, software, with the dates that open a window."""

from __future__ import annotations

from decimal import Decimal

from accord.diagnostic.classeur.colonnes import Colonne, Genre, SchemaFeuille
from accord.diagnostic.classeur.feuilles.briques import (
    DATE_DEBUT,
    DATE_FIN,
    IDENTIFIANT,
    SIREN,
    ZERO,
    montant,
    texte,
)

CONTRATS = SchemaFeuille(
    nom="Contrats",
    cle=("siren", "identifiant"),
    colonne_doublon="identifiant",
    periode=("date_debut", "date_fin"),
    objet="un contrat",
    noms=("Contrat", "Marchés", "Contrats et marchés", "Marchés et contrats", "Liste des contrats", "Marchés publics",
          "Contrats en cours", "Contrats et abonnements"),
    colonnes=(
        IDENTIFIANT,
        SIREN,
        texte("famille", "Famille", "Famille d'achat", "Famille de contrat", "Catégorie", "Domaine",
              "Type de contrat",
              "Nature", "Type", aide="Assurances, énergie, copieurs…"),
        texte("objet", "Objet", "Objet du contrat", "Libellé", "Intitulé", "Objet du marché", "Description",
              "Désignation"),
        texte("titulaire", "Titulaire", "Fournisseur", "Prestataire", "Titulaire du contrat", "Titulaire du marché",
              "Entreprise", "Attributaire", "Nom du titulaire", "Société"),
        montant("montant_annuel", "Montant annuel (€)", "Montant / an", "Montant par an", "Montant", "Coût annuel",
                "Montant annuel TTC", "Montant annuel HT", "Prix annuel", "Dépense annuelle", "Coût", "Coût par an",
                "Montant annuel du contrat"),
        DATE_DEBUT,
        DATE_FIN,
        Colonne("preavis", "Préavis (mois)", Genre.ENTIER, mini=ZERO, maxi=Decimal(120),
                synonymes=("Préavis", "Durée du préavis", "Délai de préavis", "Préavis de résiliation",
                           "Durée préavis"),
                aide="En mois."),
        texte("reconduction", "Reconduction", "Reconductible", "Renouvellement", "Tacite reconduction",
              "Reconduction tacite", "Renouvelable", aide="Oui, non ou les termes du contrat."),
    ),
)  # fmt: skip
