from django.urls import path

from accord.schema.views import approbation, avis, preuves, rapport, schema, sections, transmission

app_name = "schema"
urlpatterns = [
    path("<slug:slug>/", schema.schema_voir, name="schema-voir"),
    path("<slug:slug>/ouvrir/", schema.schema_ouvrir, name="schema-ouvrir"),
    path("<slug:slug>/impacts/", schema.impacts_voir, name="impacts-voir"),
    path("<slug:slug>/rapport/", rapport.rapport_voir, name="rapport-voir"),
    path("<slug:slug>/rapport/figer/", rapport.rapport_figer, name="rapport-figer"),
    path("<slug:slug>/rapport/sections/<slug:code>/", sections.section_lire, name="section-lire"),
    path(
        "<slug:slug>/rapport/sections/<slug:code>/modifier/",
        sections.section_modifier,
        name="section-modifier",
    ),
    path(
        "<slug:slug>/rapport/sections/<slug:code>/apercu/",
        sections.section_apercevoir,
        name="section-apercevoir",
    ),
    path(
        "<slug:slug>/versions/<int:version>/<str:format>/",
        rapport.rapport_telecharger,
        name="rapport-telecharger",
    ),
    path("<slug:slug>/transmission/", transmission.transmission_envoyer, name="transmission-envoyer"),
    path("<slug:slug>/transmission/<str:siren>/", transmission.reception_noter, name="reception-noter"),
    path(
        "<slug:slug>/transmission/<str:siren>/accuser/",
        transmission.reception_accuser,
        name="reception-accuser",
    ),
    path("<slug:slug>/avis/", avis.avis_lister, name="avis-lister"),
    path("<slug:slug>/avis/avis.xlsx", avis.avis_exporter, name="avis-exporter"),
    path("<slug:slug>/avis/rappeler/", avis.avis_rappeler, name="avis-rappeler"),
    path("<slug:slug>/avis/constater/", avis.avis_constater, name="avis-constater"),
    path("<slug:slug>/avis/<str:siren>/", avis.avis_voir, name="avis-voir"),
    path("<slug:slug>/avis/<str:siren>/deposer/", avis.avis_deposer, name="avis-deposer"),
    path("<slug:slug>/approbation/", approbation.approbation_voir, name="approbation-voir"),
    path("<slug:slug>/approbation/enregistrer/", approbation.schema_approuver, name="schema-approuver"),
    path("<slug:slug>/approbation/diffuser/", approbation.schema_diffuser, name="schema-diffuser"),
    path("<slug:slug>/convention/<slug:code>/", rapport.convention_generer, name="convention-generer"),
    path("<slug:slug>/preuves/", preuves.preuves_telecharger, name="preuves-telecharger"),
    path("<slug:slug>/pieces/<str:siren>/<str:genre>/", preuves.piece_telecharger, name="piece-telecharger"),
]
