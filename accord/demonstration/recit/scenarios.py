"""Chapter three: two scenarios are simulated, one is chosen."""

from datetime import date
from decimal import Decimal
from typing import Any

from accord.comptes.enums import Role
from accord.demarche.enums import Etat, Repere, SensDecision, TypeInstance
from accord.demarche.models import Demarche
from accord.demarche.services.decisions import ContenuDecision
from accord.demonstration.recit.ouverture import avancer
from accord.demonstration.recit.scene import Scene
from accord.diagnostic.models import EtatArrete
from accord.scenarios.enums import StatutScenario
from accord.scenarios.models import Scenario, ScenarioRetenu, ServiceScenario
from accord.scenarios.services import (
    Saisie,
    choisir_service,
    creer_scenario,
    definir_service,
    modifier_perimetre,
    modifier_statut,
    retenir_scenario,
)

ETUDE, PRESENTATION, CHOIX = -55, -40, -30
PREMIERE_ANNEE = 2028
SOCLE = ("RH", "FIN", "SI", "ADS")
ELARGI = (*SOCLE, "JEU", "PE", "VOI", "POL")
MIXTE_POPULATION_ACTES = {
    "part_fixe": "0.5",
    "critere_fixe": "population_municipale",
    "critere_variable": "unites",
    "parts": {"population_municipale": "0.5", "unites": "0.5"},
}


def simuler_et_choisir(scene: Scene, demarche: Demarche, etat: EtatArrete) -> ScenarioRetenu:
    """Draft both scenarios, present them, record the choice of the steering committee."""
    socle = _scenario(scene, demarche, etat, "Socle de services supports", SOCLE, Decimal("0.94"))
    elargi = _scenario(
        scene, demarche, etat, "Socle élargi aux services de proximité", ELARGI, Decimal("0.97")
    )
    cheffe = scene.acteur_pour(scene.epci, Role.CHEF_PROJET, scene.jour(PRESENTATION))
    for scenario in (socle, elargi):
        modifier_statut(
            scenario=scenario, statut=StatutScenario.PRESENTE, acteur=cheffe, le=scene.instant(PRESENTATION)
        )
    retenu = retenir_scenario(
        scenario=socle,
        instance=demarche.instances.get(type=TypeInstance.COMITE_PILOTAGE),
        decision=ContenuDecision(
            intitule="Retenir le socle de services supports",
            date_decision=scene.jour(CHOIX),
            sens=SensDecision.ADOPTEE_RESERVES,
            texte="Le socle est proposé à toutes les communes ; les services de proximité restent à l’étude.",
            reserves="La clé de l’instruction des autorisations d’urbanisme est réexaminée après deux exercices.",
        ),
        acteur=scene.acteur_pour(scene.epci, Role.EXECUTIF, scene.jour(CHOIX)),
        le=scene.instant(CHOIX),
    )
    avancer(scene, demarche, Repere.FORMES, Etat.TERMINE, CHOIX + 1, "Choix du comité de pilotage.")
    return retenu


def _scenario(
    scene: Scene, demarche: Demarche, etat: EtatArrete, nom: str, codes: tuple[str, ...], effort: Decimal
) -> Scenario:
    cheffe = scene.acteur_pour(scene.epci, Role.CHEF_PROJET, scene.jour(ETUDE))
    le = scene.instant(ETUDE)
    scenario = creer_scenario(
        demarche=demarche,
        etat_arrete=etat,
        nom=nom,
        premiere_annee=PREMIERE_ANNEE,
        nombre_annees=6,
        inflation_pourcent=Decimal("1.80"),
        acteur=cheffe,
        le=le,
    )
    for service in choisir_service(scenario=scenario, codes=codes, acteur=cheffe, le=le):
        definir_service(
            service=service,
            revision=service.revision,
            acteur=cheffe,
            le=le,
            **_reglages(etat, service, effort),
        )
    scenario.refresh_from_db()
    _echelonner(scene, scenario, etat)
    return scenario


def _reglages(etat: EtatArrete, service: ServiceScenario, effort: Decimal) -> dict[str, Any]:
    """A target staffing a little under today's of those who join; for urbanism, half population, half acts."""
    adherents = set(
        service.adhesions.filter(date_adhesion__isnull=False).values_list("collectivite__siren", flat=True)
    )
    lignes = [s for s in etat.contenu["services"] if s["code"] == service.code and s["siren"] in adherents]
    etp = sum((Decimal(ligne["etp"]) for ligne in lignes), Decimal(0))
    reglages: dict[str, Any] = {
        "etp_cible": (etp * effort).quantize(Decimal("0.01")),
        "transition_centimes": int(etp * 90_000),
    }
    if service.code == "ADS":
        reglages |= {"cle": "fixe_variable", "parametres_cle": MIXTE_POPULATION_ACTES}
    return reglages


def _echelonner(scene: Scene, scenario: Scenario, etat: EtatArrete) -> None:
    """Communes that said « pas avant 2029 » join in 2029, with their condition written beside the date."""
    par_siren = {commune.siren: commune for commune in scene.communes()}
    saisies, vues = {}, {}
    for ligne in etat.contenu["services"]:
        commune = par_siren.get(ligne["siren"])
        service = scenario.services.filter(code=ligne["code"]).first()
        if commune is None or service is None or ligne["condition"] != "pas avant 2029":
            continue
        adhesion = service.adhesions.filter(collectivite_id=commune.pk).first()
        if adhesion and adhesion.date_adhesion:
            case = (ligne["code"], commune.pk)
            saisies[case] = Saisie(date(2029, 1, 1), ligne["condition"])
            vues[case] = adhesion.date_adhesion
    if saisies:
        cheffe = scene.acteur_pour(scene.epci, Role.CHEF_PROJET, scene.jour(ETUDE))
        modifier_perimetre(
            scenario=scenario, saisies=saisies, vues=vues, acteur=cheffe, le=scene.instant(ETUDE)
        )
