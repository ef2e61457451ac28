"""The results of one scenario, by employer, by service and by year, for one look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from accord.scenarios.adaptateurs import Simulation, lire_forme
from accord.scenarios.permissions import Regard
from accord.scenarios.selectors.periodes import Periode
from accord.territoire.models import Collectivite


@dataclass(frozen=True)
class LigneEmployeur:
    """One employer over the period; None is what the actor may not see."""

    siren: str
    nom: str
    population: int
    seul_centimes: int | None
    avec_centimes: int | None
    etp_sans: Decimal | None
    etp_avec: Decimal | None

    @property
    def ecart_centimes(self) -> int | None:
        if self.seul_centimes is None or self.avec_centimes is None:
            return None
        return self.avec_centimes - self.seul_centimes

    @property
    def ampleur_centimes(self) -> int | None:
        """The difference without its sign, for sentences that say « de moins » or « de plus »."""
        return None if self.ecart_centimes is None else abs(self.ecart_centimes)

    @property
    def ampleur_par_habitant_centimes(self) -> int | None:
        par_habitant = self.ecart_par_habitant_centimes
        return None if par_habitant is None else abs(par_habitant)

    @property
    def ecart_par_habitant_centimes(self) -> int | None:
        if self.ecart_centimes is None or not self.population:
            return None
        return round(Decimal(self.ecart_centimes) / self.population)

    @property
    def ecart_etp(self) -> Decimal | None:
        if self.etp_sans is None or self.etp_avec is None:
            return None
        return self.etp_avec - self.etp_sans


@dataclass(frozen=True)
class LigneServiceSimule:
    """One pooled service over the period, all members together."""

    pk: int
    code: str
    libelle: str
    forme: str
    base_legale: str
    gestionnaire: str
    adherents: int
    etp: Decimal
    cout_centimes: int
    evite_centimes: int

    @property
    def ecart_centimes(self) -> int:
        return self.cout_centimes - self.evite_centimes


@dataclass(frozen=True)
class LigneAnnee:
    """One year, of the whole territory or of one collectivité."""

    annee: int
    seul_centimes: int
    avec_centimes: int
    etp_sans: Decimal
    etp_avec: Decimal

    @property
    def ecart_centimes(self) -> int:
        return self.avec_centimes - self.seul_centimes


@dataclass(frozen=True)
class Resultats:
    """All that the page of results shows."""

    periode: Periode
    lignes: tuple[LigneEmployeur, ...]
    total: LigneEmployeur
    services: tuple[LigneServiceSimule, ...]
    annees: tuple[LigneAnnee, ...]
    gagnants: int
    perdants: int
    inchanges: int
    masquees: int
    avertissements: tuple[str, ...]


def resultats(simulation: Simulation, regard: Regard, periode: Periode) -> Resultats:
    """Totals are for everyone; lines and services follow the champ (one query when the look is partial)."""
    toutes = lignes_employeurs(simulation, periode)
    visibles = filtrer(toutes, regard)
    ecarts = [ligne.ecart_centimes or 0 for ligne in toutes]
    return Resultats(
        periode=periode,
        lignes=visibles,
        total=totaliser(toutes),
        services=_services(simulation, regard, periode),
        annees=_annees(simulation),
        gagnants=sum(ecart < 0 for ecart in ecarts),
        perdants=sum(ecart > 0 for ecart in ecarts),
        inchanges=sum(ecart == 0 for ecart in ecarts),
        masquees=len(toutes) - len(visibles),
        avertissements=simulation.avertissements,
    )


def lignes_employeurs(simulation: Simulation, periode: Periode) -> list[LigneEmployeur]:
    """Every employer, the EPCI first, then in the order of the état arrêté."""
    resultat = simulation.resultat
    rangs = periode.rangs(resultat.annees)
    seul = resultat.depenses_seul[:, rangs].sum(axis=1).tolist()
    avec = resultat.depenses_avec[:, rangs].sum(axis=1).tolist()
    sans, avec_etp = resultat.etp_sans[:, rangs[-1]].tolist(), resultat.etp_avec[:, rangs[-1]].tolist()
    return [
        LigneEmployeur(
            employeur.siren,
            employeur.nom,
            employeur.population_municipale,
            seul[rang],
            avec[rang],
            en_etp(sans[rang]),
            en_etp(avec_etp[rang]),
        )
        for rang, employeur in enumerate(resultat.employeurs)
    ]


def en_etp(centiemes: int) -> Decimal:
    return Decimal(centiemes) / 100


def totaliser(lignes: Sequence[LigneEmployeur]) -> LigneEmployeur:
    """The whole territory as one line."""
    return LigneEmployeur(
        siren="",
        nom="Ensemble",
        population=sum(ligne.population for ligne in lignes),
        seul_centimes=sum(ligne.seul_centimes or 0 for ligne in lignes),
        avec_centimes=sum(ligne.avec_centimes or 0 for ligne in lignes),
        etp_sans=sum((ligne.etp_sans or Decimal() for ligne in lignes), Decimal()),
        etp_avec=sum((ligne.etp_avec or Decimal() for ligne in lignes), Decimal()),
    )


def filtrer(lignes: Sequence[LigneEmployeur], regard: Regard) -> tuple[LigneEmployeur, ...]:
    """What this look allows: whole lines, or staff only, or one's own collectivité."""
    if not regard.est_partiel:
        return tuple(lignes)
    propre = siren_du_regard(regard)
    return tuple(
        ligne if ligne.siren == propre else _masquer(ligne, regard)
        for ligne in lignes
        if ligne.siren == propre or regard.depenses or regard.effectifs
    )


def _masquer(ligne: LigneEmployeur, regard: Regard) -> LigneEmployeur:
    montre = regard.depenses, regard.effectifs
    return LigneEmployeur(
        ligne.siren,
        ligne.nom,
        ligne.population,
        ligne.seul_centimes if montre[0] else None,
        ligne.avec_centimes if montre[0] else None,
        ligne.etp_sans if montre[1] else None,
        ligne.etp_avec if montre[1] else None,
    )


def siren_du_regard(regard: Regard) -> str | None:
    """The SIREN of the actor's own collectivité."""
    if regard.collectivite_id is None:
        return None
    return Collectivite.objects.filter(pk=regard.collectivite_id).values_list("siren", flat=True).first()


def _services(simulation: Simulation, regard: Regard, periode: Periode) -> tuple[LigneServiceSimule, ...]:
    resultat = simulation.resultat
    rangs = periode.rangs(resultat.annees)
    evite = (resultat.seul - resultat.garde)[:, :, rangs].sum(axis=(1, 2)).tolist()
    couts = resultat.couts[:, rangs].sum(axis=1).tolist()
    etp = resultat.etp_mutualises[:, rangs[-1]].tolist()
    lignes = []
    for service in simulation.scenario.services.all():
        if not regard.voit_service(service.code):
            continue
        rang = simulation.rang_service[service.code]
        forme = lire_forme(service.forme, simulation.scenario.modifie_le.date())
        lignes.append(
            LigneServiceSimule(
                pk=service.pk,
                code=service.code,
                libelle=service.libelle,
                forme=forme.libelle if forme else service.forme,
                base_legale=forme.base_legale if forme else "",
                gestionnaire=service.gestionnaire.nom,
                adherents=sum(1 for adhesion in service.adhesions.all() if adhesion.date_adhesion),
                etp=en_etp(etp[rang]),
                cout_centimes=couts[rang],
                evite_centimes=evite[rang],
            )
        )
    return tuple(lignes)


def _annees(simulation: Simulation) -> tuple[LigneAnnee, ...]:
    resultat = simulation.resultat
    seul, avec = resultat.depenses_seul.sum(axis=0).tolist(), resultat.depenses_avec.sum(axis=0).tolist()
    sans, etp = resultat.etp_sans.sum(axis=0).tolist(), resultat.etp_avec.sum(axis=0).tolist()
    return tuple(
        LigneAnnee(annee, seul[rang], avec[rang], en_etp(sans[rang]), en_etp(etp[rang]))
        for rang, annee in enumerate(resultat.annees)
    )


CLES_DE_TRI: dict[str, Callable[[LigneEmployeur], object]] = {
    "nom": lambda ligne: ligne.nom,
    "seul": lambda ligne: ligne.seul_centimes or 0,
    "avec": lambda ligne: ligne.avec_centimes or 0,
    "ecart": lambda ligne: ligne.ecart_centimes or 0,
    "etp": lambda ligne: ligne.ecart_etp or 0,
}
