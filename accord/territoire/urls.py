from django.urls import path, re_path

from accord.territoire.views.carte import epci_cartographier
from accord.territoire.views.communes import commune_consulter
from accord.territoire.views.epci import epci_consulter, epci_exporter_communes
from accord.territoire.views.liste import epci_exporter, epci_liste, epci_rechercher

app_name = "territoire"
urlpatterns = [
    path("", epci_liste, name="epci-liste"),
    re_path(r"^epci\.(?P<extension>xlsx|csv)$", epci_exporter, name="epci-exporter"),
    path("epci/recherche/", epci_rechercher, name="epci-rechercher"),
    path("epci/<str:siren>/", epci_consulter, name="epci-consulter"),
    path("epci/<str:siren>/carte.json", epci_cartographier, name="epci-cartographier"),
    re_path(
        r"^epci/(?P<siren>[^/]+)/communes\.(?P<extension>xlsx|csv)$",
        epci_exporter_communes,
        name="epci-exporter-communes",
    ),
    path("communes/<str:code_insee>/", commune_consulter, name="commune-consulter"),
]
