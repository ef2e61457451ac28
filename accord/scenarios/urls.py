from django.urls import path

from accord.scenarios.views import (
    comparaison,
    decision,
    detail,
    editeur,
    export,
    liste,
    perimetre,
    resultats,
    service,
)

app_name = "scenarios"
urlpatterns = [
    path("<slug:slug>/", liste.scenario_lister, name="scenario-lister"),
    path("<slug:slug>/nouveau/", editeur.scenario_creer, name="scenario-creer"),
    path("<slug:slug>/comparer/", comparaison.scenario_comparer, name="scenario-comparer"),
    path("<slug:slug>/<int:pk>/", resultats.scenario_voir, name="scenario-voir"),
    path("<slug:slug>/<int:pk>/reglages/", editeur.scenario_modifier, name="scenario-modifier"),
    path("<slug:slug>/<int:pk>/dupliquer/", editeur.scenario_dupliquer, name="scenario-dupliquer"),
    path("<slug:slug>/<int:pk>/statut/", editeur.statut_changer, name="statut-changer"),
    path("<slug:slug>/<int:pk>/services/", service.service_choisir, name="service-choisir"),
    path("<slug:slug>/<int:pk>/services/<int:service>/", service.service_regler, name="service-regler"),
    path(
        "<slug:slug>/<int:pk>/services/<int:service>/exterieure/",
        perimetre.exterieure_ajouter,
        name="exterieure-ajouter",
    ),
    path("<slug:slug>/<int:pk>/perimetre/", perimetre.perimetre_modifier, name="perimetre-modifier"),
    path("<slug:slug>/<int:pk>/decision/", decision.scenario_retenir, name="scenario-retenir"),
    path("<slug:slug>/<int:pk>/classeur.xlsx", export.scenario_exporter, name="scenario-exporter"),
    path("<slug:slug>/<int:pk>/<str:siren>/", detail.fiche_voir, name="fiche-voir"),
    path(
        "<slug:slug>/<int:pk>/<str:siren>/<int:service>/<int:annee>/",
        detail.explication_voir,
        name="explication-voir",
    ),
]
