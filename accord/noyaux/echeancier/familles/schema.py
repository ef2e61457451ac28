"""Rapport relatif aux mutualisations and projet de schéma (L5211-39-1)."""

from datetime import date

from accord.noyaux.echeancier.calculateur import Calculateur
from accord.noyaux.echeancier.donnees import Donnees
from accord.noyaux.echeancier.echeances import Echeance
from accord.noyaux.echeancier.ecriture import en_lettres

FAMILLE = "schema"


def echeances(calculateur: Calculateur, donnees: Donnees) -> list[Echeance]:
    """The legal track has the one-year limit; a voluntary schéma only what follows a known receipt."""
    if donnees.piste == "service_commun":
        return []
    if donnees.piste == "volontaire":
        return _apres_reception(calculateur, donnees, donnees.reception) if donnees.reception else []
    rapport = calculateur.echeance("rapport_mutualisations", donnees.renouvellement, famille=FAMILLE)
    notification = calculateur.dernier_depart(
        "avis_commune_tacite",
        rapport.date,
        famille=FAMILLE,
        code="rapport_notification_limite",
        libelle="Dernier jour pour notifier le rapport aux communes et approuver dans l’année",
        base="etablissement_rapport",
    )
    suite = _apres_reception(calculateur, donnees, donnees.reception or notification.date)
    return [notification, rapport, *suite]


def avis_tacite(calculateur: Calculateur, reception: date, *, par_defaut: bool = False) -> Echeance:
    """The day on which a commune's silence becomes a favourable opinion: one commune, one date of receipt."""
    precision = f"rapport reçu le {en_lettres(reception)}" + (
        ", dernier jour utile, par défaut" if par_defaut else ""
    )
    regle = calculateur.referentiel.regle("avis_commune_tacite", reception)
    reserves = (
        ("Date de réception non renseignée : la date limite de notification est utilisée.",)
        if par_defaut
        else ()
    )
    return calculateur.echeance(
        "avis_commune_tacite",
        reception,
        famille=FAMILLE,
        libelle=f"{regle.libelle} ({precision})",
        reserves=reserves,
    )


def _apres_reception(calculateur: Calculateur, donnees: Donnees, reception: date) -> list[Echeance]:
    tacite = avis_tacite(calculateur, reception, par_defaut=donnees.reception is None)
    possible = calculateur.echeance("approbation_schema", tacite.date, famille=FAMILLE, nature="ouverture")
    transmission = calculateur.echeance(
        "transmission_schema", donnees.approbation or possible.date, famille=FAMILLE, nature="ouverture"
    )
    return [tacite, possible, transmission]
