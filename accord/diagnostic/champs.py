"""Whose figures one may read: those of the services of one's champs de compétence (row M18).

Later stages ask the same questions, so that a service hidden here is hidden in scenarios and indicators too.
"""

from django.db.models import Q

from accord.comptes.enums import Champ
from accord.diagnostic.nomenclature import CHAMP_PAR_DEFAUT, champ_du_service, nomenclature
from accord.socle.droits import Acteur

TRANSVERSAUX = (Champ.FINANCES, Champ.RESSOURCES_HUMAINES)
"""Champs whose work bears on every service: its money, its posts."""

CHAMP_DES_FEUILLES = {
    "Équipements": Champ.TECHNIQUE,
    "Contrats": Champ.FINANCES,
    "Conventions": Champ.ADMINISTRATION,
}
"""Sheets whose rows belong to no service."""


def voit_service(acteur: Acteur, code: str) -> bool:
    """Whether the service belongs to a champ of the actor, or the actor works across services."""
    return voit_tous_les_services(acteur) or acteur.couvre(champ_du_service(code))


def voit_tous_les_services(acteur: Acteur) -> bool:
    """Finance and human resources read every service."""
    return any(acteur.couvre(champ) for champ in TRANSVERSAUX)


def voit_feuille(acteur: Acteur, feuille: str) -> bool:
    """Whether a sheet without services belongs to a champ of the actor; the others are filtered row by row."""
    champ = CHAMP_DES_FEUILLES.get(feuille)
    return champ is None or acteur.couvre(champ)


def services_du_champ(acteur: Acteur, champ: str = "code") -> Q:
    """The filter of rows that carry a service code in `champ`: one condition, whatever the number of services."""
    if voit_tous_les_services(acteur):
        return Q(pk__isnull=False)  # always true; an empty Q would vanish from a disjunction
    couverts = [code for code in nomenclature() if voit_service(acteur, code)]
    filtre = Q(**{f"{champ}__in": couverts})
    if acteur.couvre(CHAMP_PAR_DEFAUT):
        # A service of one's own, unknown to the nomenclature, belongs to general administration.
        filtre |= ~Q(**{f"{champ}__in": list(nomenclature())})
    return filtre
