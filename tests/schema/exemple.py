"""A retained scenario in its frozen JSON form, for as many communes and years as a test wants."""

from typing import Any

EPCI = {"siren": "200000016", "nom": "Val d’Accord", "regime_fiscal": "FPU"}
CAST = [
    ("210000029", "Bourg-le-Pont"),
    ("210000037", "Clairval"),
    ("210000011", "Grandville"),
    ("210000052", "Petitbois"),
    ("210000045", "Saint-Aubin-des-Prés"),
]


def scenario(
    communes: list[tuple[str, str]] | None = None, annees: tuple[int, ...] = (2027, 2028)
) -> dict[str, Any]:
    """Staff move to the EPCI (2.50 ETP there, 0.25 less in each commune) and each commune saves 100.10 €."""
    communes = CAST if communes is None else communes
    return {
        "format": "accord/scenario/1",
        "scenario": {
            "nom": "Deux services communs",
            "decide_le": "2026-11-16",
            "instance": "Comité de pilotage",
        },
        "etat_arrete": {"version": 1, "empreinte": "cd34" * 16, "arrete_le": "2026-10-30"},
        "epci": EPCI,
        "annees": list(annees),
        "communes": [{"siren": siren, "nom": nom} for siren, nom in communes],
        "services": [_service("ads", "Instruction des autorisations d’urbanisme", communes, annees)],
        "effectifs": [
            ligne
            for annee in annees
            for ligne in [
                {**_identite(EPCI["siren"], EPCI["nom"], annee), "etp_sans": "10.00", "etp_avec": "12.50"},
                *(
                    {**_identite(siren, nom, annee), "etp_sans": "3.50", "etp_avec": "3.25"}
                    for siren, nom in communes
                ),
            ]
        ],
        "depenses": [
            ligne
            for annee in annees
            for ligne in [
                {**_identite(EPCI["siren"], EPCI["nom"], annee), **_depense(1_000_000, 1_040_000)},
                *(
                    {**_identite(siren, nom, annee), **_depense(200_000 + rang, 189_990 + rang)}
                    for rang, (siren, nom) in enumerate(communes)
                ),
            ]
        ],
        "contributions": [
            {
                "siren": siren,
                "code": "ads",
                "annee": annee,
                "montant_centimes": 8_000,
                "seul_centimes": 18_010,
            }
            for annee in annees
            for siren, _ in communes
        ],
    }


def _identite(siren: str, nom: str, annee: int) -> dict[str, Any]:
    return {"siren": siren, "nom": nom, "annee": annee}


def _depense(seul: int, avec: int) -> dict[str, int]:
    return {"seul_centimes": seul, "avec_centimes": avec, "ecart_centimes": avec - seul}


def _service(
    code: str, libelle: str, communes: list[tuple[str, str]], annees: tuple[int, ...]
) -> dict[str, Any]:
    return {
        "code": code,
        "libelle": libelle,
        "forme": "service_commun",
        "forme_libelle": "Service commun",
        "base_legale": "CGCT, article L5211-4-2",
        "gestionnaire": {"siren": EPCI["siren"], "nom": EPCI["nom"]},
        "cle": "population_municipale",
        "cle_libelle": "Population municipale",
        "financement": "remboursement",
        "etp_cible": "2.50",
        "adherents": [
            {"siren": siren, "nom": nom, "date_adhesion": f"{annees[0]}-01-01"} for siren, nom in communes
        ],
        "cout_annuel_centimes": {str(annee): 8_000 * len(communes) for annee in annees},
        "explication": [],
    }
