"""Pages that hold no data: guide, accessibility statement, legal notice."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accord.socle.droits import publique


@publique
def guide(request: HttpRequest) -> HttpResponse:
    """The way through the démarche, in one page."""
    return render(request, "accueil/guide.html")


@publique
def accessibilite(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "accueil/accessibilite.html")


@publique
def mentions(request: HttpRequest) -> HttpResponse:
    """Legal notice and personal data."""
    return render(request, "accueil/mentions.html")
