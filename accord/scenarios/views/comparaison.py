"""Two scenarios side by side."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import render

from accord.demarche.models import Demarche
from accord.demarche.portes import porte_demarche
from accord.scenarios.models import Scenario
from accord.scenarios.permissions import regard_de
from accord.scenarios.selectors.comparaison import CLES_DE_COMPARAISON, comparer
from accord.scenarios.selectors.periodes import periodes
from accord.scenarios.views.barres import barre, choisir_barres
from accord.scenarios.views.calcul import periode_demandee, simuler_ou_expliquer
from accord.socle.droits import exige
from accord.socle.droits.requete import Requete


@exige("scenarios.consulter", porte=porte_demarche)
def scenario_comparer(request: Requete, demarche: Demarche) -> HttpResponse:
    """A and B by employer, service and year; the years are those they share."""
    visibles = Scenario.objects.visibles_par(request.acteur).filter(demarche=demarche)
    choix = list(visibles.only("pk", "nom", "demarche_id", "statut"))
    choisis = _choisir(request, choix)
    if choisis is None:
        return render(request, "scenarios/comparaison_vide.html", {"choix": choix})
    par_pk = {scenario.pk: scenario for scenario in visibles.avec_details().filter(pk__in=choisis)}
    a, b = par_pk[choisis[0]], par_pk[choisis[1]]
    annees = sorted(set(a.annees) & set(b.annees))
    if not annees:
        return render(request, "scenarios/comparaison_vide.html", {"choix": choix, "sans_annee": True})
    periode = periode_demandee(request, annees)
    tri = request.GET.get("tri", "difference")
    if tri.removeprefix("-") not in CLES_DE_COMPARAISON:
        raise Http404("Tri inconnu")
    simulation_a, simulation_b = (simuler_ou_expliquer(request, scenario) for scenario in (a, b))
    if isinstance(simulation_a, HttpResponse):
        return simulation_a
    if isinstance(simulation_b, HttpResponse):
        return simulation_b
    regard = regard_de(request.acteur)
    comparaison = comparer(simulation_a, simulation_b, regard, periode, tri)
    contexte = {
        "a": a,
        "b": b,
        "choix": choix,
        "comparaison": comparaison,
        "barres": choisir_barres(
            barre(ligne.nom, ligne.difference_centimes)
            for ligne in comparaison.lignes
            if ligne.difference_centimes is not None
        ),
        "periodes": periodes(annees),
        "regard": regard,
        "etats_differents": a.etat_arrete_id != b.etat_arrete_id,
    }
    return render(request, "scenarios/scenario_comparer.html", contexte)


def _choisir(request: Requete, choix: Sequence[Scenario]) -> tuple[int, int] | None:
    """The two asked for, the first two by default; None when there are not two. Raises Http404."""
    connus = [scenario.pk for scenario in choix]
    demandes = [request.GET.get(nom) for nom in ("a", "b")]
    if not any(demandes):
        return (connus[0], connus[1]) if len(connus) > 1 else None
    try:
        a, b = (int(demande or 0) for demande in demandes)
    except ValueError as erreur:
        raise Http404("Scénario inconnu") from erreur
    if a not in connus or b not in connus:
        raise Http404("Scénario inconnu")
    return a, b
