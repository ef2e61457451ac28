"""The anchor of the web benchmark: the barest Django page of fifty rows — no session, no person, no right.

Served exactly as the product is. It is a floor that no real page reaches, not a rival.
"""

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

LIGNES = [{"nom": f"Commune {rang}", "population": rang * 137, "part": rang / 50} for rang in range(50)]
PAGE = """<!doctype html><html lang="fr"><head><title>Liste</title></head><body><h1>Liste</h1><table>
{% for ligne in lignes %}<tr><th scope="row">{{ ligne.nom }}</th>
<td>{{ ligne.population }}</td><td>{{ ligne.part }}</td></tr>
{% endfor %}</table></body></html>"""


def liste(request: HttpRequest) -> HttpResponse:
    """Fifty rows rendered by Django's templates."""
    return HttpResponse(MODELE.render({"lignes": LIGNES}))


urlpatterns = [path("", liste)]
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="banc-d-essai",
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
django.setup()
MODELE = engines["django"].from_string(PAGE)
application = get_wsgi_application()
