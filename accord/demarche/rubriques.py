"""The entries of the démarche itself in its side navigation."""

from accord.demarche.registre import declarer_rubrique

RUBRIQUES = (
    ("calendrier", "Calendrier", "demarche:calendrier-voir", 10, "demarche.consulter"),
    ("instances", "Instances", "demarche:instance-lister", 15, "demarche.consulter"),
    ("invitations", "Communes invitées", "demarche:invitation-lister", 18, "demarche.consulter"),
    ("decisions", "Décisions", "demarche:decision-lister", 90, "demarche.consulter"),
    ("journal", "Journal", "demarche:journal-lire", 95, "demarche.lire_journal"),
)


def declarer_rubriques() -> None:
    """Declare them all; none belongs to one repère."""
    for code, libelle, url_name, ordre, permission in RUBRIQUES:
        declarer_rubrique(code, libelle, url_name, 0, ordre, permission)
