"""The « Conventions » sheet: what is already shared, from whom to whom."""

from __future__ import annotations

from accord.diagnostic.classeur.colonnes import Colonne, Genre, SchemaFeuille
from accord.diagnostic.classeur.feuilles.briques import DATE_DEBUT, DATE_FIN, IDENTIFIANT, montant, texte

CONVENTIONS = SchemaFeuille(
    nom="Conventions",
    cle=("identifiant", "siren_fournisseur", "siren_beneficiaire"),
    colonne_doublon="identifiant",
    periode=("date_debut", "date_fin"),
    objet="une convention",
    noms=("Convention", "Conventions existantes", "Mutualisations existantes", "Conventions en cours",
          "Liste des conventions", "Mutualisations"),
    colonnes=(
        IDENTIFIANT,
        Colonne("siren_fournisseur", "SIREN fournisseur", Genre.SIREN, obligatoire=True,
                synonymes=("SIREN du fournisseur", "Fournisseur", "SIREN prestataire", "SIREN du prestataire",
                           "N° SIREN fournisseur", "SIREN (fournisseur)", "Fournisseur (SIREN)", "SIREN mutualisant"),
                aide="SIREN de la collectivité qui rend le service."),
        Colonne("siren_beneficiaire", "SIREN bénéficiaire", Genre.SIREN, obligatoire=True,
                synonymes=("SIREN du bénéficiaire", "Bénéficiaire", "SIREN client", "N° SIREN bénéficiaire",
                           "SIREN (bénéficiaire)", "Bénéficiaire (SIREN)", "SIREN destinataire"),
                aide="SIREN de la collectivité qui reçoit le service."),
        texte("objet", "Objet", "Objet de la convention", "Libellé", "Intitulé", "Service", "Description"),
        texte("base_legale", "Base légale", "Fondement", "Fondement juridique", "Article", "Base juridique",
              "Fondement légal", "Article du CGCT", aide="Article du CGCT (L5211-4-2, L5111-1…)."),
        DATE_DEBUT,
        DATE_FIN,
        montant("montant_annuel", "Montant annuel (€)", "Montant / an", "Montant par an", "Montant", "Coût annuel",
                "Montant annuel de la convention", "Coût par an", "Participation annuelle"),
        texte("cle", "Clé de répartition", "Clé", "Clés de répartition", "Clé répartition", "Mode de répartition",
              "Critère de répartition", "Clef de répartition", "Clef", aide="Population, actes, heures…"),
    ),
)  # fmt: skip
