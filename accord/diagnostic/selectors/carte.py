"""The heat-map commune × service, in three layers."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accord.diagnostic.models import Campagne, ReponseCollectivite
from accord.diagnostic.nomenclature import libelle_du_service, nomenclature
from accord.diagnostic.selectors.campagne import services_visibles
from accord.socle.droits import Acteur
from accord.socle.interface.formats import montant_rond, nombre

INCONNU = "inconnu"
COUCHES = {"souhait": "Souhait", "etp": "ETP", "cout": "Coût direct"}
NIVEAUX_SOUHAIT = {"garder": 1, "à discuter": 2, "partager": 3, "transférer": 4}
LEGENDES = {
    "souhait": (
        (INCONNU, "Pas de réponse"),
        ("1", "Garder"),
        ("2", "À discuter"),
        ("3", "Partager"),
        ("4", "Transférer"),
    ),
    "etp": (
        (INCONNU, "Inconnu"),
        ("0", "Aucun"),
        ("1", "Premier quart"),
        ("2", "Deuxième quart"),
        ("3", "Troisième quart"),
        ("4", "Dernier quart"),
    ),
}
LEGENDES["cout"] = LEGENDES["etp"]


@dataclass(frozen=True, slots=True)
class Cellule:
    """One cell: the level gives the colour, the text says it."""

    niveau: str
    texte: str
    valeur: Any = None


VIDE = Cellule(INCONNU, "—")


@dataclass(frozen=True)
class LigneCarte:
    """One collectivité."""

    siren: str
    nom: str
    est_partagee: bool
    cellules: tuple[Cellule, ...]
    total: str


@dataclass(frozen=True)
class Carte:
    """The whole map."""

    couche: str
    colonnes: tuple[tuple[str, str], ...]
    lignes: tuple[LigneCarte, ...]
    totaux: tuple[str, ...]
    legende: tuple[tuple[str, str], ...]


def carte_de_chaleur(campagne: Campagne, acteur: Acteur, couche: str = "souhait") -> Carte:
    """Two queries, whatever the number of communes."""
    champ = {"souhait": "souhait", "etp": "etp", "cout": "cout_direct_centimes"}[couche]
    valeurs = services_visibles(campagne, acteur).order_by()
    par_reponse: dict[int, dict[str, Any]] = defaultdict(dict)
    for reponse_id, code, valeur in valeurs.values_list("reponse_id", "code", champ):
        par_reponse[reponse_id][code] = valeur
    colonnes = colonnes_de_services(code for services in par_reponse.values() for code in services)
    peindre = _peintre(couche, [v for services in par_reponse.values() for v in services.values() if v])
    reponses = campagne.reponses.select_related("collectivite")
    lignes = tuple(
        _ligne(reponse, par_reponse.get(reponse.pk, {}), colonnes, peindre, couche, acteur)
        for reponse in reponses
    )
    totaux = tuple(_total([s.get(code) for s in par_reponse.values()], couche) for code, _libelle in colonnes)
    return Carte(couche, colonnes, lignes, totaux, LEGENDES[couche])


def colonnes_de_services(codes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Services in the order of the nomenclature, then one's own services by name."""
    rangs = {code: rang for rang, code in enumerate(nomenclature())}
    ordonnes = sorted(set(codes), key=lambda code: (rangs.get(code, len(rangs)), code))
    return tuple((code, libelle_du_service(code)) for code in ordonnes)


def _ligne(
    reponse: ReponseCollectivite,
    services: dict[str, Any],
    colonnes: tuple[tuple[str, str], ...],
    peindre: Callable[[Any], Cellule],
    couche: str,
    acteur: Acteur,
) -> LigneCarte:
    cellules = tuple(peindre(services[code]) if code in services else VIDE for code, _libelle in colonnes)
    visible = reponse.est_partagee or reponse.collectivite_id == acteur.collectivite_id
    return LigneCarte(
        reponse.collectivite.siren or "",
        reponse.collectivite.nom,
        visible,
        cellules,
        _total(list(services.values()), couche),
    )


def _total(valeurs: list[Any], couche: str) -> str:
    """What sums up a row or a column; a dash when nothing is known."""
    connues = [v for v in valeurs if v not in (None, "")]
    if not connues:
        return "—"
    if couche == "souhait":
        souhait, fois = Counter(connues).most_common(1)[0]
        return f"{souhait.capitalize()} ({fois})"
    return _texte(sum(connues), couche)


def _texte(valeur: Any, couche: str) -> str:
    return montant_rond(valeur) if couche == "cout" else nombre(valeur, 1)


def _peintre(couche: str, valeurs: list[Any]) -> Callable[[Any], Cellule]:
    """How a value looks: by wish, or by quarter of the known values."""
    if couche == "souhait":
        cellules = {
            souhait: Cellule(str(niveau), souhait.capitalize(), souhait)
            for souhait, niveau in NIVEAUX_SOUHAIT.items()
        }
        return lambda valeur: cellules.get(valeur, VIDE)
    bornes = _quartiles(valeurs)

    def peindre(valeur: Any) -> Cellule:
        if valeur is None:
            return VIDE
        niveau = 0 if not valeur else 1 + sum(valeur > borne for borne in bornes)
        return Cellule(str(niveau), _texte(valeur, couche), valeur)

    return peindre


def _quartiles(valeurs: list[Any]) -> tuple[Decimal, ...]:
    """The three values that cut the known ones in four."""
    if not valeurs:
        return ()
    tries = sorted(valeurs)
    return tuple(tries[min(len(tries) - 1, len(tries) * part // 4)] for part in (1, 2, 3))
