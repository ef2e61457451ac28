"""Where the schéma is on its way, and what keeps it from going further."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from accord.schema.enums import EtatSchema
from accord.schema.models import Schema
from accord.schema.selectors.avis import ECHU, EN_ATTENTE, NON_RECU, NON_TRANSMIS, TONS, SuiviAvis
from accord.schema.selectors.rapport import LigneSection, VersionAffichee
from accord.socle.interface.formats import date_moyenne, pluriel


@dataclass(frozen=True)
class JalonCircuit:
    """A step of the circuit in the timeline of the dashboard."""

    libelle: str
    statut: str
    date: date | None
    detail: str = ""
    url: str = ""


def jalons_circuit(
    schema: Schema, suivi: SuiviAvis, figees: list[VersionAffichee], *, transmet: bool
) -> list[JalonCircuit]:
    """Where the schéma is among its steps, with the dates known; `transmet`: the reader may send the report."""
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
            "schema:transmission-envoyer" if transmet else "schema:avis-lister",
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
