"""What must hold before simulating, and what deserves a warning afterwards. Messages in French."""

from __future__ import annotations

from collections.abc import Iterator

from accord.noyaux.repartition.erreurs import ErreurRepartition
from accord.noyaux.repartition.simulation.entrees import EtatInitial, ScenarioSimule, ServiceSimule
from accord.noyaux.repartition.simulation.poids_annuels import mesures


def verifier(etat: EtatInitial, scenario: ScenarioSimule) -> None:
    connus = {employeur.siren for employeur in etat.employeurs}
    if not scenario.annees:
        raise ErreurRepartition("annees", "Le scénario ne couvre aucune année.")
    codes = [service.code for service in scenario.services]
    if len(set(codes)) != len(codes):
        raise ErreurRepartition("services", "Un même service figure deux fois dans le scénario.")
    for service in scenario.services:
        _verifier_service(service, connus)


def _verifier_service(service: ServiceSimule, connus: set[str]) -> None:
    titre = f"Service «\u202f{service.libelle}\u202f»"
    if service.gestionnaire not in connus:
        raise ErreurRepartition(
            "gestionnaire", f"{titre}\u202f: le gestionnaire n’est pas dans l’état arrêté."
        )
    if inconnus := sorted(set(service.adhesions) - connus):
        raise ErreurRepartition(
            "adherents", f"{titre}\u202f: adhérents absents de l’état arrêté\u202f: {', '.join(inconnus)}."
        )
    if service.cle.prix_unitaire is not None:
        raise ErreurRepartition(
            "cle",
            f"{titre}\u202f: une simulation répartit un coût\u202f; retirez le prix horaire fixé.",
        )
    if service.etp_cible_centiemes is not None and service.etp_cible_centiemes < 0:
        raise ErreurRepartition("etp", f"{titre}\u202f: l’effectif cible ne peut pas être négatif.")


def avertir(etat: EtatInitial, scenario: ScenarioSimule) -> Iterator[str]:
    epci = {employeur.siren for employeur in etat.employeurs if employeur.est_epci}
    declares = {(ligne.code, ligne.siren) for ligne in etat.lignes}
    for service in scenario.services:
        titre = f"Service «\u202f{service.libelle}\u202f»"
        if not service.adhesions:
            yield f"{titre}\u202f: aucun adhérent, il n’est pas simulé."
        criteres = set(service.cle.criteres)
        populations = {"population_municipale", "population_totale"}
        if epci & set(service.adhesions) and criteres <= populations:
            yield f"{titre}\u202f: l’EPCI adhère sans part propre\u202f; la clé de population l’ignore."
        muets = _sans_poids(etat, service)
        if muets:
            yield f"{titre}\u202f: sans poids dans la clé, donc sans contribution\u202f: {_citer(muets)}."
        nouveaux = [siren for siren in service.adhesions if (service.code, siren) not in declares]
        if nouveaux:
            yield (
                f"{titre}\u202f: {len(nouveaux)} adhérent(s) sans service aujourd’hui\u202f; "
                "leur situation «\u202fseul\u202f» est comptée sans dépense."
            )


def _sans_poids(etat: EtatInitial, service: ServiceSimule) -> list[str]:
    """Members whom every term of the key ignores (unknown use, unknown population); the EPCI has its own warning."""
    totaux = [0] * len(etat.employeurs)
    for critere in service.cle.criteres:
        totaux = [a + b for a, b in zip(totaux, mesures(critere, service, etat), strict=True)]
    return [
        employeur.nom
        for employeur, total in zip(etat.employeurs, totaux, strict=True)
        if not total and employeur.siren in service.adhesions and not employeur.est_epci
    ]


def _citer(noms: list[str]) -> str:
    """The first three, and how many more."""
    suite = f" et {len(noms) - 3} autres" if len(noms) > 4 else ""
    return ", ".join(noms[:3] if suite else noms) + suite
