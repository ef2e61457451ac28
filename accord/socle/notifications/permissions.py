"""Each person rules his or her own mail."""

from typing import Any

from accord.socle.droits import Acteur, Decision, declarer, non, oui


def est_connecte(acteur: Acteur, _objet: Any) -> Decision:
    return non("Connectez-vous pour régler vos courriels.") if acteur.est_anonyme else oui()


declarer("notifications.regler", est_connecte, "Régler ses courriels")
