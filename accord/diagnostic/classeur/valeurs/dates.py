"""Dates as people type them: 31/12/2027, 1er janvier 2027, 2027-12-31, and the serial numbers of spreadsheets."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from accord.diagnostic.classeur.libelles import sans_accent
from accord.diagnostic.classeur.valeurs.anomalies import Anomalie, Raison
from accord.diagnostic.classeur.valeurs.nombres import lire_nombre
from accord.diagnostic.classeur.valeurs.textes import INCONNUS, en_texte, est_vide

_EPOQUE = dt.date(1899, 12, 30)
_SERIE_MINI, _SERIE_MAXI = 18264, 91313  # 1950-01-01, 2149-12-31
_ANNEE_MINI, _ANNEE_MAXI = 1950, 2149
_MOIS = {
    "janv": 1, "janvier": 1, "jan": 1, "fevr": 2, "fevrier": 2, "fev": 2, "mars": 3, "mar": 3, "avr": 4, "avril": 4,
    "mai": 5, "juin": 6, "juil": 7, "juillet": 7, "aout": 8, "sept": 9, "septembre": 9, "sep": 9, "oct": 10,
    "octobre": 10, "nov": 11, "novembre": 11, "dec": 12, "decembre": 12,
}  # fmt: skip
_HEURE = r"(?:[ t]\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?z?)?"
_JMA = re.compile(rf"^(\d{{1,2}})[/.\- ](\d{{1,2}})[/.\- ](\d{{4}}|\d{{2}}){_HEURE}$")
_AMJ = re.compile(rf"^(\d{{4}})[/.\-](\d{{1,2}})[/.\-](\d{{1,2}}){_HEURE}$")
_LETTRES = re.compile(
    r"^(?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?"
    r"(\d{1,2})(?:er|e)?[ \-/]([a-z]+)\.?[ \-/](\d{4}|\d{2})$"
)
_COMPACTE = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_ANNEE = re.compile(r"^\d{4}$")


def _annee(texte: str) -> int:
    return int(texte) if len(texte) == 4 else 2000 + int(texte) if int(texte) < 70 else 1900 + int(texte)


def _date(annee: int, mois: int, jour: int) -> dt.date | None:
    try:
        trouvee = dt.date(annee, mois, jour)
    except ValueError:
        return None
    return trouvee if _ANNEE_MINI <= annee <= _ANNEE_MAXI else None


def date_de_texte(texte: str) -> dt.date | None:
    """The date written in a text, or None."""
    plie = sans_accent(texte).replace("\u202f", " ")
    if m := _JMA.match(plie):
        return _date(_annee(m[3]), int(m[2]), int(m[1]))
    if m := _AMJ.match(plie) or _COMPACTE.match(plie):
        return _date(int(m[1]), int(m[2]), int(m[3]))
    if m := _LETTRES.match(plie):
        return _date(_annee(m[3]), _MOIS.get(m[2], 0), int(m[1]))
    return None


def _de_serie(numero: Decimal) -> dt.date | None:
    jours = int(numero)
    return _EPOQUE + dt.timedelta(days=jours) if _SERIE_MINI <= jours <= _SERIE_MAXI else None


def lire_date(cellule: object) -> dt.date | None | Anomalie:
    """A date; a serial number of a spreadsheet is understood."""
    if isinstance(cellule, dt.datetime):
        cellule = cellule.date()
    if isinstance(cellule, dt.date):
        return _date(cellule.year, cellule.month, cellule.day) or Anomalie(Raison.DATE_INVALIDE)
    if est_vide(cellule):
        return None
    if isinstance(cellule, str) and en_texte(cellule).casefold() in INCONNUS:
        return None
    trouvee = date_de_texte(en_texte(cellule)) if isinstance(cellule, str) else None
    if trouvee is None and not isinstance(cellule, bool):
        numero = lire_nombre(cellule)
        trouvee = _de_serie(numero) if isinstance(numero, Decimal) else None
    return trouvee or Anomalie(Raison.DATE_INVALIDE)


def lire_annee(cellule: object) -> int | None | Anomalie:
    """A year; a full date gives its year."""
    if isinstance(cellule, dt.date):
        return cellule.year
    if isinstance(cellule, str) and not _ANNEE.match(cellule.strip()):
        trouvee = date_de_texte(en_texte(cellule))
        if trouvee:
            return trouvee.year
    nombre = lire_nombre(cellule)
    if not isinstance(nombre, Decimal):
        return nombre
    if nombre != nombre.to_integral_value():
        return Anomalie(Raison.NOMBRE_INVALIDE, "Une année est attendue, comme 2031.")
    serie = _de_serie(nombre)
    return serie.year if serie else int(nombre)
