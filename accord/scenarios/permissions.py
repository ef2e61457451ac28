"""Who reads the scenarios, who writes them, and which figures each may see."""

from dataclasses import dataclass
from typing import Any

from accord.comptes.enums import ROLES_MUNICIPAUX, ROLES_PILOTES, Champ, Role
from accord.demarche.models import Demarche
from accord.diagnostic.nomenclature import champ_du_service
from accord.scenarios.models import Scenario
from accord.socle.droits import Acteur, Decision, declarer, non, oui

LECTEURS = (*ROLES_PILOTES, *ROLES_MUNICIPAUX, Role.ELU, Role.DRH, Role.CADRE, Role.EVALUATEUR)
RESERVE_AU_PILOTAGE = (
    "Les scénarios se préparent par la présidence, la direction générale ou la ou le chef·fe de projet "
    "de l’intercommunalité."
)
LECTURE_RESERVEE = (
    "Les scénarios sont ouverts aux élues et élus, aux directions, aux secrétariats de mairie "
    "et à l’évaluation."
)
FIGE = "Ce scénario n’est plus modifiable (il est retenu ou écarté)\u202f: dupliquez-le pour en faire une variante."


@dataclass(frozen=True)
class Regard:
    """Which figures an actor sees: totals and his own collectivité always, the rest by champ de compétence."""

    depenses: bool
    effectifs: bool
    collectivite_id: int | None = None
    champs: frozenset[str] = frozenset()

    def voit_service(self, code: str) -> bool:
        """Money of every service with the champ finances, else the services of one's own champs only."""
        return self.depenses or champ_du_service(code) in self.champs

    @property
    def est_partiel(self) -> bool:
        return not (self.depenses and self.effectifs)

    def voit_depenses(self, collectivite_id: int | None) -> bool:
        return self.depenses or (collectivite_id is not None and collectivite_id == self.collectivite_id)

    def voit_effectifs(self, collectivite_id: int | None) -> bool:
        return self.effectifs or (collectivite_id is not None and collectivite_id == self.collectivite_id)


def regard_de(acteur: Acteur) -> Regard:
    """Finance opens every line of money, human resources (or finance) every line of staff."""
    finances = acteur.couvre(Champ.FINANCES)
    return Regard(
        depenses=finances,
        effectifs=finances or acteur.couvre(Champ.RESSOURCES_HUMAINES),
        collectivite_id=acteur.collectivite_id,
        champs=acteur.competences,
    )


def peut_consulter(acteur: Acteur, objet: Any) -> Decision:
    """A reader of the démarche (the door has already hidden drafts)."""
    if acteur.epci_id == _demarche(objet).epci_id and acteur.a_role(*LECTEURS):
        return oui()
    return non(LECTURE_RESERVEE)


def peut_preparer(acteur: Acteur, objet: Any) -> Decision:
    """The steering team of the EPCI of this démarche."""
    pilote = acteur.collectivite_id == _demarche(objet).epci_id and acteur.a_role(*ROLES_PILOTES)
    return oui() if pilote else non(RESERVE_AU_PILOTAGE)


def peut_modifier(acteur: Acteur, objet: Any) -> Decision:
    """The steering team, as long as the scenario is neither chosen nor set aside."""
    decision = peut_preparer(acteur, objet)
    if decision and not _scenario(objet).est_modifiable:
        return non(FIGE)
    return decision


def peut_consulter_commune(acteur: Acteur, objet: Any) -> Decision:
    """One's own collectivité, or any with the champ finances."""
    lecture = peut_consulter(acteur, objet)
    if lecture and not regard_de(acteur).voit_depenses(objet.collectivite_id):
        return non(
            "Le détail des autres collectivités est ouvert aux personnes habilitées pour les finances."
        )
    if lecture and objet.code and not regard_de(acteur).voit_service(objet.code):
        return non("Ce service n’entre pas dans votre champ de compétence.")
    return lecture


def _scenario(objet: Any) -> Scenario:
    scenario: Scenario = objet if isinstance(objet, Scenario) else objet.scenario
    return scenario


def _demarche(objet: Any) -> Demarche:
    demarche: Demarche = objet if isinstance(objet, Demarche) else objet.demarche
    return demarche


def declarer_permissions() -> None:
    """Declare the permissions of this app."""
    declarer("scenarios.consulter", peut_consulter, "Consulter les scénarios")
    declarer("scenarios.consulter_commune", peut_consulter_commune, "Consulter le détail d’une collectivité")
    declarer("scenarios.creer", peut_preparer, "Créer et dupliquer un scénario")
    declarer("scenarios.modifier", peut_modifier, "Modifier un scénario")
    declarer("scenarios.changer_statut", peut_preparer, "Présenter, reprendre ou écarter un scénario")
    declarer("scenarios.retenir", peut_preparer, "Retenir un scénario par une décision")
