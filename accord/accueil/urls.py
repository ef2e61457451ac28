"""The root of the site."""

from django.urls import path

from accord.accueil.views import accueil, pages, recherche

app_name = "accueil"
urlpatterns = [
    path("", accueil.accueil, name="accueil"),
    path("attentes/", accueil.attentes, name="attentes"),
    path("recherche/", recherche.rechercher, name="recherche"),
    path("guide/", pages.guide, name="guide"),
    path("accessibilite/", pages.accessibilite, name="accessibilite"),
    path("mentions/", pages.mentions, name="mentions"),
]
