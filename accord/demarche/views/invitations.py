"""The communes' invitations: who is called, at which address, and sending."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accord.demarche.enums import StatutInvitation
from accord.demarche.forms import AdressesForm, InvitationForm, LigneAdresse
from accord.demarche.imports import RefusAdresse
from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.demarche.services.invitations import inviter, noter_adresse, proposer_invitation
from accord.socle.droits import Requete, exige

A_ENVOYER = (StatutInvitation.PROPOSEE, StatutInvitation.EXPIREE, StatutInvitation.REFUSEE)
A_RELANCER = (StatutInvitation.ENVOYEE,)


@exige("demarche.consulter", porte=porte_demarche)
def invitation_lister(request: Requete, demarche: Demarche) -> HttpResponse:
    """Every commune called, with the state of its invitation."""
    statut = request.GET.get("statut", "")
    invitations = demarche.invitations.select_related("collectivite")
    if statut in StatutInvitation.values:
        invitations = invitations.filter(statut=statut)
    page = Paginator(invitations, 200).get_page(request.GET.get("page"))
    contexte = {"page": page, "statuts": StatutInvitation.choices, "statut": statut}
    return render(request, "demarche/invitations.html", contexte)


@exige("demarche.inviter", porte=porte_demarche)
def invitation_proposer(request: Requete, demarche: Demarche) -> HttpResponse:
    """Prepare the invitation of one more person; it leaves from the next page, like the others."""
    form = InvitationForm(
        request.POST if request.method == "POST" else None, collectivites=demarche.collectivites()
    )
    if request.method == "POST" and form.is_valid():
        proposer_invitation(demarche=demarche, **form.cleaned_data)
        messages.success(request, "L’invitation est prête\u202f: vérifiez, puis envoyez.")
        return redirect("demarche:invitation-envoyer", slug=demarche.slug)
    statut = 422 if request.method == "POST" else 200
    return render(request, "demarche/invitation_proposer.html", {"form": form}, status=statut)


@exige("demarche.inviter", porte=porte_demarche)
def invitation_adresser(request: Requete, demarche: Demarche) -> HttpResponse:
    """Addresses of the invitations not sent yet: typed, or pasted."""
    proposees = demarche.invitations.filter(statut=StatutInvitation.PROPOSEE).select_related("collectivite")
    form = AdressesForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        attendues=[LigneAdresse(i.pk, i.collectivite, i.email) for i in proposees],
    )
    refus: tuple[RefusAdresse, ...] = ()
    if request.method == "POST" and form.is_valid():
        saisies, refus = form.lire()
        try:
            changees = noter_adresse(demarche=demarche, adresses=saisies)
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, f"Adresses enregistrées\u202f: {changees}.")
            if not refus:
                return redirect("demarche:invitation-envoyer", slug=demarche.slug)
            form = form.apres_lecture(saisies, refus)
    statut = 422 if request.method == "POST" else 200
    return render(request, "demarche/adresses.html", {"form": form, "refus": refus}, status=statut)


@exige("demarche.inviter", porte=porte_demarche)
def invitation_envoyer(request: Requete, demarche: Demarche) -> HttpResponse:
    """Show who will receive what, then send on confirmation."""
    relance = request.GET.get("relance") == "oui" or request.POST.get("relance") == "oui"
    statuts = A_RELANCER if relance else A_ENVOYER
    prets = demarche.invitations.filter(statut__in=statuts).exclude(email="").select_related("collectivite")
    if request.method == "POST":
        choisies = prets.filter(pk__in=[pk for pk in request.POST.getlist("invitation") if pk.isdecimal()])
        parties = inviter(invitations=list(choisies), acteur=request.acteur, le=timezone.now())
        messages.success(request, f"Invitations envoyées\u202f: {len(parties)}.")
        return redirect("demarche:invitation-lister", slug=demarche.slug)
    sans_adresse = demarche.invitations.filter(statut=StatutInvitation.PROPOSEE, email="").count()
    contexte = {"prets": list(prets), "sans_adresse": sans_adresse, "relance": relance}
    return render(request, "demarche/envoi.html", contexte)
