"""The back-planning: every deadline with its state on a day, in order of date."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.urls import reverse

from accord.demarche.adaptateurs import EcheanceLegale, echeances_legales
from accord.demarche.enums import NatureJalon
from accord.demarche.models import Demarche
from accord.demarche.registre import EcheanceApp, echeances_des_apps
from accord.demarche.selectors.liens import est_ouvert, sections_fermees
from accord.socle.droits import Acteur

PROCHE = timedelta(days=30)
FAMILLES = {
    "mandat": "Mandat",
    "pacte": "Pacte de gouvernance",
    "schema": "Schéma",
    "cst": "Dialogue social",
    "conseil": "Conseil communautaire",
    "convention": "Conventions",
    "budget": "Budget",
    "demarche": "Démarche",
}
PREUVES = {
    "pacte_envoi_limite": NatureJalon.ENVOI_PACTE,
    "rapport_notification_limite": NatureJalon.RECEPTION_RAPPORT,
    "rapport_mutualisations": NatureJalon.RECEPTION_RAPPORT,
}
"""Deadlines that a known date proves to be met."""

SUIVIES = {"rapport_notification_limite", "rapport_mutualisations"}
"""Deadlines of the legal track whose passing without proof is shown as late (the pact is optional)."""

ETATS = {
    "fait": "Fait",
    "en_retard": "En retard",
    "passee": "Passée",
    "proche": "Dans le mois",
    "a_venir": "À venir",
}


@dataclass(frozen=True)
class EcheanceVue:
    """One line of the calendar. `statut` is the badge's code, `etat` its own word."""

    cle: str
    libelle: str
    date: date
    famille: str
    etat: str
    article: str = ""
    verifie: bool | None = None
    calcul: str = ""
    reserves: tuple[str, ...] = ()
    motif_non_ouvre: str | None = None
    url: str | None = None
    regle: str = ""
    nature: str = "limite"

    @property
    def famille_libelle(self) -> str:
        return FAMILLES.get(self.famille, self.famille)

    @property
    def etat_libelle(self) -> str:
        return ETATS[self.etat]

    @property
    def statut(self) -> str:
        return {"passee": "neutre", "proche": "en_attente"}.get(self.etat, self.etat)


def calendrier_vu(demarche: Demarche, le: date, acteur: Acteur | None = None) -> list[EcheanceVue]:
    """Legal deadlines and those of the upper apps, seen from a day; links only to what the actor may open."""
    jalons = list(demarche.jalons.all())
    connues = {jalon.nature for jalon in jalons}
    legales = [_legale(echeance, connues, le) for echeance in echeances_legales(demarche, jalons)]
    des_apps = [_d_une_app(echeance, le) for echeance in echeances_des_apps(demarche)]
    if acteur is not None:
        fermees = sections_fermees(acteur, demarche)
        des_apps = [e if est_ouvert(e.url, fermees) else replace(e, url=None) for e in des_apps]
    return sorted([*legales, *des_apps], key=lambda echeance: (echeance.date, echeance.libelle))


def prochaines(echeances: Iterable[EcheanceVue], nombre: int = 4) -> list[EcheanceVue]:
    """What is late, then what comes next."""
    ouvertes = [echeance for echeance in echeances if echeance.etat in ("en_retard", "proche", "a_venir")]
    return ouvertes[:nombre]


def fenetre(echeances: Iterable[EcheanceVue], debut: date | None, fin: date | None) -> list[EcheanceVue]:
    """Only what falls between two days, both included."""
    return [e for e in echeances if (debut is None or e.date >= debut) and (fin is None or e.date <= fin)]


def _legale(echeance: EcheanceLegale, connues: set[str], le: date) -> EcheanceVue:
    faite = PREUVES.get(echeance.code) in connues
    return EcheanceVue(
        cle=echeance.cle,
        libelle=echeance.libelle,
        date=echeance.date,
        famille=echeance.famille,
        etat=_etat(echeance.date, le, faite=faite, suivie=echeance.code in SUIVIES),
        article=echeance.article,
        verifie=echeance.verifie,
        calcul=echeance.explication.phrase,
        reserves=echeance.explication.reserves,
        motif_non_ouvre=echeance.motif_non_ouvre,
        url=reverse("demarche:regle-voir", args=[echeance.explication.regles[0].code]),
        regle=echeance.explication.regles[0].code,
        nature=echeance.nature,
    )


def _d_une_app(echeance: EcheanceApp, le: date) -> EcheanceVue:
    return EcheanceVue(
        cle=f"{echeance.code}-{echeance.date.isoformat()}",
        libelle=echeance.libelle,
        date=echeance.date,
        famille="demarche",
        etat=_etat(echeance.date, le, faite=echeance.faite, suivie=True),
        article=echeance.article,
        url=echeance.lien,
    )


def _etat(jour: date, le: date, *, faite: bool, suivie: bool) -> str:
    if faite:
        return "fait"
    if jour < le:
        return "en_retard" if suivie else "passee"
    return "proche" if jour <= le + PROCHE else "a_venir"
