"""Territorial data is public: whoever is signed in reads all of it."""

from typing import Any

from accord.socle.droits import Acteur, Decision, declarer, non, oui


def est_connecte(acteur: Acteur, objet: Any) -> Decision:
    """Any signed-in person."""
    return non("Connectez-vous pour consulter les territoires.") if acteur.est_anonyme else oui()


def declarer_permissions() -> None:
    """Declare the permissions of this app."""
    declarer("territoire.consulter", est_connecte, "Consulter les intercommunalités et les communes")
    declarer("territoire.exporter", est_connecte, "Exporter la liste des intercommunalités")
