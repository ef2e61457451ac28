"""The scenarios on the home page: what is compared, and what my commune gains or pays in the chosen one."""

from collections.abc import Iterator

from django.urls import reverse

from accord.accueil.lignes import Ligne
from accord.comptes.enums import Role
from accord.demarche.models import Demarche
from accord.scenarios.enums import StatutScenario
from accord.scenarios.models import Scenario, ScenarioRetenu
from accord.socle.droits import Acteur, decider
from accord.socle.interface.formats import montant_rond, pluriel
from accord.territoire.models import Collectivite

ROLES_DU_PERSONNEL = (Role.AGENT, Role.CADRE, Role.SYNDICAT, Role.DRH)


def lignes(demarche: Demarche, acteur: Acteur) -> Iterator[Ligne]:
    """What was chosen, for the collectivité of the actor; before that, what is on the table.

    Figures only for readers of scenarios; the names of the services decided are for every agent.
    """
    retenu = (
        ScenarioRetenu.objects.visibles_par(acteur).filter(demarche=demarche).order_by("-version").first()
    )
    lecture = decider("scenarios.consulter", acteur, demarche)
    if retenu and acteur.a_role(*ROLES_DU_PERSONNEL):
        yield _services(demarche, retenu, avec_lien=bool(lecture))
    if not lecture:
        return
    if retenu:
        yield from _effet(demarche, acteur, retenu)
        return
    presentes = Scenario.objects.visibles_par(acteur).filter(
        demarche=demarche, statut=StatutScenario.PRESENTE
    )
    nombre = presentes.count()
    if nombre:
        yield Ligne(
            question="Que compare-t-on ?",
            reponse=f"{nombre} scénario{pluriel(nombre)} présenté{pluriel(nombre)}",
            url=reverse("scenarios:scenario-lister", args=[demarche.slug]),
            detail="Une instance en retiendra un.",
        )


def _effet(demarche: Demarche, acteur: Acteur, retenu: ScenarioRetenu) -> Iterator[Ligne]:
    siren = (
        Collectivite.objects.filter(pk=acteur.collectivite_id or 0).values_list("siren", flat=True).first()
    )
    miennes = [ligne for ligne in retenu.contenu.get("depenses", []) if ligne["siren"] == siren]
    if not miennes:
        return
    derniere = max(miennes, key=lambda ligne: ligne["annee"])
    yield Ligne(
        question=f"Que gagne ou paie {acteur.collectivite_nom} ?",
        reponse=_phrase(derniere["ecart_centimes"], derniere["annee"]),
        url=reverse("scenarios:fiche-voir", args=[demarche.slug, retenu.scenario_id, siren]),
        detail=f"Par rapport à « chacun seul », scénario retenu « {retenu.contenu['scenario']['nom']} ».",
    )


def _services(demarche: Demarche, retenu: ScenarioRetenu, *, avec_lien: bool) -> Ligne:
    libelles = [service["libelle"] for service in retenu.contenu.get("services", [])]
    return Ligne(
        question="Quels services sont concernés ?",
        reponse=", ".join(libelles) or "Aucun",
        url=reverse("scenarios:scenario-voir", args=[demarche.slug, retenu.scenario_id]) if avec_lien else "",
        detail="Rien ne change avant l’avis du comité social territorial de chaque employeur.",
    )


def _phrase(ecart_centimes: int, annee: int) -> str:
    if ecart_centimes == 0:
        return f"Rien ne change en {annee}"
    sens = "de moins" if ecart_centimes < 0 else "de plus"
    return f"{montant_rond(abs(ecart_centimes))} {sens} en {annee}"
