"""Workbooks: download, deposit, read the report, record."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accord.demarche.models import Demarche
from accord.diagnostic.classeur import ClasseurIllisible
from accord.diagnostic.exports import classeur_de, classeur_du_territoire
from accord.diagnostic.forms import DepotForm
from accord.diagnostic.models import Campagne, ImportClasseur, ReponseCollectivite
from accord.diagnostic.portes import porte_demarche, porte_depot, porte_reponse
from accord.diagnostic.selectors.campagne import campagne_courante
from accord.diagnostic.selectors.imports import rapport_lu
from accord.diagnostic.services.imports import appliquer_import, verifier_import
from accord.diagnostic.views.telechargement import classeur
from accord.socle.droits import Requete, decider, exige


@exige("diagnostic.ouvrir_reponse", porte=porte_reponse)
def classeur_telecharger(request: Requete, reponse: ReponseCollectivite) -> HttpResponse:
    """The prefilled workbook; agents only for their own employer."""
    avec_agents = bool(decider("diagnostic.voir_agents", request.acteur, reponse))
    contenu = classeur_de(reponse, acteur=request.acteur, avec_agents=avec_agents)
    return classeur(contenu, "diagnostic", reponse.collectivite.nom)


@exige("diagnostic.consulter", porte=porte_demarche)
def territoire_telecharger(request: Requete, demarche: Demarche) -> HttpResponse:
    """The workbook of the whole territory: transmitted answers, lines to fill for the others."""
    campagne = _campagne(demarche)
    reponses = campagne.reponses.select_related("collectivite", "campagne")
    return classeur(
        classeur_du_territoire(campagne, reponses, request.acteur), "diagnostic", demarche.epci.nom
    )


@exige("diagnostic.remplir", porte=porte_reponse)
def classeur_deposer(request: Requete, reponse: ReponseCollectivite) -> HttpResponse:
    """Check the workbook of one's collectivité."""
    return _deposer(request, reponse.campagne, reponse)


@exige("diagnostic.importer_territoire", porte=porte_demarche)
def territoire_deposer(request: Requete, demarche: Demarche) -> HttpResponse:
    """Check a workbook gathered for the whole territory."""
    return _deposer(request, _campagne(demarche), None)


def _campagne(demarche: Demarche) -> Campagne:
    campagne = campagne_courante(demarche)
    if campagne is None:
        raise PermissionDenied("Aucune campagne n’est ouverte\u202f: ouvrez-en une d’abord.")
    return campagne


def _deposer(request: Requete, campagne: Campagne, reponse: ReponseCollectivite | None) -> HttpResponse:
    form = DepotForm(request.POST, request.FILES) if request.method == "POST" else DepotForm()
    if request.method == "POST" and form.is_valid():
        fichier = form.cleaned_data["fichier"]
        try:
            depot = verifier_import(
                campagne=campagne,
                collectivite=reponse.collectivite if reponse else campagne.demarche.epci,
                reponse=reponse,
                contenu=fichier.read(),
                nom_fichier=fichier.name or "classeur",
                acteur=request.acteur,
                le=timezone.now(),
            )
        except ClasseurIllisible as erreur:
            form.add_error("fichier", str(erreur))
        except ValidationError as erreur:
            form.add_error(None, erreur)
        else:
            return redirect("diagnostic:import-voir", slug=campagne.demarche.slug, pk=depot.pk)
    contexte = {"form": form, "reponse": reponse, "campagne": campagne}
    return render(
        request, "diagnostic/deposer.html", contexte, status=422 if request.method == "POST" else 200
    )


@exige("diagnostic.lire_import", porte=porte_depot)
def import_voir(request: Requete, depot: ImportClasseur) -> HttpResponse:
    """Line by line: what is understood, what is not, what would change."""
    return render(request, "diagnostic/import.html", {"depot": depot, **rapport_lu(depot)})


@require_POST
@exige("diagnostic.enregistrer_import", porte=porte_depot)
def import_enregistrer(request: Requete, depot: ImportClasseur) -> HttpResponse:
    """Record the accepted rows."""
    try:
        appliquer_import(depot=depot, acteur=request.acteur, le=timezone.now())
    except ValidationError as erreur:
        messages.error(request, " ".join(erreur.messages))
    except FileNotFoundError:
        messages.error(request, "Le fichier n’est plus là\u202f: déposez-le de nouveau.")
    else:
        messages.success(request, "Les lignes acceptées sont enregistrées.")
    return redirect("diagnostic:import-voir", slug=depot.demarche.slug, pk=depot.pk)
