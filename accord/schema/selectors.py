"""Reads of the schéma, composed for its pages; a constant number of queries whatever the number of communes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localdate

from accord.comptes.models import Personne
from accord.schema.courriels import repondants
from accord.schema.enums import EtatSchema, SensAvis
from accord.schema.models import AvisCommune, AvisTardif, Schema, Transmission, VersionRapport
from accord.schema.sommaire import section_type
from accord.socle.documents.models import DocumentGenere
from accord.socle.interface.formats import date_moyenne, pluriel
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
        for transmission in schema.transmissions.select_related("avis", "version_rapport")
    }
    communes = list(schema.demarche.communes(le))
    qui = repondants([c.pk for c in communes], le) if avec_repondants else {}
    lignes = tuple(
        _ligne(commune, transmissions.get(commune.pk), le, tuple(qui.get(commune.pk, ())))
        for commune in communes
    )
    return SuiviAvis(lignes, tuple(_parts(lignes)))


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


@dataclass(frozen=True)
class LigneSection:
    """A section in the table of contents."""

    code: str
    titre: str
    tableau: bool
    est_personnalisee: bool
    a_completer: bool
    modifie_le: datetime | None
    modifie_par: str


def sommaire(schema: Schema) -> list[LigneSection]:
    """The table of contents with what remains to be written (one query)."""
    return [
        LigneSection(
            section.code,
            section.titre,
            bool(section_type(section.code).tableau),
            section.est_personnalisee,
            "À compléter" in section.contenu or not section.contenu.strip(),
            section.modifie_le,
            section.modifie_par.nom_complet if section.modifie_par else "",
        )
        for section in schema.sections.select_related("modifie_par")
    ]


@dataclass(frozen=True)
class VersionAffichee:
    """A frozen version and its files."""

    version: VersionRapport
    documents: tuple[DocumentGenere, ...]


def versions(schema: Schema) -> list[VersionAffichee]:
    """Frozen versions, last first, with their files (two queries)."""
    figees = list(schema.versions.select_related("fige_par").order_by("-version"))
    documents = DocumentGenere.objects.filter(
        sujet_type=VersionRapport._meta.label_lower, sujet_id__in=[str(v.pk) for v in figees]
    ).defer("contexte")
    par_version: dict[str, list[DocumentGenere]] = {}
    for document in documents:
        par_version.setdefault(document.sujet_id, []).append(document)
    return [VersionAffichee(v, tuple(par_version.get(str(v.pk), ()))) for v in figees]


@dataclass(frozen=True)
class JalonCircuit:
    """A step of the circuit in the timeline of the dashboard."""

    libelle: str
    statut: str
    date: date | None
    detail: str = ""
    url: str = ""


def jalons_circuit(schema: Schema, suivi: SuiviAvis, figees: list[VersionAffichee]) -> list[JalonCircuit]:
    """Where the schéma is among its steps, with the dates known."""
    slug = schema.demarche.slug
    envois = [ligne.transmission.envoye_le for ligne in suivi.lignes if ligne.transmission]
    adresses = [
        ligne.transmission.schema_adresse_le
        for ligne in suivi.lignes
        if ligne.transmission and ligne.transmission.schema_adresse_le
    ]
    approbation = getattr(schema, "approbation", None)
    dates: dict[str, tuple[date | None, str, str]] = {
        EtatSchema.REDACTION: (localdate(schema.cree_le), "Rédaction du rapport", "schema:rapport-voir"),
        EtatSchema.RAPPORT_FIGE: (
            localdate(figees[0].version.fige_le) if figees else None,
            f"Rapport figé, version {figees[0].version.version}" if figees else "Rapport figé",
            "schema:rapport-voir",
        ),
        EtatSchema.TRANSMIS: (
            localdate(max(envois)) if envois else None,
            "Rapport transmis à chaque commune",
            "schema:transmission-envoyer",
        ),
        EtatSchema.AVIS_RECUEILLIS: (
            suivi.derniere_date,
            "Avis de toutes les communes",
            "schema:avis-lister",
        ),
        EtatSchema.APPROUVE: (
            approbation.date_deliberation if approbation else None,
            "Approbation par le conseil",
            "schema:approbation-voir",
        ),
        EtatSchema.DIFFUSE: (
            localdate(max(adresses)) if adresses else None,
            "Schéma adressé à chaque conseil municipal",
            "schema:approbation-voir",
        ),
    }
    courant = list(EtatSchema).index(EtatSchema(schema.etat))
    return [
        JalonCircuit(
            libelle,
            _avancement(rang, courant),
            jour,
            _detail(etat, suivi),
            reverse(nom, args=[slug]),
        )
        for rang, (etat, (jour, libelle, nom)) in enumerate(dates.items())
    ]


def _avancement(rang: int, courant: int) -> str:
    """The state names what was reached; the step being worked on is the next one (writing, at first)."""
    if rang <= courant and (rang or courant):
        return "fait"
    return "en_cours" if rang == (courant + 1 if courant else 0) else "a_venir"


def _detail(etat: str, suivi: SuiviAvis) -> str:
    if etat == EtatSchema.AVIS_RECUEILLIS and suivi.muettes:
        echeance = suivi.prochaine_echeance
        suite = f", prochaine échéance le {date_moyenne(echeance)}" if echeance else ""
        return f"{suivi.rendus} avis sur {suivi.communes}{suite}."
    return ""


def blocages(schema: Schema, suivi: SuiviAvis, sections: list[LigneSection]) -> list[str]:
    """What keeps the schéma from its next step, in plain words."""
    if schema.etat == EtatSchema.REDACTION:
        reste = sum(section.a_completer for section in sections)
        return [f"{reste} section{pluriel(reste)} sur {len(sections)} à compléter."] if reste else []
    if schema.etat == EtatSchema.RAPPORT_FIGE:
        return ["Le rapport est figé\u202f: il reste à le transmettre à chaque commune."]
    if schema.etat != EtatSchema.TRANSMIS:
        return []
    comptes = {part.statut: part.communes for part in suivi.parts}
    return [_blocage(statut, comptes[statut]) for statut in TONS if comptes[statut]]


def _blocage(statut: str, nombre: int) -> str:
    s = pluriel(nombre)
    return {
        NON_TRANSMIS: f"{nombre} commune{s} sans le rapport\u202f: leur délai de trois mois ne court pas.",
        NON_RECU: f"{nombre} réception{s} à noter\u202f: sans date de réception, le délai ne court pas.",
        EN_ATTENTE: f"{nombre} avis attendu{s}, encore dans le délai.",
        ECHU: f"{nombre} délai{s} échu{s}\u202f: l’avis réputé favorable est à constater.",
    }[statut]
