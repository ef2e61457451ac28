"""Chapter one: the démarche is opened, its instances sit, its sense is set."""

from datetime import date

from django.utils.text import slugify

from accord.comptes.enums import Role
from accord.comptes.models import Habilitation
from accord.demarche.enums import Etat, Repere, SensDecision, TypeInstance
from accord.demarche.models import Demarche
from accord.demarche.services.decisions import ContenuDecision, enregistrer_decision
from accord.demarche.services.demarches import ouvrir_demarche
from accord.demarche.services.instances import ajouter_membre
from accord.demarche.services.invitations import accepter_invitation, inviter, noter_adresse
from accord.demarche.services.reperes import changer_etat_repere
from accord.demonstration.recit.scene import Scene
from accord.territoire.models import Collectivite

RENOUVELLEMENT = date(2026, 3, 15)
DEBUT = -150
"""The démarche opens five months before today."""


def ouvrir(scene: Scene, nom: str = "") -> Demarche:
    """Open the démarche and take its first decisions."""
    cheffe = scene.acteur_pour(scene.epci, Role.CHEF_PROJET, scene.jour(DEBUT))
    demarche = ouvrir_demarche(
        epci=scene.epci,
        date_renouvellement=RENOUVELLEMENT,
        acteur=cheffe,
        le=scene.instant(DEBUT),
        nom=nom,
        est_demonstration=True,
    )
    _asseoir(scene, demarche)
    _inviter(scene, demarche)
    _decider(scene, demarche)
    avancer(
        scene,
        demarche,
        Repere.VALEURS,
        Etat.TERMINE,
        DEBUT + 20,
        "Charte travaillée en atelier, à adopter par chaque conseil.",
    )
    avancer(
        scene,
        demarche,
        Repere.SEGMENTS,
        Etat.TERMINE,
        DEBUT + 45,
        "Huit services retenus pour la discussion.",
    )
    return demarche


def avancer(scene: Scene, demarche: Demarche, repere: Repere, vers: Etat, decalage: int, motif: str) -> None:
    """Open a repère, then close it if asked, on that day and for that reason."""
    cheffe = scene.acteur_pour(scene.epci, Role.CHEF_PROJET, scene.jour(decalage))
    etat = demarche.reperes.get(repere=repere)
    etat = changer_etat_repere(etat_repere=etat, vers=Etat.EN_COURS, acteur=cheffe, motif=motif)
    if vers == Etat.TERMINE:
        changer_etat_repere(etat_repere=etat, vers=Etat.TERMINE, acteur=cheffe, motif=motif)


def _asseoir(scene: Scene, demarche: Demarche) -> None:
    """Seat one elected person a commune in the conférence des maires, and a few in the steering committee."""
    cheffe = scene.acteur_pour(scene.epci, Role.CHEF_PROJET, scene.jour(DEBUT))
    conference = demarche.instances.get(type=TypeInstance.CONFERENCE_MAIRES)
    pilotage = demarche.instances.get(type=TypeInstance.COMITE_PILOTAGE)
    communes = scene.communes()
    for commune in communes:
        ajouter_membre(
            instance=conference,
            nom=f"Maire de {commune.nom}",
            fonction="Maire",
            collectivite=commune,
            acteur=cheffe,
        )
    for commune in communes[:: max(1, len(communes) // 6)]:
        ajouter_membre(
            instance=pilotage,
            nom=f"Maire de {commune.nom}",
            fonction="Membre",
            collectivite=commune,
            acteur=cheffe,
        )


def _inviter(scene: Scene, demarche: Demarche) -> None:
    """Invite every town hall; one in twelve has not answered yet."""
    cheffe = scene.acteur_pour(scene.epci, Role.CHEF_PROJET, scene.jour(DEBUT))
    invitations = list(demarche.invitations.select_related("collectivite").order_by("pk"))
    noter_adresse(demarche=demarche, adresses={i.pk: _adresse(i.collectivite) for i in invitations})
    parties = inviter(invitations=invitations, acteur=cheffe, le=scene.instant(DEBUT + 1))
    for rang, invitation in enumerate(parties):
        if rang % 12 != 7:
            accepter_invitation(
                invitation=invitation,
                le=scene.instant(DEBUT + 4),
                prenom="Secrétariat de",
                nom=invitation.collectivite.nom,
            )


def _adresse(commune: Collectivite) -> str:
    """The address of the town hall clerk already known, else an invented one."""
    connue = (
        Habilitation.objects.filter(collectivite=commune, role=Role.SECRETAIRE)
        .select_related("personne")
        .first()
    )
    return connue.personne.email if connue else f"secretariat-{slugify(commune.nom)}@demo.example"


def _decider(scene: Scene, demarche: Demarche) -> None:
    cheffe = scene.acteur_pour(scene.epci, Role.CHEF_PROJET, scene.jour(DEBUT + 15))
    enregistrer_decision(
        demarche=demarche,
        instance=demarche.instances.get(type=TypeInstance.COMITE_PILOTAGE),
        acteur=cheffe,
        contenu=ContenuDecision(
            intitule="Lancer la démarche et retenir huit services à étudier",
            date_decision=scene.jour(DEBUT + 14),
            sens=SensDecision.ADOPTEE_RESERVES,
            texte="Les communes étudient ensemble huit services, sans engagement de mutualiser.",
            reserves="Aucune décision sur la police municipale avant l’avis des maires concernés.",
        ),
    )
