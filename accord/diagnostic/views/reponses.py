"""The page of a collectivité, and the life of its answer."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accord.diagnostic.champs import services_du_champ
from accord.diagnostic.forms import CorrectionForm
from accord.diagnostic.models import LigneAgent, ReponseCollectivite
from accord.diagnostic.portes import porte_reponse
from accord.diagnostic.selectors.campagne import TONS, contenu_reponse
from accord.diagnostic.services.reponses import demander_correction, transmettre, valider
from accord.socle.droits import Requete, decider, exige


@exige("diagnostic.ouvrir_reponse", porte=porte_reponse)
def reponse_voir(request: Requete, reponse: ReponseCollectivite) -> HttpResponse:
    """What this collectivité has said, and what it can do next."""
    return _page(request, reponse, CorrectionForm())


def _page(
    request: Requete, reponse: ReponseCollectivite, form: CorrectionForm, statut: int = 200
) -> HttpResponse:
    contexte = {
        "reponse": reponse,
        "ton": TONS[reponse.statut],  # type: ignore[index]
        "contenu": contenu_reponse(reponse),
        "services": reponse.services.filter(services_du_champ(request.acteur)),
        "imports": reponse.imports.filter(collectivite=request.acteur.collectivite_id)[:5],
        "est_la_mienne": reponse.collectivite_id == request.acteur.collectivite_id,
        "form_correction": form,
    }
    return render(request, "diagnostic/reponse.html", contexte, status=statut)


@exige("diagnostic.voir_agents", porte=porte_reponse)
def agent_lister(request: Requete, reponse: ReponseCollectivite) -> HttpResponse:
    """The individual rows of one's own employer."""
    agents = LigneAgent.objects.visibles_par(request.acteur).filter(reponse=reponse)
    page = Paginator(agents, 50).get_page(request.GET.get("page"))
    return render(request, "diagnostic/agents.html", {"reponse": reponse, "page": page})


@require_POST
@exige("diagnostic.transmettre", porte=porte_reponse)
def reponse_transmettre(request: Requete, reponse: ReponseCollectivite) -> HttpResponse:
    """Give the answer to the territory."""
    return _faire(request, reponse, transmettre, "Votre réponse est transmise. Merci.")


@require_POST
@exige("diagnostic.valider", porte=porte_reponse)
def reponse_valider(request: Requete, reponse: ReponseCollectivite) -> HttpResponse:
    """Take the answer as it is."""
    return _faire(request, reponse, valider, f"La réponse de {reponse.collectivite.nom} est validée.")


@require_POST
@exige("diagnostic.valider", porte=porte_reponse)
def reponse_corriger(request: Requete, reponse: ReponseCollectivite) -> HttpResponse:
    """Send the answer back, saying why."""
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return _page(request, reponse, form, statut=422)
    message = f"La réponse est rendue à {reponse.collectivite.nom} pour correction."
    return _faire(request, reponse, demander_correction, message, correction=form.cleaned_data["correction"])


def _faire(
    request: Requete, reponse: ReponseCollectivite, verbe: Callable[..., Any], message: str, **donnees: Any
) -> HttpResponse:
    """Call one service; a refusal of the transition table is said on the page."""
    try:
        reponse = verbe(reponse=reponse, acteur=request.acteur, le=timezone.now(), **donnees)
    except ValidationError as erreur:
        messages.error(request, " ".join(erreur.messages))
    else:
        messages.success(request, message)
    if not decider("diagnostic.ouvrir_reponse", request.acteur, reponse):
        # Given back, it is hers again: who steers no longer reads it.
        return redirect("diagnostic:campagne-voir", slug=reponse.demarche.slug)
    return redirect("diagnostic:reponse-voir", slug=reponse.demarche.slug, siren=reponse.collectivite.siren)
