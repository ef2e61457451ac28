"""Who may do what: an immutable `Acteur`, decisions that carry their reason, a registry, and doors.

`rules` answers yes or no; here a refusal must say why and who can, so a predicate returns a `Decision`.
"""

from accord.socle.droits.acteur import Acteur
from accord.socle.droits.decision import Decision, non, oui
from accord.socle.droits.exigence import exige, publique
from accord.socle.droits.registre import CodeInconnu, Permission, decider, declarer, permissions_declarees
from accord.socle.droits.requete import Requete

__all__ = [
    "Acteur",
    "CodeInconnu",
    "Decision",
    "Permission",
    "Requete",
    "decider",
    "declarer",
    "exige",
    "non",
    "oui",
    "permissions_declarees",
    "publique",
]
