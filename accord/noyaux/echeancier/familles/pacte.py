"""Pacte de gouvernance (L5211-11-2): adoption, latest sending, opinions of the communes."""

from accord.noyaux.echeancier.calculateur import Calculateur
from accord.noyaux.echeancier.donnees import Donnees
from accord.noyaux.echeancier.echeances import Echeance

FAMILLE = "pacte"


def echeances(calculateur: Calculateur, donnees: Donnees) -> list[Echeance]:
    """Nothing before the law of 2019, which created the pact."""
    if not calculateur.referentiel.contient("pacte_gouvernance", donnees.renouvellement):
        return []
    pacte = calculateur.echeance("pacte_gouvernance", donnees.renouvellement, famille=FAMILLE)
    envoi = calculateur.dernier_depart(
        "avis_pacte",
        pacte.date,
        famille=FAMILLE,
        code="pacte_envoi_limite",
        libelle="Dernier jour pour transmettre le projet de pacte aux communes",
        base="renouvellement_general_pacte",
    )
    avis = (
        [calculateur.echeance("avis_pacte", donnees.envoi_pacte, famille=FAMILLE)]
        if donnees.envoi_pacte
        else []
    )
    return [envoi, *avis, pacte]
