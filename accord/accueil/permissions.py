"""Home and search are open to whoever has signed in: each part then filters on the current capacity."""

from typing import Any

from accord.socle.droits import Acteur, Decision, declarer, non, oui


def est_connecte(acteur: Acteur, _objet: Any) -> Decision:
    return non("Connectez-vous pour voir cette page.") if acteur.est_anonyme else oui()


declarer("accueil.consulter", est_connecte, "Voir son accueil et ce qui l’attend")
declarer("accueil.rechercher", est_connecte, "Rechercher parmi ce que l’on peut voir")
