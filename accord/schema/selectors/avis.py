"""Opinions of the communes; a constant number of queries whatever the number of communes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from accord.comptes.models import Personne
from accord.schema.courriels import repondants
from accord.schema.enums import SensAvis
from accord.schema.models import AvisCommune, AvisTardif, Schema, Transmission
from accord.territoire.models import Collectivite

NON_TRANSMIS, NON_RECU, EN_ATTENTE, ECHU = "non_transmis", "non_recu", "en_attente", "echu"
LIBELLES_STATUT = {
    NON_TRANSMIS: "Rapport à transmettre",
    NON_RECU: "Réception à noter",
    EN_ATTENTE: "Avis attendu",
    ECHU: "Délai échu, constat à noter",
    **dict(SensAvis.choices),
}
TONS = {NON_TRANSMIS: "neutre", NON_RECU: "a_faire", EN_ATTENTE: "en_attente", ECHU: "en_retard"}


@dataclass(frozen=True)
class LigneAvis:
    """One commune on the way to its opinion."""

    commune: Collectivite
    transmission: Transmission | None
    avis: AvisCommune | None
    statut: str
    jours_restants: int | None
    repondants: tuple[Personne, ...] = ()

    @property
    def libelle(self) -> str:
        return str(LIBELLES_STATUT[self.statut])

    @property
    def ton(self) -> str:
        return TONS.get(self.statut, self.statut)

    @property
    def est_muette(self) -> bool:
        """Sent, and still without opinion: someone to remind."""
        return self.transmission is not None and self.avis is None


@dataclass(frozen=True)
class Part:
    """How many communes and inhabitants share a status."""

    statut: str
    libelle: str
    communes: int
    population: int


@dataclass(frozen=True)
class SuiviAvis:
    """Every member commune and the tally, in communes and in population."""

    lignes: tuple[LigneAvis, ...]
    parts: tuple[Part, ...]

    @property
    def communes(self) -> int:
        return len(self.lignes)

    @property
    def population(self) -> int:
        return sum(part.population for part in self.parts)

    @property
    def rendus(self) -> int:
        return sum(ligne.avis is not None for ligne in self.lignes)

    @property
    def muettes(self) -> tuple[LigneAvis, ...]:
        return tuple(ligne for ligne in self.lignes if ligne.est_muette)

    @property
    def echues(self) -> tuple[LigneAvis, ...]:
        return tuple(ligne for ligne in self.lignes if ligne.statut == ECHU)

    @property
    def derniere_date(self) -> date | None:
        """The day of the last opinion, once all are known."""
        if self.rendus < self.communes:
            return None
        return max((ligne.avis.date_avis for ligne in self.lignes if ligne.avis), default=None)

    @property
    def prochaine_echeance(self) -> date | None:
        dates = [
            ligne.transmission.date_avis_tacite
            for ligne in self.muettes
            if ligne.transmission and ligne.transmission.date_avis_tacite
        ]
        return min(dates, default=None)


def suivi_avis(schema: Schema, le: date, *, avec_repondants: bool = False) -> SuiviAvis:
    """The opinions of every member commune on that day (two queries, three with those who answer)."""
    transmissions = {
        transmission.collectivite_id: transmission
        for transmission in schema.transmissions.select_related("avis", "version_rapport").defer(
            "version_rapport__contenu"
        )
    }
    communes = list(schema.demarche.communes(le))
    qui = repondants([c.pk for c in communes], le) if avec_repondants else {}
    lignes = tuple(
        _ligne(commune, transmissions.get(commune.pk), le, tuple(qui.get(commune.pk, ())))
        for commune in communes
    )
    return SuiviAvis(lignes, tuple(_parts(lignes)))


TRIS: dict[str, Callable[[LigneAvis], Any]] = {
    "commune": lambda ligne: ligne.commune.nom_recherche,
    "population": lambda ligne: ligne.commune.population_municipale or 0,
    "etat": lambda ligne: list(LIBELLES_STATUT).index(ligne.statut),
    "reception": lambda ligne: (ligne.transmission and ligne.transmission.date_reception) or date.max,
    "limite": lambda ligne: (ligne.transmission and ligne.transmission.date_avis_tacite) or date.max,
}


def trier(lignes: Iterable[LigneAvis], tri: str) -> list[LigneAvis]:
    """Sort by one of TRIS, « - » for the reverse; an unknown order is that of the communes."""
    cle = TRIS.get(tri.removeprefix("-"), TRIS["commune"])
    return sorted(lignes, key=cle, reverse=tri.startswith("-"))


def _ligne(
    commune: Collectivite, transmission: Transmission | None, le: date, qui: tuple[Personne, ...]
) -> LigneAvis:
    avis = getattr(transmission, "avis", None)
    limite = transmission.date_avis_tacite if transmission else None
    restants = (limite - le).days if limite and avis is None else None
    return LigneAvis(commune, transmission, avis, _statut(transmission, avis, le), restants, qui)


def _statut(transmission: Transmission | None, avis: AvisCommune | None, le: date) -> str:
    if transmission is None:
        return NON_TRANSMIS
    if avis is not None:
        return avis.sens
    if transmission.date_avis_tacite is None:
        return NON_RECU
    return ECHU if transmission.date_avis_tacite <= le else EN_ATTENTE


def _parts(lignes: Iterable[LigneAvis]) -> Iterable[Part]:
    for statut, libelle in LIBELLES_STATUT.items():
        siennes = [ligne for ligne in lignes if ligne.statut == statut]
        population = sum(ligne.commune.population_municipale or 0 for ligne in siennes)
        yield Part(statut, str(libelle), len(siennes), population)


def avis_tardifs(schema: Schema) -> list[AvisTardif]:
    """What arrived too late, kept for information (one query)."""
    return list(
        AvisTardif.objects.filter(transmission__schema=schema).select_related("transmission__collectivite")
    )
