"""The request as views receive it: Django's, with who acts and the démarche of the page."""

from typing import Any

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accord.socle.droits.acteur import Acteur


class Requete(HttpRequest):
    """Only a name for types: the middleware and the doors set these attributes on Django's own request."""

    acteur: Acteur
    capacites: list[Any]
    demarche: Any
    htmx: HtmxDetails
    user: Any
