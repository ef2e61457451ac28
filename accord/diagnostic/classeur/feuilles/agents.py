"""The « Agents » sheet: pseudonymised posts, an agent being split over several services by lines."""

from __future__ import annotations

from decimal import Decimal

from accord.diagnostic.classeur.colonnes import Colonne, Genre, SchemaFeuille
from accord.diagnostic.classeur.feuilles.briques import CODE_SERVICE, SIREN, ZERO, montant, texte

CATEGORIES = ("A", "B", "C")
ALIAS_CATEGORIE = {
    f"{prefixe}{lettre.lower()}": lettre
    for lettre in CATEGORIES
    for prefixe in ("categorie ", "cat. ", "cat ", "cat.", "cat")
}
_CODE = Colonne(
    CODE_SERVICE.code, CODE_SERVICE.libelle, CODE_SERVICE.genre, obligatoire=True,
    synonymes=(*CODE_SERVICE.synonymes, "Service", "Service d'affectation", "Affectation", "Code affectation"),
    aide="Le code d’un service de la feuille Services, pour la même collectivité.",
)  # fmt: skip

AGENTS = SchemaFeuille(
    nom="Agents",
    cle=("matricule", "siren", "code_service"),
    colonne_doublon="matricule",
    objet="un agent dans un service",
    noms=("Agent", "Personnel", "Personnels", "Effectifs", "Effectif", "Postes", "Liste des agents",
          "Tableau des effectifs"),
    colonnes=(
        Colonne("matricule", "Matricule (pseudonyme)", Genre.IDENTIFIANT, obligatoire=True,
                synonymes=("Matricule", "Pseudonyme", "Matricule agent", "Matricule de l'agent", "N° matricule",
                           "Identifiant agent", "Identifiant de l'agent", "Identifiant", "N° agent", "Agent",
                           "Id agent"),
                aide="Un pseudonyme stable, jamais un nom."),
        SIREN,
        _CODE,
        texte("metier", "Métier", "Poste", "Fonction", "Emploi", "Intitulé du poste", "Métiers", "Fonction exercée",
              "Libellé du poste", "Profession", aide="Métier exercé."),
        texte("filiere", "Filière", "Filières", "Filière statutaire", aide="Administrative, technique…"),
        Colonne("categorie", "Catégorie", Genre.CHOIX, choix=CATEGORIES, alias=ALIAS_CATEGORIE,
                synonymes=("Cat.", "Catégorie hiérarchique", "Catégorie statutaire", "Catégories",
                           "Catégorie (A, B, C)"),
                aide="Catégorie hiérarchique\u202f: A, B ou C."),
        texte("statut", "Statut", "Statuts", "Situation statutaire", "Statut de l'agent", "Position statutaire",
              aide="Titulaire, stagiaire, contractuel…"),
        Colonne("quotite", "Quotité", Genre.PART, obligatoire=True, mini=ZERO, maxi=Decimal(1),
                synonymes=("Quotité de travail", "Quotité travaillée", "Temps de travail", "Quotité temps de travail",
                           "Taux d'emploi", "Quotités", "Taux d'activité", "ETP", "ETP agent", "Taux de travail"),
                aide="Temps de travail de l’agent\u202f: 1, 0,8 ou 80 %."),
        Colonne("part", "Part dans le service", Genre.PART, mini=ZERO, maxi=Decimal(1),
                synonymes=("Part", "Part service", "Part du temps", "Part de temps", "Part affectée",
                           "Part du service",
                           "Répartition", "Part du temps dans le service", "Part de temps dans le service",
                           "Taux d'affectation", "% dans le service", "Part affectée au service"),
                aide="Part de son temps passée dans ce service\u202f; vide\u202f: tout son temps. "
                     "La somme ne dépasse pas 1."),
        texte("tranche_age", "Tranche d'âge", "Âge", "Tranche âge", "Tranches d'âge", "Classe d'âge",
              aide="Une tranche, jamais une date de naissance."),
        Colonne("retraite", "Retraite prévue (année)", Genre.ANNEE, mini=Decimal(1990), maxi=Decimal(2100),
                synonymes=("Retraite prévue", "Retraite", "Année de retraite", "Année retraite", "Départ en retraite",
                           "Date de retraite", "Année de départ", "Départ prévu", "Année de départ en retraite",
                           "Départ retraite", "Année prévue de retraite", "Retraite prévisible"),
                aide="Année de départ prévisible."),
        montant("cout_charge", "Coût annuel chargé (€)", "Coût chargé", "Coût annuel", "Coût total chargé",
                "Coût salarial", "Masse salariale", "Coût annuel chargé de l'agent", "Coût chargé annuel",
                "Rémunération chargée", "Coût agent", "Salaire chargé", "Coût employeur",
                aide="Rémunération annuelle, cotisations comprises."),
    ),
)  # fmt: skip
