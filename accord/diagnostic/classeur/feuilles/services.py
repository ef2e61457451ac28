"""The « Services » sheet: what each collectivité does, with what means, and what it wishes."""

from __future__ import annotations

from decimal import Decimal

from accord.diagnostic.classeur.colonnes import Colonne, Genre, SchemaFeuille
from accord.diagnostic.classeur.feuilles.briques import (
    CODE_SERVICE,
    SIREN,
    ZERO,
    montant,
    note_sur_cinq,
    texte,
)

NATURES = ("fonctionnel", "opérationnel")
MODES_GESTION = ("régie", "prestation", "DSP", "syndicat", "CDG", "aucun")
SOUHAITS = ("garder", "partager", "transférer", "à discuter")

ALIAS_NATURE = {
    "fonctionnelle": "fonctionnel", "support": "fonctionnel", "service support": "fonctionnel",
    "operationnelle": "opérationnel", "service operationnel": "opérationnel", "service fonctionnel": "fonctionnel",
    "f": "fonctionnel", "o": "opérationnel",
}  # fmt: skip
ALIAS_MODE = {
    "regie directe": "régie", "en regie": "régie", "regie municipale": "régie", "regie communautaire": "régie",
    "interne": "régie", "prestataire": "prestation", "prestation de service": "prestation",
    "prestataire prive": "prestation", "prestataire exterieur": "prestation", "marche": "prestation",
    "marche public": "prestation", "externalise": "prestation", "d.s.p.": "DSP", "d.s.p": "DSP",
    "delegation de service public": "DSP", "delegation": "DSP", "concession": "DSP", "affermage": "DSP",
    "syndicat intercommunal": "syndicat", "syndicat mixte": "syndicat", "sivu": "syndicat", "sivom": "syndicat",
    "centre de gestion": "CDG", "cdg fpt": "CDG", "c.d.g.": "CDG", "neant": "aucun", "aucune": "aucun",
    "sans": "aucun", "pas de service": "aucun", "sans objet": "aucun", "non exerce": "aucun",
    "service inexistant": "aucun",
}  # fmt: skip
ALIAS_SOUHAIT = {
    "conserver": "garder", "a garder": "garder", "a conserver": "garder", "garde": "garder", "maintenir": "garder",
    "partage": "partager", "a partager": "partager", "mutualiser": "partager", "a mutualiser": "partager",
    "mettre en commun": "partager", "transfert": "transférer", "a transferer": "transférer",
    "transfere": "transférer",
    "discuter": "à discuter", "en discussion": "à discuter", "a voir": "à discuter", "a etudier": "à discuter",
    "a debattre": "à discuter",
}  # fmt: skip

SERVICES = SchemaFeuille(
    nom="Services",
    cle=("siren", "code_service"),
    colonne_doublon="code_service",
    objet="un service d’une collectivité",
    noms=("Service", "Liste des services", "Inventaire des services", "Fiches services", "Services communaux"),
    colonnes=(
        SIREN,
        CODE_SERVICE,
        texte("service", "Service", "Libellé du service", "Libellé service", "Nom du service", "Intitulé du service",
              "Libellé", "Intitulé", "Désignation", "Désignation du service", "Nom", aide="Nom du service."),
        Colonne("nature", "Nature", Genre.CHOIX, choix=NATURES, alias=ALIAS_NATURE,
                synonymes=("Nature du service", "Type de service", "Fonctionnel / opérationnel", "Type"),
                aide="Fonctionnel (support) ou opérationnel."),
        Colonne("mode_gestion", "Mode de gestion", Genre.CHOIX, choix=MODES_GESTION, alias=ALIAS_MODE,
                synonymes=("Gestion", "Mode gestion", "Mode d'exploitation", "Type de gestion", "Mode"),
                aide="Qui fait le travail aujourd’hui."),
        Colonne("etp", "ETP", Genre.NOMBRE, mini=ZERO, maxi=Decimal(100000),
                synonymes=("Équivalents temps plein", "Équivalent temps plein", "Nombre d'ETP", "Nb ETP", "ETPT",
                           "Effectif ETP", "Effectifs (ETP)", "Effectif", "ETP du service", "Total ETP",
                           "Effectif en équivalent temps plein", "Nombre ETP", "E.T.P."),
                aide="Équivalents temps plein du service, avec deux décimales."),
        montant("cout_direct", "Coût direct (€)", "Coûts directs", "Coût direct annuel", "Dépenses directes",
                "Charges directes", "Coût annuel direct", "Montant du coût direct", "Coût direct du service",
                aide="Dépenses annuelles propres au service (personnel, achats, prestations)."),
        montant("cout_indirect", "Coût indirect (€)", "Coûts indirects", "Coût indirect annuel", "Charges indirectes",
                "Dépenses indirectes", "Frais de structure", "Coût annuel indirect", "Coût indirect du service",
                aide="Part des frais communs (locaux, direction, informatique)."),
        montant("recettes", "Recettes (€)", "Recette", "Recettes annuelles", "Produits", "Recettes du service",
                "Montant des recettes", aide="Recettes annuelles du service."),
        texte("unite_oeuvre", "Unité d'œuvre", "Unité", "Unités d'œuvre", "Indicateur d'activité", "Type d'unité",
              "Unité de mesure", "Unité d'activité", aide="Ce que le service produit et que l’on peut compter."),
        Colonne("quantite", "Quantité", Genre.NOMBRE, mini=ZERO,
                synonymes=("Quantités", "Qté", "Volume", "Nombre d'unités", "Quantité annuelle", "Volume annuel",
                           "Nombre d'unités d'œuvre", "Activité annuelle"),
                aide="Nombre d’unités d’œuvre par an."),
        Colonne("souhait", "Souhait", Genre.CHOIX, choix=SOUHAITS, alias=ALIAS_SOUHAIT,
                synonymes=("Souhaits", "Souhait de la commune", "Position", "Volonté", "Souhait exprimé",
                           "Intention"),
                aide="Ce que la collectivité souhaite pour ce service."),
        note_sur_cinq("priorite", "Priorité (1 à 5)", "Priorité", "Niveau de priorité", "Degré de priorité", "Rang",
                      aide="De 1 (peu urgent) à 5 (très urgent)."),
        texte("condition", "Condition", "Conditions", "Réserve", "Réserves", "Condition posée", "Conditions posées",
              "Lignes rouges", aide="Ce à quoi la collectivité tient."),
    ),
)  # fmt: skip
