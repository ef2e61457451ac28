"""The calendar as a workbook and as a diary file."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from io import BytesIO

import xlsxwriter
from django.conf import settings
from icalendar import Alarm, Calendar, Event

from accord.demarche.models import Demarche
from accord.demarche.selectors.calendrier import EcheanceVue
from accord.socle.interface.formats import date_longue

COLONNES = (
    ("Date", 14),
    ("Jour", 30),
    ("Échéance", 60),
    ("Sujet", 22),
    ("État", 14),
    ("Article", 26),
    ("Texte vérifié", 14),
    ("Calcul", 70),
    ("À savoir", 90),
)
RAPPEL = timedelta(days=-15)


def calendrier_en_xlsx(titre: str, echeances: Iterable[EcheanceVue]) -> bytes:
    """One line a deadline; every text is written as text, never as a formula."""
    sortie = BytesIO()
    with xlsxwriter.Workbook(sortie, {"in_memory": True, "strings_to_formulas": False}) as classeur:
        classeur.set_properties({"title": f"Calendrier – {titre}"})
        feuille = classeur.add_worksheet("Calendrier")
        entete = classeur.add_format({"bold": True, "bottom": 1})
        jour = classeur.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        for rang, (nom, largeur) in enumerate(COLONNES):
            feuille.set_column(rang, rang, largeur)
            feuille.write_string(0, rang, nom, entete)
        ligne = 0
        for ligne, echeance in enumerate(echeances, 1):
            feuille.write_datetime(ligne, 0, datetime.combine(echeance.date, time()), jour)
            for rang, texte in enumerate(_textes(echeance), 1):
                feuille.write_string(ligne, rang, texte)
        feuille.freeze_panes(1, 0)
        feuille.autofilter(0, 0, ligne, len(COLONNES) - 1)
    return sortie.getvalue()


def _textes(echeance: EcheanceVue) -> tuple[str, ...]:
    verifie = {True: "oui", False: "non", None: "—"}[echeance.verifie]
    return (
        date_longue(echeance.date),
        echeance.libelle,
        echeance.famille_libelle,
        echeance.etat_libelle,
        echeance.article or "—",
        verifie,
        echeance.calcul or "—",
        " ".join(echeance.reserves),
    )


def calendrier_en_ics(demarche: Demarche, echeances: Iterable[EcheanceVue]) -> bytes:
    """All-day events with a stable identifier, so that importing again updates them."""
    agenda = Calendar()
    agenda.add("prodid", "-//Commun Accord//Calendrier//FR")
    agenda.add("version", "2.0")
    agenda.add("x-wr-calname", demarche.nom)
    for echeance in echeances:
        agenda.add_component(_evenement(demarche, echeance))
    return bytes(agenda.to_ical())


def _evenement(demarche: Demarche, echeance: EcheanceVue) -> Event:
    evenement = Event()
    evenement.add("uid", f"{demarche.slug}-{echeance.cle}@commun-accord")
    evenement.add("dtstamp", demarche.cree_le.astimezone(UTC))
    evenement.add("dtstart", echeance.date)
    evenement.add("dtend", echeance.date + timedelta(days=1))
    evenement.add("summary", echeance.libelle)
    description = [
        echeance.calcul,
        *echeance.reserves,
        settings.ADRESSE_DU_SITE + demarche.get_absolute_url(),
    ]
    evenement.add("description", "\n".join(texte for texte in description if texte))
    evenement.add("transp", "TRANSPARENT")
    evenement.add_component(_rappel(echeance))
    return evenement


def _rappel(echeance: EcheanceVue) -> Alarm:
    rappel = Alarm()
    rappel.add("action", "DISPLAY")
    rappel.add("description", echeance.libelle)
    rappel.add("trigger", RAPPEL)
    return rappel
