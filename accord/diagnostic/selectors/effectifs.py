"""Agents counted by collectivité and service, small groups hidden to whoever is not of that employer."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Q, Sum

from accord.diagnostic.champs import services_du_champ
from accord.diagnostic.enums import PARTAGEES
from accord.diagnostic.models import Campagne, LigneAgent
from accord.diagnostic.secret import MARGE, avec_marges, cases_masquees
from accord.diagnostic.selectors.carte import colonnes_de_services
from accord.socle.droits import Acteur

Etp = dict[tuple[str, str], Decimal]


@dataclass(frozen=True, slots=True)
class CaseEffectif:
    """Agents and their ETP; both None when hidden."""

    effectif: int | None
    etp: Decimal | None
    masquee: bool = False


@dataclass(frozen=True)
class LigneEffectif:
    nom: str
    est_la_mienne: bool
    cases: tuple[CaseEffectif, ...]
    total: CaseEffectif


@dataclass(frozen=True)
class TableEffectifs:
    """The table and its margins."""

    colonnes: tuple[tuple[str, str], ...]
    lignes: tuple[LigneEffectif, ...]
    totaux: tuple[CaseEffectif, ...]
    total: CaseEffectif
    nombre_masquees: int


def table_effectifs(campagne: Campagne, acteur: Acteur) -> TableEffectifs:
    """Two queries. The agent of two services counts in each, as a place of work."""
    effectifs, etp = _agregats(campagne, acteur)
    noms = dict(campagne.reponses.values_list("collectivite__siren", "collectivite__nom"))
    mien = next(iter(_sirens(campagne, acteur)), None)
    masquees = cases_masquees(effectifs, connues=[mien] if mien else [])
    marges, marges_etp = avec_marges(effectifs), _marges_etp(etp)

    def case(ligne: str, colonne: str) -> CaseEffectif:
        cle = (ligne, colonne)
        if cle in masquees:
            return CaseEffectif(None, None, masquee=True)
        return CaseEffectif(marges.get(cle, 0), marges_etp.get(cle, Decimal(0)))

    colonnes = colonnes_de_services(code for _siren, code in effectifs)
    sirens = sorted({siren for siren, _code in effectifs}, key=lambda s: noms.get(s, s))
    return TableEffectifs(
        colonnes,
        tuple(
            LigneEffectif(noms[s], s == mien, tuple(case(s, code) for code, _l in colonnes), case(s, MARGE))
            for s in sirens
        ),
        tuple(case(MARGE, code) for code, _libelle in colonnes),
        case(MARGE, MARGE),
        len(masquees),
    )


def _sirens(campagne: Campagne, acteur: Acteur) -> list[str | None]:
    """The SIREN of the actor's own collectivité."""
    mienne = campagne.reponses.filter(collectivite=acteur.collectivite_id)
    return list(mienne.values_list("collectivite__siren", flat=True))


def _agregats(campagne: Campagne, acteur: Acteur) -> tuple[dict[tuple[str, str], int], Etp]:
    visibles = Q(reponse__collectivite=acteur.collectivite_id) | Q(reponse__statut__in=PARTAGEES)
    lignes = (
        LigneAgent.objects.filter(visibles, services_du_champ(acteur), reponse__campagne=campagne)
        .order_by()
        .values_list("reponse__collectivite__siren", "code")
        .annotate(n=Count("matricule", distinct=True), etp=Sum(F("quotite") * F("part")))
    )
    effectifs: dict[tuple[str, str], int] = {}
    etp: Etp = {}
    for siren, code, nombre, somme in lignes:
        effectifs[siren or "", code], etp[siren or "", code] = nombre, Decimal(somme)
    return effectifs, etp


def _marges_etp(etp: Etp) -> Etp:
    marges: Etp = defaultdict(Decimal)
    for (ligne, colonne), valeur in etp.items():
        for case in ((ligne, colonne), (ligne, MARGE), (MARGE, colonne), (MARGE, MARGE)):
            marges[case] += valeur
    return marges
