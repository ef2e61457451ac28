"""What a fictitious service looks like: sizes, jobs and costs used to invent the demo's diagnostic.

Orders of magnitude chosen by the team to look plausible; they come from no survey and prove nothing.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class ProfilService:
    """How a service grows with the population of a commune.

    `etp_pour_mille`: full-time equivalents per 1,000 inhabitants; `seuil`: population under which the commune
    has no such service of its own; `cout_etp_eur`: charged yearly cost of a full-time post;
    `unites_par_etp`: units of work a full-time post does in a year; `recettes_pct`: receipts over direct cost.
    """

    code: str
    libelle: str
    nature: str
    filiere: str
    metiers: tuple[str, ...]
    etp_pour_mille: float
    seuil: int
    cout_etp_eur: int
    unite: str
    unites_par_etp: int
    recettes_pct: int
    sans_service: str


PROFILS = (
    ProfilService(
        "RH", "Ressources humaines et paie", "fonctionnel", "administrative",
        ("Gestionnaire paie et carrière", "Responsable ressources humaines", "Conseillère en prévention"),
        0.42, 1_500, 46_000, "bulletins de paie", 3_900, 0, "CDG",
    ),
    ProfilService(
        "FIN", "Finances et comptabilité", "fonctionnel", "administrative",
        ("Comptable", "Responsable des finances", "Gestionnaire de la commande publique"),
        0.45, 1_200, 47_500, "mandats et titres", 4_200, 0, "aucun",
    ),
    ProfilService(
        "SI", "Systèmes d’information", "fonctionnel", "technique",
        ("Technicienne support", "Administrateur systèmes", "Cheffe de projet numérique"),
        0.28, 3_000, 51_000, "postes de travail", 130, 0, "prestation",
    ),
    ProfilService(
        "ADS", "Instruction des autorisations d’urbanisme", "fonctionnel", "administrative",
        ("Instructrice du droit des sols", "Instructeur du droit des sols"),
        0.20, 2_500, 45_500, "actes pondérés", 260, 0, "prestation",
    ),
    ProfilService(
        "JEU", "Jeunesse", "opérationnel", "animation",
        ("Animateur jeunesse", "Coordinatrice jeunesse", "Directrice d’accueil de loisirs"),
        0.55, 800, 39_500, "journées-enfants", 1_150, 16, "aucun",
    ),
    ProfilService(
        "PE", "Petite enfance", "opérationnel", "médico-sociale",
        ("Auxiliaire de puériculture", "Éducatrice de jeunes enfants", "Responsable de relais"),
        0.90, 1_800, 41_000, "heures d’accueil", 2_600, 38, "aucun",
    ),
    ProfilService(
        "VOI", "Voirie et espaces publics", "opérationnel", "technique",
        ("Agent d’entretien de la voirie", "Chef d’équipe voirie", "Technicien voirie"),
        0.95, 0, 40_500, "kilomètres entretenus", 9, 1, "régie",
    ),
    ProfilService(
        "POL", "Police municipale", "opérationnel", "police municipale",
        ("Gardienne-brigadière", "Chef de service de police municipale"),
        0.33, 3_500, 48_500, "heures de patrouille", 1_250, 3, "aucun",
    ),
)  # fmt: skip
