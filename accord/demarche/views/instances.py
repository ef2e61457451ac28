"""The instances and who sits in them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accord.demarche.forms import InstanceForm, MembreForm
from accord.demarche.models import Demarche, Instance, MembreInstance
from accord.demarche.portes import porte_demarche, porte_instance
from accord.demarche.services.instances import ajouter_membre, creer_instance, retirer_membre
from accord.socle.droits import Acteur, Requete, decider, exige


def porte_membre(acteur: Acteur, slug: str, pk: int, membre: int) -> MembreInstance:
    """A member of an instance of a visible démarche. Raises Http404."""
    instance = porte_instance(acteur, slug, pk)
    trouve = instance.membres.select_related("instance__demarche").filter(pk=membre).first()
    if trouve is None:
        raise Http404("Membre introuvable")
    return trouve


@exige("demarche.consulter", porte=porte_demarche)
def instance_lister(request: Requete, demarche: Demarche) -> HttpResponse:
    """Every instance with the number of its members."""
    instances = demarche.instances.annotate(nombre_membres=Count("membres")).order_by("pk")
    return render(request, "demarche/instances.html", {"instances": instances})


@exige("demarche.gerer_instances", porte=porte_demarche)
def instance_creer(request: Requete, demarche: Demarche) -> HttpResponse:
    """A new instance."""
    form = InstanceForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            instance = creer_instance(
                demarche=demarche,
                type_instance=form.cleaned_data["type"],
                nom=form.cleaned_data["nom"],
                mission=form.cleaned_data["mission"],
                acteur=request.acteur,
            )
        except ValidationError as erreur:
            form.add_error("nom", erreur.messages)
        else:
            messages.success(request, "L’instance est créée\u202f: dites qui y siège.")
            return redirect("demarche:instance-voir", slug=demarche.slug, pk=instance.pk)
    statut = 422 if request.method == "POST" else 200
    return render(request, "demarche/instance_creer.html", {"form": form}, status=statut)


@exige("demarche.consulter", porte=porte_instance)
def instance_voir(request: Requete, instance: Instance) -> HttpResponse:
    """Its mission, its members, its decisions; adding a member."""
    form = MembreForm(
        request.POST if request.method == "POST" else None, collectivites=instance.demarche.collectivites()
    )
    statut = 200
    if request.method == "POST":
        decision = decider("demarche.gerer_instances", request.acteur, instance)
        if decision and form.is_valid():
            ajouter_membre(instance=instance, acteur=request.acteur, **form.cleaned_data)
            messages.success(request, "Le membre est ajouté.")
            return redirect("demarche:instance-voir", slug=instance.demarche.slug, pk=instance.pk)
        statut = 422 if decision else 403
    contexte = {
        "instance": instance,
        "membres": instance.membres.select_related("collectivite"),
        "decisions": instance.decisions.all()[:20],
        "form": form,
    }
    return render(request, "demarche/instance.html", contexte, status=statut)


@require_POST
@exige("demarche.gerer_instances", porte=porte_membre)
def membre_retirer(request: Requete, membre: MembreInstance) -> HttpResponse:
    """Take a member out."""
    instance = membre.instance
    retirer_membre(membre=membre, acteur=request.acteur)
    messages.success(request, "Le membre est retiré.")
    return redirect("demarche:instance-voir", slug=instance.demarche.slug, pk=instance.pk)
