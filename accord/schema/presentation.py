"""Frozen content → what the templates of the report show: French strings, tables cut to the width of a page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from accord.schema.impacts import (
    Nombre,
    TableauImpact,
    employeurs,
    sans_accent,
    tableau_depenses,
    tableau_effectifs,
)
from accord.schema.sommaire import section_type
from accord.socle.documents import lire_blocs
from accord.socle.interface.formats import TIRET, date_moyenne, montant_rond, nombre

ANNEES_PAR_TABLEAU = 3
"""What the width of a printed page holds; a Word page, in portrait, holds two."""
FINANCEMENTS = {
    "remboursement": "Remboursement par les communes adhérentes",
    "imputation_ac": "Imputation sur l’attribution de compensation",
}


@dataclass(frozen=True)
class Tableau:
    """A table ready to print: `entetes` for two-level headers (PDF), `colonnes` for one row of them (Word)."""

    legende: str
    entetes: list[list[Any]]
    colonnes: list[str]
    lignes: list[list[str]]
    total: list[str] | None = None
    groupes: list[int] = field(default_factory=list)
    paysage: bool = False
    note: str = ""


@dataclass(frozen=True)
class Fiche:
    """One service of the projet de schéma, as pairs (label, content)."""

    titre: str
    lignes: list[list[str]]


def sections_presentees(contenu: dict[str, Any], annees: int = ANNEES_PAR_TABLEAU) -> list[dict[str, Any]]:
    """The sections of a frozen report, each with its blocks, its tables and its service sheets."""
    scenario = contenu["scenario_retenu"]["contenu"]
    return [
        {
            "code": section["code"],
            "titre": section["titre"],
            "blocs": lire_blocs(section["contenu"]),
            "tableaux": tableaux_de(section["code"], scenario, contenu["communes"], annees),
            "fiches": fiches_services(scenario)
            if section_type(section["code"]).tableau == "services"
            else [],
        }
        for section in contenu["sections"]
    ]


def tableaux_de(
    code: str, scenario: dict[str, Any], communes: list[dict[str, Any]], annees: int = ANNEES_PAR_TABLEAU
) -> list[Tableau]:
    """The tables that the platform adds under a section."""
    fabriques: dict[str, Callable[[], list[Tableau]]] = {
        "territoire": lambda: [tableau_territoire(communes)],
        "services": lambda: [tableau_services(scenario)],
        "effectifs": lambda: decouper(tableau_effectifs(scenario), annees),
        "depenses": lambda: decouper(tableau_depenses(scenario), annees, paysage=True),
        "contributions": lambda: [tableau_contributions(scenario)],
    }
    fabrique = fabriques.get(section_type(code).tableau)
    return fabrique() if fabrique else []


def decouper(
    tableau: TableauImpact, annees: int = ANNEES_PAR_TABLEAU, *, paysage: bool = False
) -> list[Tableau]:
    """Cut a mandatory table into pages of a few years, without losing a row nor a total."""
    ecrire = ecriture(tableau)
    total = len(tableau.annees)
    return [
        _tranche(tableau, range(debut, min(debut + annees, total)), ecrire, paysage)
        for debut in range(0, total, annees)
    ]


def ecriture(tableau: TableauImpact) -> Callable[[Nombre | None], str]:
    """How the figures of this table are written: two decimals for staff, euros (with cents when there are some)."""
    if tableau.unite == "ETP":
        return lambda valeur: nombre(valeur, 2)
    valeurs = [
        v for ligne in tableau.lignes for cellule in ligne.cellules for v in (cellule.sans, cellule.avec)
    ]
    decimales = 2 if any((valeur or 0) % 100 for valeur in valeurs) else 0
    return lambda valeur: TIRET if valeur is None else nombre(Decimal(valeur) / 100, decimales)


def signe(valeur: Nombre | None, ecrire: Callable[[Nombre | None], str]) -> str:
    """A difference with its sign always written."""
    return ("+" if valeur is not None and valeur > 0 else "") + ecrire(valeur)


def _tranche(
    tableau: TableauImpact, rangs: range, ecrire: Callable[[Nombre | None], str], paysage: bool
) -> Tableau:
    annees = [str(tableau.annees[rang]) for rang in rangs]

    def cellules(porteuses: Any) -> Iterator[str]:
        for rang in rangs:
            cellule = porteuses[rang]
            yield from (ecrire(cellule.sans), ecrire(cellule.avec), signe(cellule.ecart, ecrire))

    periode = annees[0] if len(annees) == 1 else f"{annees[0]} à {annees[-1]}"
    return Tableau(
        legende=f"{tableau.titre}, par employeur et par année, {periode} (en {tableau.unite})",
        entetes=[
            [{"texte": "Employeur", "rowspan": 2}, *({"texte": annee, "colspan": 3} for annee in annees)],
            ["Sans", "Avec", "Écart"] * len(annees),
        ],
        colonnes=["Employeur", *(f"{annee} {mot}" for annee in annees for mot in ("sans", "avec", "écart"))],
        lignes=[[ligne.nom, *cellules(ligne.cellules)] for ligne in tableau.lignes],
        total=["Total", *cellules(tableau.totaux)],
        groupes=[1 + 3 * rang for rang in range(len(annees))],
        paysage=paysage,
        note="" if tableau.est_complet else "«\u202f—\u202f»\u202f: valeur inconnue, exclue des totaux.",
    )


def tableau_territoire(communes: list[dict[str, Any]]) -> Tableau:
    """The member communes and their population."""
    connues = [c["population_municipale"] for c in communes if c["population_municipale"] is not None]
    entetes = ["Commune", "Code Insee", "Population municipale"]
    return Tableau(
        legende="Communes membres",
        entetes=[entetes],
        colonnes=entetes,
        lignes=[[c["nom"], c["code_insee"] or TIRET, nombre(c["population_municipale"])] for c in communes],
        total=["Total", "", nombre(sum(connues)) if connues else TIRET],
    )


def tableau_services(scenario: dict[str, Any]) -> Tableau:
    """One line a service."""
    entetes = ["Service", "Forme", "Gestionnaire", "Communes", "ETP cible", "Coût annuel"]
    return Tableau(
        legende="Services du projet de schéma",
        entetes=[entetes],
        colonnes=entetes,
        lignes=[
            [
                service["libelle"],
                service["forme_libelle"],
                service["gestionnaire"]["nom"],
                str(len(communes_adherentes(scenario, service))),
                nombre(service["etp_cible"], 2),
                montant_rond(_premier_cout(service)),
            ]
            for service in scenario["services"]
        ],
    )


def tableau_contributions(scenario: dict[str, Any]) -> Tableau:
    """What each body pays for the pooled services, by year, all services together."""
    annees = scenario["annees"]
    sommes: dict[tuple[str, int], int] = {}
    for ligne in scenario["contributions"]:
        cle = (ligne["siren"], ligne["annee"])
        sommes[cle] = sommes.get(cle, 0) + ligne["montant_centimes"]
    noms = dict(employeurs(scenario, "depenses"))
    payeurs = [siren for siren in noms if any((siren, annee) in sommes for annee in annees)]
    entetes = ["Collectivité", *(str(annee) for annee in annees)]
    return Tableau(
        legende="Contributions prévisionnelles aux services mutualisés (en euros)",
        entetes=[entetes],
        colonnes=entetes,
        lignes=[[noms[s], *(_euros(sommes.get((s, annee))) for annee in annees)] for s in payeurs],
        total=["Total", *(_euros(sum(sommes.get((s, annee), 0) for s in payeurs)) for annee in annees)],
    )


def fiches_services(scenario: dict[str, Any]) -> list[Fiche]:
    """The sheet of each service."""
    return [Fiche(service["libelle"], _lignes_fiche(service)) for service in scenario["services"]]


def _lignes_fiche(service: dict[str, Any]) -> list[list[str]]:
    couts = service["cout_annuel_centimes"]
    return [
        ["Forme et base légale", f"{service['forme_libelle']} ({service['base_legale']})"],
        ["Gestionnaire", service["gestionnaire"]["nom"]],
        ["Adhésions", _adherents(service)],
        ["Clé de répartition", service["cle_libelle"]],
        ["Financement", FINANCEMENTS.get(service["financement"], service["financement"])],
        ["Effectif cible", f"{nombre(service['etp_cible'], 2)} ETP"],
        [
            "Coût annuel",
            " · ".join(f"{annee}\u202f: {montant_rond(couts[annee])}" for annee in sorted(couts)) or TIRET,
        ],
        ["Mode de calcul", " ".join(service.get("explication", ())) or TIRET],
    ]


def communes_adherentes(scenario: dict[str, Any], service: dict[str, Any]) -> list[str]:
    """Names of the member communes of a service: the EPCI itself is not one of them."""
    siren_epci = scenario["epci"]["siren"]
    return sorted((a["nom"] for a in service["adherents"] if a["siren"] != siren_epci), key=sans_accent)


def _adherents(service: dict[str, Any]) -> str:
    """Names grouped by date of adhesion."""
    par_date: dict[str, list[str]] = {}
    for adherent in service["adherents"]:
        par_date.setdefault(adherent["date_adhesion"] or "", []).append(adherent["nom"])
    groupes = [
        (f"Au {date_moyenne(jour)}\u202f: " if jour else "") + ", ".join(sorted(noms, key=sans_accent))
        for jour, noms in sorted(par_date.items())
    ]
    return " — ".join(groupes) or TIRET


def _premier_cout(service: dict[str, Any]) -> int | None:
    couts = service["cout_annuel_centimes"]
    return couts[min(couts)] if couts else None


def _euros(centimes: int | None) -> str:
    return TIRET if centimes is None else nombre(Decimal(centimes) / 100, 2)
