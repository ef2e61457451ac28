"""Numbers as people type them: « 1 234,50 € », « 80 % », « 28/35 », « (1 200) », « 40 k€ »."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from accord.diagnostic.classeur.valeurs.anomalies import Anomalie, Raison
from accord.diagnostic.classeur.valeurs.textes import INCONNUS, en_texte, est_vide

CENT = Decimal(100)
PLAFOND = Decimal(10) ** 15
_INVALIDE = Anomalie(Raison.NOMBRE_INVALIDE)
_ESPACES = str.maketrans(
    dict.fromkeys("\xa0\u202f\u2009\u2007\u2008\u200a\u2005\u2006\u2002\u2003\u2004\t", " ")
)
_ESPACE_PERDUE = re.compile(r"(?<=\d)\?(?=\d{3}(?:\D|$))")
"""A narrow space that an old encoding has replaced by a question mark: « 33?839 € »."""
_SIGNES = str.maketrans({"−": "-", "–": "-", "‐": "-", "‑": "-", "’": "'", "‘": "'"})
_UNITES = re.compile(
    r"\s*(?:€|eur(?:os?)?|ttc|ht|m²|m2|mois|etp|ans?|h|/\s*an|par an|habitants?|hab\.?)\s*$", re.IGNORECASE
)
_DEVISE_DEVANT = re.compile(r"^\s*(?:€|eur(?:os?)?)\s*", re.IGNORECASE)
_MILLIERS_EUROS = re.compile(r"\s*(?:k\s?€|k\s?eur(?:os?)?|keuros?|milliers? d'euros)\s*$", re.IGNORECASE)
_GROUPES = re.compile(r"^\d{1,3}(?:[ '.,]\d{3})+$")
_SIMPLE = re.compile(r"^(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2})?$", re.IGNORECASE)
_FRACTION = re.compile(
    r"^(\d+(?:[.,]\d+)?)\s*h?\s*/\s*(\d+(?:[.,]\d+)?)\s*(?:h|e|è|ème|eme|èmes|emes)?$", re.IGNORECASE
)


def _sans_groupes(texte: str) -> str | None:
    """Remove thousands separators and set the decimal mark to a dot; None when the grouping makes no sense."""
    dernier = max(texte.rfind(","), texte.rfind("."))
    autre = "." if texte[dernier : dernier + 1] == "," else ","
    entier, reste = (texte[:dernier], texte[dernier + 1 :]) if dernier >= 0 else (texte, "")
    if dernier >= 0 and texte.count(texte[dernier]) > 1:  # 1.234.567: only thousands
        entier, reste = texte, ""
    if reste and not reste.strip().isdigit() and not re.fullmatch(r"\d*e[+-]?\d{1,2}", reste, re.IGNORECASE):
        return None
    if re.search(r"[ ']", entier) or autre in entier or (not reste and entier == texte and dernier >= 0):
        if not _GROUPES.match(entier):
            return None
        entier = re.sub(r"[ '.,]", "", entier)
    return f"{entier}.{reste}" if reste else entier


def nombre_de_texte(texte: str) -> Decimal | None:
    """The number written in a text, or None."""
    brut = _ESPACE_PERDUE.sub(" ", texte.translate(_ESPACES).translate(_SIGNES)).strip()
    negatif = brut.startswith("(") and brut.endswith(")")
    brut = brut[1:-1].strip() if negatif else brut
    facteur = 1
    if _MILLIERS_EUROS.search(brut):
        brut, facteur = _MILLIERS_EUROS.sub("", brut), 1000
    avant = None
    while avant != brut:
        avant, brut = brut, _UNITES.sub("", brut)
    brut = _DEVISE_DEVANT.sub("", brut).strip()
    if brut[:1] in "+-" and brut:
        negatif, brut = negatif or brut[0] == "-", brut[1:].strip()
    normal = _sans_groupes(brut) if brut else None
    if normal is None or not _SIMPLE.match(normal):
        return None
    try:
        valeur = Decimal(normal) * facteur
    except InvalidOperation:
        return None
    return -valeur if negatif else valeur


def de_flottant(valeur: float) -> Decimal | None:
    """The decimal a spreadsheet shows for a binary float (0.1 + 0.2 is 0.3)."""
    if valeur != valeur or valeur in (float("inf"), float("-inf")):
        return None
    return Decimal(repr(round(valeur, 9))) if abs(valeur) < 1e6 else Decimal(f"{valeur:.15g}")


def lire_nombre(cellule: object) -> Decimal | None | Anomalie:
    """A decimal number."""
    if isinstance(cellule, float):
        return _borne(de_flottant(cellule))
    if est_vide(cellule):
        return None
    if isinstance(cellule, bool | dt.date | dt.time | dt.timedelta):
        return Anomalie(Raison.NOMBRE_INVALIDE, "Le tableur y a mis une date, une heure ou VRAI/FAUX.")
    if isinstance(cellule, int):
        return _borne(Decimal(cellule))
    texte = en_texte(cellule)
    if texte.casefold() in INCONNUS:
        return None
    return _borne(nombre_de_texte(texte))


def _borne(nombre: Decimal | None) -> Decimal | Anomalie:
    """Nothing here counts beyond a million billions: such a number is a typing mistake."""
    return _INVALIDE if nombre is None or abs(nombre) >= PLAFOND else nombre


def lire_entier(cellule: object) -> int | None | Anomalie:
    """A whole number."""
    nombre = lire_nombre(cellule)
    if not isinstance(nombre, Decimal):
        return nombre
    if nombre != nombre.to_integral_value():
        return Anomalie(Raison.NOMBRE_INVALIDE, "Un nombre entier est attendu.")
    return int(nombre)


def en_centimes(euros: Decimal) -> int:
    """Euros to centimes, halves up."""
    return int((euros * CENT).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def lire_montant(cellule: object) -> int | None | Anomalie:
    """An amount of euros, in centimes."""
    if type(cellule) is float and abs(cellule) < 1e11:
        centimes = round(cellule * 100)
        if abs(cellule * 100 - centimes) < 1e-4:
            return centimes
    nombre = lire_nombre(cellule)
    return en_centimes(nombre) if isinstance(nombre, Decimal) else nombre


def _avec_signe_pourcent(cellule: object) -> Decimal | None:
    """« 80 % » → 80, else None."""
    if isinstance(cellule, str) and cellule.rstrip().endswith("%"):
        return nombre_de_texte(cellule.rstrip()[:-1])
    return None


def lire_part(cellule: object) -> Decimal | None | Anomalie:
    """A share from 0 to 1: « 0,8 », « 80 % », 80 (from ten up it can only be a percentage), « 28/35 »."""
    pourcent = _avec_signe_pourcent(cellule)
    if pourcent is not None:
        return pourcent / CENT
    if isinstance(cellule, str) and (fraction := _FRACTION.match(cellule.strip())):
        haut, bas = (Decimal(g.replace(",", ".")) for g in fraction.groups())
        return round(haut / bas, 4) if bas else _INVALIDE
    nombre = lire_nombre(cellule)
    if isinstance(nombre, Decimal) and nombre >= 10:
        return nombre / CENT
    return nombre


def lire_pourcent(cellule: object) -> Decimal | None | Anomalie:
    """A percentage from 0 to 100."""
    pourcent = _avec_signe_pourcent(cellule)
    return lire_nombre(cellule) if pourcent is None else pourcent
