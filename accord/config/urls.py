"""One line an app: the first segment of an address is the name of the app that answers."""

from importlib.util import find_spec

from django.urls import include, path

APPS = ["territoire", "comptes", "demarche", "diagnostic", "scenarios", "schema", "plan", "evaluation"]

urlpatterns = [
    *(path(f"{app}/", include(f"accord.{app}.urls")) for app in APPS if find_spec(f"accord.{app}.urls")),
    path("connexion/", include("accord.comptes.urls_connexion")),
    path("interface/", include("accord.socle.interface.urls")),
    path("courriels/", include("accord.socle.notifications.urls")),
    path("", include("accord.accueil.urls")),
]

handler403 = "accord.accueil.views.erreurs.refus"
handler404 = "accord.accueil.views.erreurs.introuvable"
handler500 = "accord.accueil.views.erreurs.panne"
