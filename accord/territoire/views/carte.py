"""The map of an EPCI, as GeoJSON that browsers keep until something changes."""

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from accord.socle.droits import Requete, exige
from accord.territoire.models import Epci
from accord.territoire.portes import porte_epci
from accord.territoire.selectors.carte import carte_epci, empreinte_carte
from accord.territoire.selectors.fiche import communes_de


@exige("territoire.consulter", porte=porte_epci)
def epci_cartographier(request: Requete, epci: Epci) -> HttpResponse:
    """Contours and town halls of the communes of today; 304 when the browser has them already."""
    communes = communes_de(epci, request.acteur.le)
    etag = quote_etag(empreinte_carte(communes))
    reponse = get_conditional_response(request, etag=etag)
    if reponse is None:
        reponse = HttpResponse(carte_epci(communes), content_type="application/geo+json")
    reponse["ETag"] = etag
    reponse["Cache-Control"] = "private, no-cache"
    return reponse
