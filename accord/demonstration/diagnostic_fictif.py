"""A deterministic, fictitious diagnostic for any EPCI: same territory in, same figures out.

Every figure is invented from the population and the SIREN of the commune; nothing here is a real agent,
a real contract or a real cost. The rows have the canonical headers of the exchange workbook.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from accord.demonstration.profils import PROFILS, ProfilService

Ligne = dict[str, object]
SOUHAITS = ("partager", "partager", "à discuter", "garder", "transférer")
CONDITIONS = (
    "",
    "",
    "",
    "garder un interlocuteur en mairie",
    "pas avant 2029",
    "coût par habitant stable",
    "délai de réponse de 48 h",
)
TITULAIRES = ("Alpha Services", "Bêta Conseil", "Gamma Énergies", "Delta Assurances")
FAMILLES = (
    ("assurances", 2_200),
    ("énergie", 9_500),
    ("logiciel finances", 3_100),
    ("copieurs", 1_900),
    ("téléphonie", 2_600),
)
TYPES_EQUIPEMENT = ("salle des fêtes", "gymnase", "maison des jeunes", "bibliothèque", "centre technique")


@dataclass(frozen=True)
class Lieu:
    """A collectivité as the generator needs it."""

    siren: str
    nom: str
    population: int
    latitude: float | None
    longitude: float | None
    est_epci: bool = False


def diagnostic_fictif(lieux: list[Lieu]) -> dict[str, list[Ligne]]:
    """The five sheets of the workbook, by canonical sheet name; row order follows `lieux`."""
    epci = next(lieu for lieu in lieux if lieu.est_epci)
    feuilles: dict[str, list[Ligne]] = {
        "Services": [],
        "Agents": [],
        "Équipements": [],
        "Contrats": [],
        "Conventions": [],
    }
    for lieu in lieux:
        hasard = random.Random(f"accord-demo-{lieu.siren}")  # noqa: S311 - invented figures, not a secret
        for profil in PROFILS:
            agents = list(_agents(lieu, profil, hasard))
            feuilles["Agents"] += agents
            feuilles["Services"].append(_service(lieu, profil, agents, hasard))
        feuilles["Équipements"] += _equipements(lieu, hasard)
        feuilles["Contrats"] += _contrats(lieu, hasard)
        if not lieu.est_epci and 1_000 < lieu.population < 3_500:
            feuilles["Conventions"].append(_convention(epci, lieu, len(feuilles["Conventions"]) + 1))
    return feuilles


def _agents(lieu: Lieu, profil: ProfilService, hasard: random.Random) -> Iterator[Ligne]:
    """Agents whose shares add up to the size of the service, none when the commune has no such service."""
    population = lieu.population // 8 if lieu.est_epci else lieu.population
    if population < profil.seuil:
        return
    cible = population / 1000 * profil.etp_pour_mille * hasard.uniform(0.75, 1.3)
    total, rang = 0.0, 0
    while total < cible or rang == 0:
        rang += 1
        quotite = hasard.choice((1.0, 1.0, 1.0, 0.8, 0.9, 0.5))
        part = 1.0 if cible > 2 else hasard.choice((0.2, 0.5, 1.0))
        total += quotite * part
        categorie = hasard.choices("ABC", (1, 2, 5))[0]
        cout = profil.cout_etp_eur * quotite * part * {"A": 1.35, "B": 1.08, "C": 0.88}[categorie]
        retraite = hasard.choice(("", "", 2027, 2028, 2030, 2033, 2041))
        yield {
            "Matricule (pseudonyme)": f"{lieu.siren[-6:]}-{profil.code}-{rang:03}",
            "SIREN": lieu.siren,
            "Code service": profil.code,
            "Métier": hasard.choice(profil.metiers),
            "Filière": profil.filiere,
            "Catégorie": categorie,
            "Statut": hasard.choices(("titulaire", "contractuel"), (4, 1))[0],
            "Quotité": quotite,
            "Part dans le service": part,
            "Tranche d'âge": "55 et plus"
            if retraite in (2027, 2028, 2030)
            else hasard.choice(("25-34", "35-44", "45-54")),
            "Retraite prévue (année)": retraite,
            "Coût annuel chargé (€)": round(cout),
        }


def _service(lieu: Lieu, profil: ProfilService, agents: list[Ligne], hasard: random.Random) -> Ligne:
    etp = sum((_decimal(a["Quotité"]) * _decimal(a["Part dans le service"]) for a in agents), Decimal(0))
    etp = etp.quantize(Decimal("0.01"), ROUND_HALF_UP)
    masse = sum(int(str(a["Coût annuel chargé (€)"])) for a in agents)
    if agents:
        direct, mode = round(masse * hasard.uniform(1.08, 1.22)), "régie"
    else:
        direct, mode = _cout_sans_agents(lieu, profil, hasard), profil.sans_service
    return {
        "SIREN": lieu.siren,
        "Code service": profil.code,
        "Service": profil.libelle,
        "Nature": profil.nature,
        "Mode de gestion": mode,
        "ETP": float(etp),
        "Coût direct (€)": direct,
        "Coût indirect (€)": round(masse * 0.09),
        "Recettes (€)": round(direct * profil.recettes_pct / 100),
        "Unité d'œuvre": profil.unite,
        "Quantité": round(float(etp) * profil.unites_par_etp * hasard.uniform(0.85, 1.1)) if agents else "",
        "Souhait": hasard.choice(SOUHAITS),
        "Priorité (1 à 5)": hasard.randint(1, 5),
        "Condition": hasard.choice(CONDITIONS),
    }


def _cout_sans_agents(lieu: Lieu, profil: ProfilService, hasard: random.Random) -> int:
    """What a provider or the centre de gestion is paid; nothing when the service does not exist."""
    if profil.sans_service in ("aucun", "régie"):
        return 0
    return round(lieu.population * hasard.uniform(1.2, 3.4))


def _equipements(lieu: Lieu, hasard: random.Random) -> list[Ligne]:
    if lieu.latitude is None or lieu.longitude is None or lieu.est_epci:
        return []
    lignes: list[Ligne] = []
    for rang in range(1, 2 + min(5, lieu.population // 3_000)):
        genre = TYPES_EQUIPEMENT[(rang - 1) % len(TYPES_EQUIPEMENT)]
        surface = hasard.randint(120, 1_400)
        lignes.append(
            {
                "Identifiant": f"E-{lieu.siren[-6:]}-{rang}",
                "SIREN": lieu.siren,
                "Type": genre,
                "Nom": f"{genre.capitalize()} de {lieu.nom}"
                + (f" {rang}" if rang > len(TYPES_EQUIPEMENT) else ""),
                "Adresse": f"{rang} rue de la Mairie",
                "Latitude": round(lieu.latitude + hasard.uniform(-0.006, 0.006), 5),
                "Longitude": round(lieu.longitude + hasard.uniform(-0.008, 0.008), 5),
                "Surface (m²)": surface,
                "Taux d'usage (%)": hasard.randint(18, 92),
                "État (1 à 5)": hasard.randint(1, 5),
                "Coût de fonctionnement (€)": round(surface * hasard.uniform(22, 61)),
            }
        )
    return lignes


def _contrats(lieu: Lieu, hasard: random.Random) -> list[Ligne]:
    lignes: list[Ligne] = []
    for rang, (famille, base) in enumerate(FAMILLES, start=1):
        if hasard.random() < 0.35:
            continue
        debut = date(hasard.choice((2023, 2024, 2025)), hasard.choice((1, 4, 7, 9)), 1)
        lignes.append(
            {
                "Identifiant": f"C-{lieu.siren[-6:]}-{rang}",
                "SIREN": lieu.siren,
                "Famille": famille,
                "Objet": f"Marché de {famille}" if famille != "énergie" else "Fourniture d’énergie",
                "Titulaire": hasard.choice(TITULAIRES),
                "Montant annuel (€)": round(
                    base * max(1.0, (lieu.population / 1000) ** 0.8) * hasard.uniform(0.7, 1.3)
                ),
                "Date de début": debut,
                "Date de fin": debut.replace(year=debut.year + hasard.choice((2, 3, 4))),
                "Préavis (mois)": hasard.choice((1, 3, 6)),
                "Reconduction": hasard.choice(("oui", "non")),
            }
        )
    return lignes


def _convention(epci: Lieu, commune: Lieu, rang: int) -> Ligne:
    return {
        "Identifiant": f"V-{rang}",
        "SIREN fournisseur": epci.siren,
        "SIREN bénéficiaire": commune.siren,
        "Objet": "Instruction des autorisations d’urbanisme",
        "Base légale": "L5211-4-2",
        "Date de début": date(2022, 1, 1),
        "Date de fin": "",
        "Montant annuel (€)": round(commune.population * 2.6),
        "Clé de répartition": "population / actes",
    }


def _decimal(valeur: object) -> Decimal:
    return Decimal(str(valeur))
