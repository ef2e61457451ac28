from django.urls import path

from accord.diagnostic.views import (
    campagne,
    carte,
    classeurs,
    consolidation,
    effectifs,
    etats,
    relances,
    reponses,
    saisie,
)

app_name = "diagnostic"
urlpatterns = [
    path("<slug:slug>/", campagne.campagne_voir, name="campagne-voir"),
    path("<slug:slug>/ouvrir/", campagne.campagne_ouvrir, name="campagne-ouvrir"),
    path("<slug:slug>/relances/", relances.relance_envoyer, name="relance-envoyer"),
    path("<slug:slug>/classeur.xlsx", classeurs.territoire_telecharger, name="territoire-telecharger"),
    path("<slug:slug>/deposer/", classeurs.territoire_deposer, name="territoire-deposer"),
    path("<slug:slug>/classeurs/<int:pk>/", classeurs.import_voir, name="import-voir"),
    path(
        "<slug:slug>/classeurs/<int:pk>/enregistrer/", classeurs.import_enregistrer, name="import-enregistrer"
    ),
    path("<slug:slug>/reponses/<str:siren>/", reponses.reponse_voir, name="reponse-voir"),
    path("<slug:slug>/reponses/<str:siren>/services/", saisie.services_saisir, name="services-saisir"),
    path("<slug:slug>/reponses/<str:siren>/agents/", reponses.agent_lister, name="agent-lister"),
    path(
        "<slug:slug>/reponses/<str:siren>/classeur.xlsx",
        classeurs.classeur_telecharger,
        name="classeur-telecharger",
    ),
    path("<slug:slug>/reponses/<str:siren>/deposer/", classeurs.classeur_deposer, name="classeur-deposer"),
    path(
        "<slug:slug>/reponses/<str:siren>/transmettre/",
        reponses.reponse_transmettre,
        name="reponse-transmettre",
    ),
    path("<slug:slug>/reponses/<str:siren>/valider/", reponses.reponse_valider, name="reponse-valider"),
    path("<slug:slug>/reponses/<str:siren>/corriger/", reponses.reponse_corriger, name="reponse-corriger"),
    path("<slug:slug>/services/", consolidation.service_lister, name="service-lister"),
    path("<slug:slug>/services.xlsx", consolidation.service_exporter, name="service-exporter"),
    path("<slug:slug>/carte/", carte.carte_voir, name="carte-voir"),
    path("<slug:slug>/carte.xlsx", carte.carte_exporter, name="carte-exporter"),
    path("<slug:slug>/effectifs/", effectifs.effectif_voir, name="effectif-voir"),
    path("<slug:slug>/etats/", etats.etat_lister, name="etat-lister"),
    path("<slug:slug>/etats/arreter/", etats.etat_arreter, name="etat-arreter"),
    path("<slug:slug>/etats/<int:version>/", etats.etat_voir, name="etat-voir"),
    path("<slug:slug>/etats/<int:version>/signer/", etats.etat_signer, name="etat-signer"),
    path("<slug:slug>/etats/<int:version>/etat.json", etats.etat_telecharger, name="etat-telecharger"),
]
