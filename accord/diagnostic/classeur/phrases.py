"""The French sentence of a refusal: where, what was read, why, what to do."""

from __future__ import annotations

from accord.diagnostic.classeur.colonnes import Colonne
from accord.diagnostic.classeur.valeurs.anomalies import Anomalie, Raison

_QUE_FAIRE = {
    Raison.OBLIGATOIRE_MANQUANT: "cette cellule est vide alors qu’elle est nécessaire. Remplissez-la.",
    Raison.SIREN_INCONNU: "ce SIREN n’est ni celui de l’EPCI ni celui d’une de ses communes.",
    Raison.NOMBRE_INVALIDE: (
        "un nombre est attendu. Écrivez par exemple 1234,50, ou laissez vide si vous ne savez pas."
    ),
    Raison.HORS_BORNES: "cette valeur est hors des limites.",
    Raison.VALEUR_INCONNUE: "cette valeur n’est pas dans la liste.",
    Raison.DATE_INVALIDE: "cette date n’existe pas ou n’est pas lisible. Écrivez-la sous la forme 31/12/2027.",
    Raison.DOUBLON: "une ligne précédente porte déjà cette clé. Supprimez l’une des deux ou changez l’identifiant.",
    Raison.REFERENCE_INCONNUE: (
        "aucune ligne acceptée de la feuille Services ne porte ce code pour ce SIREN. "
        "Corrigez le code, ou d’abord la ligne du service."
    ),
}
_PRECISIONS = {
    Raison.SIREN_INCONNU: " Vouliez-vous dire {}\u202f?",
    Raison.HORS_BORNES: " Attendu\u202f: {}.",
    Raison.VALEUR_INCONNUE: " Choisissez parmi\u202f: {}.",
}


def phrase_de_refus(ligne: int, colonne: Colonne, anomalie: Anomalie, valeur: str) -> str:
    """« Ligne 86, colonne Code service : « XXX », aucune ligne… »."""
    lu = f"«\u202f{valeur}\u202f», " if valeur and anomalie.raison is not Raison.OBLIGATOIRE_MANQUANT else ""
    suite = ""
    if anomalie.precision:
        suite = _PRECISIONS.get(anomalie.raison, " {}").format(anomalie.precision)
    return f"Ligne {ligne}, colonne {colonne.libelle}\u202f: {lu}{_QUE_FAIRE[anomalie.raison]}{suite}"
