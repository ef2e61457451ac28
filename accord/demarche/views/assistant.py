"""The wizard « mon EPCI → mon calendrier → mes instances → mes communes », resumed where it was left."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accord.demarche.adaptateurs import bases_possibles, echeances_d_un_projet
from accord.demarche.forms import AdressesForm, CadreForm, InstancesProposees, LigneAdresse, retenues
from accord.demarche.imports import RefusAdresse
from accord.demarche.models import BrouillonDemarche, Demarche
from accord.demarche.services.brouillons import enregistrer_etape, ouvrir_brouillon, terminer_brouillon
from accord.demarche.services.demarches import INSTANCES_PAR_DEFAUT
from accord.socle.droits import Requete, exige
from accord.territoire.models import Collectivite, Epci
from accord.territoire.selectors.recherche import rechercher_epci

ETAPES = (
    ("epci", "Mon intercommunalité", "demarche:assistant-epci"),
    ("date_renouvellement", "Mon calendrier", "demarche:assistant-calendrier"),
    ("instances", "Mes instances", "demarche:assistant-instances"),
    ("adresses", "Mes communes", "demarche:assistant-communes"),
)
CODES_ESSENTIELS = (
    "pacte_gouvernance",
    "rapport_notification_limite",
    "rapport_mutualisations",
    "elections_cst",
)


@exige("demarche.creer")
def assistant_reprendre(request: Requete) -> HttpResponse:
    """Go to the first step that is not answered yet."""
    brouillon = _brouillon(request)
    for cle, _, url in ETAPES:
        if cle not in brouillon.donnees:
            return redirect(url)
    return redirect(ETAPES[-1][2])


@exige("demarche.creer")
def assistant_epci(request: Requete) -> HttpResponse:
    """Step 1: one's own EPCI, proposed; another one can be looked up to learn why it is not open."""
    brouillon = _brouillon(request)
    mien = _mien(request)
    siren = request.POST.get("siren") or request.GET.get("siren", "")
    if request.method == "POST" and siren == mien.siren:
        enregistrer_etape(brouillon=brouillon, reponses={"epci": mien.pk}, le=timezone.now())
        return redirect("demarche:assistant-calendrier")
    texte = request.GET.get("q", "")[:100]
    autre = Epci.objects.filter(siren=siren).exclude(pk=mien.pk).first()
    contexte = {
        "epci": mien,
        "communes": mien.communes_au(request.acteur.le).count(),
        "existantes": Demarche.objects.visibles_par(request.acteur),
        "texte": texte,
        "resultats": rechercher_epci(texte, le=request.acteur.le) if texte else (),
        "refus": f"Vous agissez au nom de {mien.nom}, pas de {autre.nom}." if autre else "",
    }
    return _page(request, "demarche/assistant/epci.html", 1, brouillon, contexte)


@exige("demarche.creer")
def assistant_calendrier(request: Requete) -> HttpResponse:
    """Step 2: the frame and the base date; the dates that follow are shown at once."""
    brouillon = _brouillon(request)
    epci = _epci(request, brouillon)
    if epci is None:
        return redirect("demarche:assistant-epci")
    bases = bases_possibles()
    form = CadreForm(
        request.POST if request.method == "POST" else None,
        bases=bases,
        initial=_cadre_initial(brouillon, bases[0].jour),
    )
    if request.method == "POST" and form.is_valid():
        reponses = {"piste": form.cleaned_data["piste"], "date_renouvellement": form.date_renouvellement}
        enregistrer_etape(brouillon=brouillon, reponses=reponses, le=timezone.now())
        return redirect("demarche:assistant-instances")
    apercus = [
        (base, [e for e in _apercu(base.jour, epci.departement) if e.code in CODES_ESSENTIELS])
        for base in bases
    ]
    return _page(
        request,
        "demarche/assistant/calendrier.html",
        2,
        brouillon,
        {"form": form, "epci": epci, "apercus": apercus},
    )


@exige("demarche.creer")
def assistant_instances(request: Requete) -> HttpResponse:
    """Step 3: the usual bodies, proposed and editable."""
    brouillon = _brouillon(request)
    if "date_renouvellement" not in brouillon.donnees:
        return redirect("demarche:demarche-creer")
    formset = InstancesProposees(
        request.POST if request.method == "POST" else None,
        initial=_instances_initiales(brouillon),
        prefix="instances",
    )
    if request.method == "POST" and formset.is_valid():
        enregistrer_etape(brouillon=brouillon, reponses={"instances": retenues(formset)}, le=timezone.now())
        return redirect("demarche:assistant-communes")
    return _page(request, "demarche/assistant/instances.html", 3, brouillon, {"formset": formset})


@exige("demarche.creer")
def assistant_communes(request: Requete) -> HttpResponse:
    """Step 4: every commune proposed, addresses typed or pasted; then the démarche opens."""
    brouillon = _brouillon_demande(request)
    if brouillon.demarche is not None:
        return redirect("demarche:invitation-lister", slug=brouillon.demarche.slug)
    epci = _epci(request, brouillon)
    if epci is None or "instances" not in brouillon.donnees:
        return redirect("demarche:demarche-creer")
    form = AdressesForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        attendues=_communes_attendues(request, epci, brouillon),
    )
    refus: tuple[RefusAdresse, ...] = ()
    if request.method == "POST" and form.is_valid():
        saisies, refus = form.lire()
        reponses = {"adresses": {str(cle): email for cle, email in saisies.items()}}
        brouillon = enregistrer_etape(brouillon=brouillon, reponses=reponses, le=timezone.now())
        if "lire" not in request.POST and not refus:
            return _terminer(request, brouillon)
        form = form.apres_lecture(saisies, refus)
    contexte = {"form": form, "epci": epci, "refus": refus}
    return _page(request, "demarche/assistant/communes.html", 4, brouillon, contexte)


def _terminer(request: Requete, brouillon: BrouillonDemarche) -> HttpResponse:
    demarche = terminer_brouillon(brouillon=brouillon, acteur=request.acteur, le=timezone.now())
    messages.success(
        request, "La démarche est ouverte. Vérifiez les destinataires, puis envoyez les invitations."
    )
    return redirect("demarche:invitation-lister", slug=demarche.slug)


def _brouillon(request: Requete) -> BrouillonDemarche:
    return ouvrir_brouillon(personne=request.user, le=timezone.now())


def _brouillon_demande(request: Requete) -> BrouillonDemarche:
    """The draft named by the form, even when it has just been completed: a double submit is harmless."""
    pk = request.POST.get("brouillon", "")
    demande = (
        request.user.brouillons.filter(pk=pk).select_related("demarche").first() if pk.isdecimal() else None
    )
    return demande or _brouillon(request)


def _mien(request: Requete) -> Collectivite:
    return Collectivite.objects.get(pk=request.acteur.epci_id or 0)


def _epci(request: Requete, brouillon: BrouillonDemarche) -> Collectivite | None:
    """The EPCI of the draft, as long as it is still the one the actor speaks for."""
    if brouillon.donnees.get("epci") != request.acteur.epci_id:
        return None
    return _mien(request)


def _cadre_initial(brouillon: BrouillonDemarche, par_defaut: date) -> dict[str, str]:
    donnees = brouillon.donnees
    base = donnees.get("date_renouvellement", par_defaut.isoformat())
    proposees = {possible.jour.isoformat() for possible in bases_possibles()}
    connue = base in proposees
    return {
        "piste": donnees.get("piste", "legale"),
        "base": base if connue else CadreForm.AUTRE,
        "autre_date": "" if connue else base,
    }


def _instances_initiales(brouillon: BrouillonDemarche) -> list[dict[str, Any]]:
    choisies = brouillon.donnees.get("instances")
    if choisies is not None:
        return [{"retenue": True, **choisie} for choisie in choisies]
    return [
        {"retenue": True, "nom": proposee.nom, "type": proposee.type, "mission": proposee.mission}
        for proposee in INSTANCES_PAR_DEFAUT
    ]


def _apercu(jour: date, departement: str) -> tuple[Any, ...]:
    return echeances_d_un_projet("legale", jour, departement)


def _communes_attendues(
    request: Requete, epci: Collectivite, brouillon: BrouillonDemarche
) -> list[LigneAdresse]:
    connues = brouillon.donnees.get("adresses", {})
    communes = epci.communes_au(request.acteur.le)
    return [LigneAdresse(commune.pk, commune, connues.get(str(commune.pk), "")) for commune in communes]


def _page(
    request: Requete, nom: str, rang: int, brouillon: BrouillonDemarche, contexte: dict[str, Any]
) -> HttpResponse:
    etapes = [
        {
            "numero": numero,
            "libelle": libelle,
            "etat": "en_cours" if numero == rang else ("fait" if cle in brouillon.donnees else "a_venir"),
            "courante": numero == rang,
            "url": reverse(url) if cle in brouillon.donnees or numero <= rang else "",
        }
        for numero, (cle, libelle, url) in enumerate(ETAPES, 1)
    ]
    contexte |= {"etapes": etapes, "rang": rang, "brouillon": brouillon}
    statut = 422 if request.method == "POST" else 200
    return render(request, nom, contexte, status=statut)
