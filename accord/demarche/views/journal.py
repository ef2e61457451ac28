"""What happened in the démarche, in sentences."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.demarche.selectors.journal import lignes
from accord.socle.droits import Requete, exige


@exige("demarche.lire_journal", porte=porte_demarche)
def journal_lire(request: Requete, demarche: Demarche) -> HttpResponse:
    """Newest first, fifty a page."""
    page = Paginator(lignes(demarche), 50).get_page(request.GET.get("page"))
    return render(request, "demarche/journal.html", {"page": page})
