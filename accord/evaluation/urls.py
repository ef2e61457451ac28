from django.urls import path

from accord.evaluation.views import communication, indicateur, tableau

app_name = "evaluation"
INDICATEUR = "<slug:slug>/indicateurs/<int:pk>/"
ANNEE = "<slug:slug>/communications/<int:annee>/"
urlpatterns = [
    path("<slug:slug>/", tableau.tableau_voir, name="tableau-voir"),
    path("<slug:slug>/export/", tableau.tableau_exporter, name="tableau-exporter"),
    path("<slug:slug>/avis/", tableau.opinion_donner, name="opinion-donner"),
    path("<slug:slug>/indicateurs/naissance/", tableau.indicateurs_creer, name="indicateurs-creer"),
    path("<slug:slug>/indicateurs/nouveau/", indicateur.indicateur_creer, name="indicateur-creer"),
    path(INDICATEUR, indicateur.indicateur_voir, name="indicateur-voir"),
    path(INDICATEUR + "modifier/", indicateur.indicateur_modifier, name="indicateur-modifier"),
    path(INDICATEUR + "mesurer/", indicateur.indicateur_mesurer, name="indicateur-mesurer"),
    path(INDICATEUR + "reajuster/", indicateur.indicateur_reajuster, name="indicateur-reajuster"),
    path(INDICATEUR + "avis/", indicateur.indicateur_opiner, name="indicateur-opiner"),
    path("<slug:slug>/communications/", communication.communication_lister, name="communication-lister"),
    path(ANNEE, communication.communication_preparer, name="communication-preparer"),
    path(
        ANNEE + "versions/<int:version>/",
        communication.communication_telecharger,
        name="communication-telecharger",
    ),
]
