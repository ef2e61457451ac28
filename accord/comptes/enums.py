"""Roles and champs de compétence."""

from django.db import models

from accord.socle.droits.acteur import TOUS_CHAMPS


class Role(models.TextChoices):
    """The capacity in which a person acts for a collectivité."""

    CHEF_PROJET = "chef_projet", "Chef·fe de projet"
    EXECUTIF = "executif", "Maire ou président·e"
    ELU = "elu", "Élu·e"
    DIRECTION = "direction", "Direction générale"
    SECRETAIRE = "secretaire", "Secrétaire de mairie"
    DRH = "drh", "Ressources humaines"
    CADRE = "cadre", "Cadre intermédiaire"
    AGENT = "agent", "Agent·e"
    SYNDICAT = "syndicat", "Représentant·e du personnel"
    PARTENAIRE = "partenaire", "Partenaire"
    EVALUATEUR = "evaluateur", "Évaluateur·rice externe"


class Champ(models.TextChoices):
    """Champ de compétence: what a person's habilitation covers. `TOUS_CHAMPS` stands for every one."""

    ADMINISTRATION = "administration", "Administration générale"
    FINANCES = "finances", "Finances et commande publique"
    RESSOURCES_HUMAINES = "ressources_humaines", "Ressources humaines"
    NUMERIQUE = "numerique", "Numérique"
    TECHNIQUE = "technique", "Services techniques"
    URBANISME = "urbanisme", "Urbanisme et habitat"
    ENFANCE_JEUNESSE = "enfance_jeunesse", "Enfance et jeunesse"
    CULTURE_SPORT = "culture_sport", "Culture et sport"
    SOCIAL = "social", "Action sociale"
    ENVIRONNEMENT = "environnement", "Environnement"
    ECONOMIE = "economie", "Économie et tourisme"


ROLES_PILOTES = (Role.CHEF_PROJET, Role.DIRECTION, Role.EXECUTIF)
"""Who steers a démarche when acting for the EPCI."""

ROLES_MUNICIPAUX = (Role.EXECUTIF, Role.DIRECTION, Role.SECRETAIRE)
"""Who answers in the name of a commune."""

__all__ = ["ROLES_MUNICIPAUX", "ROLES_PILOTES", "TOUS_CHAMPS", "Champ", "Role"]
