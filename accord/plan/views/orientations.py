"""The axes of the plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.plan.forms import OrientationForm
from accord.plan.models import Orientation
from accord.plan.portes import porte_orientation
from accord.plan.services import creer_orientation, renommer_orientation
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete


@require_http_methods(["GET", "HEAD", "POST"])
@exige("plan.gerer_orientations", porte=porte_demarche)
def orientation_lister(request: Requete, demarche: Demarche) -> HttpResponse:
    """The axes, and one more."""
    form = OrientationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        creer_orientation(demarche=demarche, acteur=request.acteur, **form.cleaned_data)
        messages.success(request, "L’orientation est enregistrée.")
        return redirect("plan:orientation-lister", slug=demarche.slug)
    return render(
        request, "plan/orientations.html", {"form": form, "orientations": demarche.orientations.all()}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@exige("plan.gerer_orientations", porte=porte_orientation)
def orientation_renommer(request: Requete, orientation: Orientation) -> HttpResponse:
    """Another title for an axis."""
    form = OrientationForm(request.POST or None, initial={"titre": orientation.titre})
    if request.method == "POST" and form.is_valid():
        titre = form.cleaned_data["titre"]
        if orientation.demarche.orientations.filter(titre=titre).exclude(pk=orientation.pk).exists():
            form.add_error("titre", "Une orientation de ce titre existe déjà.")
        else:
            renommer_orientation(orientation=orientation, titre=titre, acteur=request.acteur)
            messages.success(request, "L’orientation est renommée.")
            return redirect("plan:orientation-lister", slug=orientation.demarche.slug)
    return render(request, "plan/orientation_form.html", {"form": form, "orientation": orientation})
