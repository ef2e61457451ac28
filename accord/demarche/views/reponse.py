"""Answering an invitation, from the link received by mail: no account needed."""

from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accord.demarche.forms import ReponseInvitationForm
from accord.demarche.models import Invitation
from accord.demarche.selectors.invitations import invitation_du_lien
from accord.demarche.services.invitations import accepter_invitation, refuser_invitation
from accord.socle.droits import Requete, publique

MOTEUR = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
@publique
def invitation_repondre(request: Requete, jeton: str) -> HttpResponse:
    """Show what is asked and by whom; accept or refuse, by POST, once."""
    invitation = invitation_du_lien(jeton, timezone.localdate())
    if invitation is None:
        return render(request, "demarche/invitation/close.html", status=410)
    form = ReponseInvitationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            return _repondre(request, invitation, form)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
    contexte = {"invitation": invitation, "form": form}
    return render(request, "demarche/invitation/repondre.html", contexte)


def _repondre(request: Requete, invitation: Invitation, form: ReponseInvitationForm) -> HttpResponse:
    maintenant = timezone.now()
    if "refuser" in request.POST:
        refuser_invitation(invitation=invitation, motif=request.POST.get("motif", "")[:1000], le=maintenant)
        return render(request, "demarche/invitation/refusee.html", {"invitation": invitation})
    personne, nouvelle = accepter_invitation(
        invitation=invitation,
        prenom=form.cleaned_data["prenom"],
        nom=form.cleaned_data["nom"],
        le=maintenant,
    )
    if nouvelle and not request.user.is_authenticated:
        # The link proves the address, and a new account holds nothing else: it may be opened at once.
        login(request, personne, backend=MOTEUR)
        return redirect("demarche:demarche-voir", slug=invitation.demarche.slug)
    return render(request, "demarche/invitation/acceptee.html", {"invitation": invitation})
