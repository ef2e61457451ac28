"""Chapter five: the plan is born from the scenario, the first measures are taken."""

from dataclasses import fields

from accord.comptes.enums import Role
from accord.demarche.enums import Etat, Repere
from accord.demarche.models import Demarche
from accord.demonstration.recit.ouverture import avancer
from accord.demonstration.recit.scene import Scene
from accord.evaluation.services.indicateurs import creer_indicateurs_depuis_schema
from accord.plan.enums import EtatAction
from accord.plan.models import FicheAction
from accord.plan.services.changer_etat import changer_etat_fiche
from accord.plan.services.creer_plan import creer_plan_depuis_schema
from accord.plan.services.etapes import realiser_etape
from accord.plan.services.fiches import DonneesFiche, modifier_fiche_action
from accord.plan.sources import scenario_fige
from accord.socle.droits import Acteur

PLAN = -18
COLONNES = {champ.name for champ in FicheAction._meta.fields}


def planifier(scene: Scene, demarche: Demarche) -> None:
    """Action sheets, two of them started, and the indicators they will be judged on."""
    cheffe = scene.acteur_pour(scene.epci, Role.CHEF_PROJET, scene.jour(PLAN))
    source = scenario_fige(demarche)
    if source is None:
        return
    cree = creer_plan_depuis_schema(demarche=demarche, scenario=source, acteur=cheffe, le=scene.jour(PLAN))
    for fiche in cree.creees:
        _confier(fiche, cheffe)
    for fiche in cree.creees[:2]:
        changer_etat_fiche(fiche=fiche, vers=EtatAction.EN_COURS, acteur=cheffe, le=scene.jour(PLAN + 3))
        premiere = fiche.etapes.order_by("date_prevue", "pk").first()
        if premiere:
            realiser_etape(
                etape=premiere,
                date_realisation=scene.jour(PLAN + 6),
                acteur=cheffe,
                le=scene.jour(PLAN + 6),
            )
    creer_indicateurs_depuis_schema(
        demarche=demarche,
        contenu=source.contenu,
        version=source.version,
        acteur=cheffe,
        le=scene.instant(PLAN),
    )
    avancer(scene, demarche, Repere.PLAN, Etat.EN_COURS, PLAN, "Plan préparé pendant le recueil des avis.")


def _confier(fiche: FicheAction, acteur: Acteur) -> None:
    """Give the sheet to an élu and to a director, in the words of their functions."""
    connu = {
        champ.name: getattr(fiche, champ.name) for champ in fields(DonneesFiche) if champ.name in COLONNES
    }
    donnees = DonneesFiche(
        **connu
        | {
            "pilote_elu": f"Vice-présidence déléguée, {fiche.service.lower()}",
            "pilote_administratif": f"Direction, {fiche.service.lower()}",
            "collectivites": [c.collectivite for c in fiche.concernees.select_related("collectivite")],
        }
    )
    modifier_fiche_action(fiche=fiche, donnees=donnees, acteur=acteur)
