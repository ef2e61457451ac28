"""The « Équipements » sheet: buildings and sites."""

from __future__ import annotations

from decimal import Decimal

from accord.diagnostic.classeur.colonnes import Colonne, Genre, SchemaFeuille
from accord.diagnostic.classeur.feuilles.briques import (
    IDENTIFIANT,
    SIREN,
    ZERO,
    montant,
    note_sur_cinq,
    texte,
)

EQUIPEMENTS = SchemaFeuille(
    nom="Équipements",
    cle=("siren", "identifiant"),
    colonne_doublon="identifiant",
    objet="un équipement",
    noms=("Équipement", "Bâtiments", "Patrimoine", "Liste des équipements", "Équipements et bâtiments", "Sites"),
    colonnes=(
        IDENTIFIANT,
        SIREN,
        texte("type", "Type", "Type d'équipement", "Catégorie", "Nature", "Type de bâtiment", "Famille",
              aide="Gymnase, salle des fêtes, médiathèque…"),
        texte("nom", "Nom", "Nom de l'équipement", "Libellé", "Dénomination", "Équipement", "Désignation", "Intitulé",
              aide="Nom d’usage."),
        texte("adresse", "Adresse", "Adresse postale", "Localisation", "Adresses", "Lieu", aide="Adresse postale."),
        Colonne("latitude", "Latitude", Genre.NOMBRE, mini=Decimal(-90), maxi=Decimal(90),
                synonymes=("Lat", "Lat.", "Coordonnée Y", "Y", "Latitude (WGS84)", "Latitude WGS84"),
                aide="En degrés décimaux (48,85)."),
        Colonne("longitude", "Longitude", Genre.NOMBRE, mini=Decimal(-180), maxi=Decimal(180),
                synonymes=("Long", "Lon", "Lng", "Long.", "Coordonnée X", "X", "Longitude (WGS84)",
                           "Longitude WGS84"),
                aide="En degrés décimaux (-0,35)."),
        Colonne("surface", "Surface (m²)", Genre.NOMBRE, mini=ZERO, maxi=Decimal(10000000),
                synonymes=("Surface", "Superficie", "Surface utile", "Surface totale", "SHON", "Surface de plancher",
                           "Surface en m²"),
                aide="En mètres carrés."),
        Colonne("taux_usage", "Taux d'usage (%)", Genre.POURCENT, mini=ZERO, maxi=Decimal(100),
                synonymes=("Taux d'usage", "Taux d'utilisation", "Taux d'occupation", "Usage", "Occupation",
                           "Utilisation", "Taux de remplissage"),
                aide="De 0 à 100."),
        note_sur_cinq("etat", "État (1 à 5)", "État", "État général", "État du bâtiment", "Note d'état", "Vétusté",
                      "État de conservation", aide="De 1 (à reprendre) à 5 (très bon)."),
        montant("cout_fonctionnement", "Coût de fonctionnement (€)", "Coût de fonctionnement annuel",
                "Coût annuel de fonctionnement", "Coût annuel", "Fonctionnement", "Charges de fonctionnement",
                "Dépenses de fonctionnement", "Coût d'exploitation", "Frais de fonctionnement",
                aide="Dépenses annuelles\u202f: fluides, entretien, assurances."),
    ),
)  # fmt: skip
