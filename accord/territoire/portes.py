"""The only ways for an EPCI or a commune to enter a view."""

from django.http import Http404

from accord.socle.droits import Acteur
from accord.territoire.models import Commune, Epci


def porte_epci(acteur: Acteur, siren: str) -> Epci:
    """The EPCI of this SIREN, or 404."""
    epci = Epci.objects.visibles_par(acteur).filter(siren=siren).first()
    if epci is None:
        raise Http404(f"Aucun EPCI ne porte le SIREN {siren}.")
    return epci


def porte_commune(acteur: Acteur, code_insee: str) -> Commune:
    """The commune that bears this code INSEE today, else the last one that bore it, or 404."""
    communes = Commune.objects.visibles_par(acteur).filter(code_insee=code_insee)
    commune = communes.en_date(acteur.le).first() or communes.order_by("-date_fin", "pk").first()
    if commune is None:
        raise Http404(f"Aucune commune ne porte le code INSEE {code_insee}.")
    return commune
