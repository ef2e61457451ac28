"""What the instances decided."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from accord.demarche.forms import DecisionForm
from accord.demarche.models import Decision, Demarche
from accord.demarche.portes import porte_decision, porte_demarche
from accord.demarche.selectors.liens import est_ouvert, sections_fermees
from accord.demarche.services.decisions import ContenuDecision, enregistrer_decision
from accord.socle.droits import Requete, exige


@exige("demarche.consulter", porte=porte_demarche)
def decision_lister(request: Requete, demarche: Demarche) -> HttpResponse:
    """Newest first."""
    decisions = demarche.decisions.select_related("instance")
    page = Paginator(decisions, 50).get_page(request.GET.get("page"))
    return render(request, "demarche/decisions.html", {"page": page})


@exige("demarche.enregistrer_decision", porte=porte_demarche)
def decision_creer(request: Requete, demarche: Demarche) -> HttpResponse:
    """Record a decision, its reservations and its dissents."""
    form = DecisionForm(
        request.POST if request.method == "POST" else None,
        demarche=demarche,
        initial={"date_decision": request.acteur.le},
    )
    if request.method == "POST" and form.is_valid():
        donnees = form.cleaned_data
        instance = donnees.pop("instance")
        decision = enregistrer_decision(
            demarche=demarche, instance=instance, contenu=ContenuDecision(**donnees), acteur=request.acteur
        )
        messages.success(request, "La décision est enregistrée.")
        return redirect("demarche:decision-voir", slug=demarche.slug, pk=decision.pk)
    statut = 422 if request.method == "POST" else 200
    return render(request, "demarche/decision_creer.html", {"form": form}, status=statut)


@exige("demarche.consulter", porte=porte_decision)
def decision_voir(request: Requete, decision: Decision) -> HttpResponse:
    """One decision in full."""
    fermees = sections_fermees(request.acteur, decision.demarche)
    objet_ouvert = est_ouvert(decision.objet_url, fermees)
    return render(request, "demarche/decision.html", {"decision": decision, "objet_ouvert": objet_ouvert})
