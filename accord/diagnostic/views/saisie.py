"""Typing the services of one's collectivité on the screen."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accord.diagnostic.forms import ServiceFormSet
from accord.diagnostic.models import LigneService, ReponseCollectivite
from accord.diagnostic.nomenclature import CODES_USUELS, champ_du_service, nomenclature
from accord.diagnostic.portes import porte_reponse
from accord.diagnostic.services.saisie import enregistrer_services
from accord.socle.droits import Acteur, Requete, exige

CHAMPS = ("mode_gestion", "etp", "cout_direct_centimes", "souhait", "priorite", "condition")


@exige("diagnostic.remplir", porte=porte_reponse)
def services_saisir(request: Requete, reponse: ReponseCollectivite) -> HttpResponse:
    """One line a service, the usual ones offered first."""
    connues = {ligne.code: ligne for ligne in reponse.services.all()}
    codes = _codes(request.acteur, connues)
    jeu = ServiceFormSet(
        request.POST if request.method == "POST" else None,
        initial=[_initial(code, connues.get(code)) for code in codes],
    )
    if request.method == "POST" and jeu.is_valid() and _enregistrer(request, reponse, jeu, codes, connues):
        return redirect(
            "diagnostic:reponse-voir", slug=reponse.demarche.slug, siren=reponse.collectivite.siren
        )
    lignes = [(form, _libelle(str(form.initial.get("code", "")), connues)) for form in jeu]
    contexte = {
        "reponse": reponse,
        "jeu": jeu,
        "lignes": lignes,
        "hors_champ": len(connues.keys() - set(codes)),
    }
    return render(
        request, "diagnostic/saisie.html", contexte, status=422 if request.method == "POST" else 200
    )


def _codes(acteur: Acteur, connues: dict[str, LigneService]) -> list[str]:
    """Services of the actor's champ de compétence: those already said, then the usual ones."""
    tous = dict.fromkeys([*CODES_USUELS, *connues])
    return [code for code in tous if acteur.couvre(champ_du_service(code))]


def _initial(code: str, ligne: LigneService | None) -> dict[str, Any]:
    valeurs = {champ: getattr(ligne, champ) for champ in CHAMPS} if ligne else {}
    return {"code": code} | {champ: _epure(valeur) for champ, valeur in valeurs.items()}


def _epure(valeur: Any) -> Any:
    """A decimal without its trailing zeros, as people type it."""
    return Decimal(format(valeur.normalize(), "f")) if isinstance(valeur, Decimal) else valeur


def _libelle(code: str, connues: dict[str, LigneService]) -> str:
    if code in connues:
        return str(connues[code])
    return nomenclature()[code].libelle if code in nomenclature() else code


def _enregistrer(
    request: Requete,
    reponse: ReponseCollectivite,
    jeu: Any,
    codes: list[str],
    connues: dict[str, LigneService],
) -> bool:
    saisies = {}
    for form in jeu:
        code = form.cleaned_data.get("code", "")
        if code in codes and form.has_changed():
            connu = nomenclature().get(code)
            noms = {"libelle": connu.libelle, "nature": connu.nature} if connu and code not in connues else {}
            saisies[code] = noms | form.champs()
    try:
        nombre = enregistrer_services(
            reponse=reponse, saisies=saisies, acteur=request.acteur, le=timezone.now()
        )
    except ValidationError as erreur:
        messages.error(request, " ".join(erreur.messages))
        return False
    messages.success(request, f"Services enregistrés\u202f: {nombre}.")
    return True
