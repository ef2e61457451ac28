"""/interface/: the gallery of components and the choice of theme."""

from django.urls import path

from accord.socle.interface import views

app_name = "interface"
urlpatterns = [
    path("", views.galerie, name="galerie"),
    path("theme/", views.theme_changer, name="theme-changer"),
]
