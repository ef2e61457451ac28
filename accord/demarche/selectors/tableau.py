"""The home page of a démarche: where we are, what comes next, who has not answered."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from accord.demarche.enums import REPERES_SANS_OBJET, Etat, StatutInvitation
from accord.demarche.models import Decision, Demarche, EtatRepere
from accord.demarche.registre import Condition
from accord.demarche.selectors.calendrier import EcheanceVue, calendrier_vu, prochaines
from accord.demarche.selectors.journal import Ligne, lignes
from accord.demarche.selectors.liens import conditions_vues
from accord.socle.droits import Acteur


@dataclass(frozen=True)
class RepereCourant:
    """A repère under way, or the next to open, with what it still waits for."""

    numero: int
    libelle: str
    etat: str
    manquantes: tuple[Condition, ...]


@dataclass(frozen=True)
class Invitations:
    """How the communes answered the call."""

    total: int
    acceptees: int
    en_attente: int
    a_envoyer: int
    refusees: int


@dataclass(frozen=True)
class Tableau:
    """What the home page shows."""

    reperes: tuple[RepereCourant, ...]
    prochaines: tuple[EcheanceVue, ...]
    invitations: Invitations
    instances: int
    decisions: tuple[Decision, ...]
    journal: tuple[Ligne, ...]


def tableau(demarche: Demarche, le: date, acteur: Acteur | None = None) -> Tableau:
    """Composed once; the number of queries does not depend on the number of communes."""
    return Tableau(
        reperes=tuple(reperes_courants(demarche, acteur)),
        prochaines=tuple(prochaines(calendrier_vu(demarche, le, acteur))),
        invitations=_invitations(demarche),
        instances=demarche.instances.count(),
        decisions=tuple(demarche.decisions.select_related("instance")[:3]),
        journal=tuple(lignes(demarche)[:5]),
    )


def reperes_courants(demarche: Demarche, acteur: Acteur | None = None) -> list[RepereCourant]:
    """Those under way; when none is, the first one still to come."""
    etats = list(demarche.reperes.all())
    ouverts = [etat for etat in etats if etat.etat == Etat.EN_COURS]
    sans_objet = REPERES_SANS_OBJET.get(demarche.piste, ())
    a_venir = [etat for etat in etats if etat.etat == Etat.A_VENIR and etat.repere not in sans_objet]
    return [_courant(demarche, etat, acteur) for etat in (ouverts or a_venir[:1])]


def _courant(demarche: Demarche, etat: EtatRepere, acteur: Acteur | None) -> RepereCourant:
    sens = "sortie" if etat.etat == Etat.EN_COURS else "entree"
    conditions = conditions_vues(demarche, etat.repere, acteur)
    manquantes = tuple(c for c in conditions if c.sens == sens and not c.remplie)
    return RepereCourant(etat.repere, etat.get_repere_display(), etat.etat, manquantes)


def _invitations(demarche: Demarche) -> Invitations:
    comptes = Counter(demarche.invitations.values_list("statut", flat=True))
    return Invitations(
        total=sum(comptes.values()),
        acceptees=comptes[StatutInvitation.ACCEPTEE],
        en_attente=comptes[StatutInvitation.ENVOYEE],
        a_envoyer=comptes[StatutInvitation.PROPOSEE] + comptes[StatutInvitation.EXPIREE],
        refusees=comptes[StatutInvitation.REFUSEE],
    )
