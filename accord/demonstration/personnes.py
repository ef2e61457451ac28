"""One account per persona for the demo territory. Fictitious people, printed by `make run`."""

from dataclasses import dataclass

from accord.comptes.enums import TOUS_CHAMPS, Role

MOT_DE_PASSE = "mutualisons-ensemble"
"""The password of every demo account; the demo runs on one's own machine only."""


@dataclass(frozen=True)
class Persona:
    """A demo account: where it acts is a commune's name, or "" for the EPCI."""

    identifiant: str
    prenom: str
    nom: str
    commune: str
    role: Role
    champs: tuple[str, ...]
    presentation: str

    @property
    def email(self) -> str:
        return f"{self.identifiant}@demo.example"


TOUT = (TOUS_CHAMPS,)
PERSONAS = (
    Persona("chef-de-projet", "Camille", "Lenoir", "", Role.CHEF_PROJET, TOUT, "conduit la démarche"),
    Persona("presidente", "Hélène", "Marchand", "", Role.EXECUTIF, TOUT, "porte et arbitre"),
    Persona(
        "dgs", "Olivier", "Fabre", "", Role.DIRECTION, TOUT, "dirige les services de la communauté urbaine"
    ),
    Persona(
        "drh", "Samira", "Kaddour", "", Role.DRH, ("ressources_humaines",), "suit les personnes et les postes"
    ),
    Persona("maire", "Bernard", "Leclerc", "Verson", Role.EXECUTIF, TOUT, "décide pour sa commune"),
    Persona(
        "secretaire",
        "Martine",
        "Hébert",
        "Rosel",
        Role.SECRETAIRE,
        TOUT,
        "remplit le diagnostic, seule en mairie",
    ),
    Persona(
        "elu-jeunesse",
        "Thomas",
        "Guérin",
        "Ifs",
        Role.ELU,
        ("enfance_jeunesse",),
        "suit la jeunesse, et elle seule",
    ),
    Persona("agent", "Julie", "Perrin", "Caen", Role.AGENT, (), "se demande ce qui change pour elle"),
    Persona("syndicat", "Patrick", "Lemoine", "Caen", Role.SYNDICAT, (), "représente le personnel"),
    Persona(
        "partenaire",
        "Sophie",
        "Anger",
        "",
        Role.PARTENAIRE,
        ("enfance_jeunesse", "social"),
        "parle pour la CAF",
    ),
    Persona("evaluatrice", "Élise", "Vasseur", "", Role.EVALUATEUR, TOUT, "évalue, de l’extérieur"),
)
