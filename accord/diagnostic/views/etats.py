"""The état arrêté: its versions, its signatures."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accord.demarche.models import Demarche
from accord.diagnostic.forms import ArretForm, SignatureForm
from accord.diagnostic.models import EtatArrete
from accord.diagnostic.portes import porte_demarche, porte_etat
from accord.diagnostic.selectors.campagne import campagne_courante, tableau_campagne
from accord.diagnostic.selectors.etats import contenu_communicable, vue_etat
from accord.diagnostic.services.etats import arreter_etat, signer_etat
from accord.diagnostic.views.onglets import onglets
from accord.socle.droits import Requete, exige
from accord.socle.instantanes import canonique
from accord.territoire.models import Collectivite


@exige("diagnostic.consulter", porte=porte_demarche)
def etat_lister(request: Requete, demarche: Demarche) -> HttpResponse:
    """Every version, the last one first; freezing a new one."""
    return _liste(request, demarche, ArretForm())


def _liste(request: Requete, demarche: Demarche, form: ArretForm, statut: int = 200) -> HttpResponse:
    campagne = campagne_courante(demarche)
    etats = demarche.etats_arretes.defer("contenu").select_related("fige_par").prefetch_related("signatures")
    contexte = {
        "onglets": onglets(demarche, "etat-lister"),
        "campagne": campagne,
        "tableau": tableau_campagne(campagne, request.acteur) if campagne else None,
        "etats": etats,
        "form": form,
    }
    return render(request, "diagnostic/etats.html", contexte, status=statut)


@require_POST
@exige("diagnostic.arreter_etat", porte=porte_demarche)
def etat_arreter(request: Requete, demarche: Demarche) -> HttpResponse:
    """Freeze what is transmitted."""
    form = ArretForm(request.POST)
    if form.is_valid():
        try:
            etat = arreter_etat(
                demarche=demarche, acteur=request.acteur, le=timezone.now(), motif=form.cleaned_data["motif"]
            )
        except ValidationError as erreur:
            form.add_error(None, erreur)
        else:
            messages.success(request, f"L’état est arrêté\u202f: version {etat.version}.")
            return redirect("diagnostic:etat-voir", slug=demarche.slug, version=etat.version)
    return _liste(request, demarche, form, statut=422)


@exige("diagnostic.consulter", porte=porte_etat)
def etat_voir(request: Requete, etat: EtatArrete) -> HttpResponse:
    """One version: its figures, its hash, who has signed."""
    return _page(request, etat, SignatureForm())


def _page(request: Requete, etat: EtatArrete, form: SignatureForm, statut: int = 200) -> HttpResponse:
    mienne = etat.signatures.filter(collectivite=request.acteur.collectivite_id).first()
    contexte = {"vue": vue_etat(etat), "etat": etat, "form": form, "ma_signature": mienne}
    return render(request, "diagnostic/etat.html", contexte, status=statut)


@require_POST
@exige("diagnostic.signer_etat", porte=porte_etat)
def etat_signer(request: Requete, etat: EtatArrete) -> HttpResponse:
    """Sign for one's own collectivité, with a reserve or not."""
    form = SignatureForm(request.POST)
    if form.is_valid():
        collectivite = get_object_or_404(Collectivite, pk=request.acteur.collectivite_id)
        try:
            signer_etat(
                etat=etat,
                collectivite=collectivite,
                acteur=request.acteur,
                le=timezone.now(),
                reserve=form.cleaned_data["reserve"],
            )
        except ValidationError as erreur:
            form.add_error(None, erreur)
        else:
            messages.success(request, f"Vous avez signé l’état arrêté pour {collectivite.nom}.")
            return redirect("diagnostic:etat-voir", slug=etat.demarche.slug, version=etat.version)
    return _page(request, etat, form, statut=422)


@exige("diagnostic.arreter_etat", porte=porte_etat)
def etat_telecharger(request: Requete, etat: EtatArrete) -> HttpResponse:
    """The snapshot, its small groups of agents left out."""
    reponse = HttpResponse(
        canonique(contenu_communicable(etat)), content_type="application/json; charset=utf-8"
    )
    reponse["Content-Disposition"] = f'attachment; filename="etat-arrete-{etat.version}.json"'
    return reponse
