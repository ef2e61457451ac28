from django.urls import path

from accord.plan.views import etapes, fiches, orientations, plan

app_name = "plan"
FICHE = "<slug:slug>/fiches/<int:numero>/"
ETAPE = FICHE + "etapes/<int:ordre>/"
urlpatterns = [
    path("<slug:slug>/", plan.plan_voir, name="plan-voir"),
    path("<slug:slug>/naissance/", plan.plan_creer, name="plan-creer"),
    path("<slug:slug>/frise/", plan.frise_voir, name="frise-voir"),
    path("<slug:slug>/export/", plan.plan_exporter, name="plan-exporter"),
    path("<slug:slug>/orientations/", orientations.orientation_lister, name="orientation-lister"),
    path(
        "<slug:slug>/orientations/<int:numero>/",
        orientations.orientation_renommer,
        name="orientation-renommer",
    ),
    path("<slug:slug>/fiches/nouvelle/", fiches.fiche_creer, name="fiche-creer"),
    path(FICHE, fiches.fiche_voir, name="fiche-voir"),
    path(FICHE + "modifier/", fiches.fiche_modifier, name="fiche-modifier"),
    path(FICHE + "etat/", fiches.fiche_changer_etat, name="fiche-changer-etat"),
    path(FICHE + "pdf/", fiches.fiche_telecharger, name="fiche-telecharger"),
    path(FICHE + "etapes/", etapes.etape_ajouter, name="etape-ajouter"),
    path(ETAPE + "faite/", etapes.etape_realiser, name="etape-realiser"),
    path(ETAPE + "rouvrir/", etapes.etape_rouvrir, name="etape-rouvrir"),
    path(ETAPE + "reporter/", etapes.etape_reporter, name="etape-reporter"),
    path(ETAPE + "retirer/", etapes.etape_retirer, name="etape-retirer"),
]
