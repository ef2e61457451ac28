"""The conditions of the repères that the démarche itself knows."""

from collections.abc import Iterator

from django.urls import reverse

from accord.demarche.enums import Etat, Repere, StatutInvitation, TypeInstance, repere_precedent
from accord.demarche.models import Demarche
from accord.demarche.registre import Condition, FonctionConditions, declarer_conditions


def des_valeurs(demarche: Demarche) -> Iterator[Condition]:
    """Repère 1: a steering committee and every commune called; a first decision to leave it."""
    pilotage = demarche.instances.filter(type=TypeInstance.COMITE_PILOTAGE).exists()
    yield Condition(
        "Un comité de pilotage politique est constitué.",
        pilotage,
        "entree",
        reverse("demarche:instance-lister", args=[demarche.slug]),
    )
    a_inviter = demarche.invitations.filter(statut=StatutInvitation.PROPOSEE).count()
    yield Condition(
        "Toutes les communes sont invitées.",
        a_inviter == 0,
        "entree",
        reverse("demarche:invitation-lister", args=[demarche.slug]),
    )
    yield Condition(
        "Une instance a pris une première décision (lancement, méthode ou valeurs).",
        demarche.decisions.exists(),
        "sortie",
        reverse("demarche:decision-lister", args=[demarche.slug]),
    )


def suite_de(repere: Repere) -> FonctionConditions:
    """From repère 2 on: the one before, in this frame, is over."""

    def precedent_termine(demarche: Demarche) -> Iterator[Condition]:
        precedent = repere_precedent(repere, demarche.piste)
        if precedent is None:
            return
        termine = demarche.reperes.filter(repere=precedent, etat=Etat.TERMINE).exists()
        yield Condition(
            f"Le repère {precedent.value} « {precedent.label} » est terminé.",
            termine,
            "entree",
            reverse("demarche:repere-voir", args=[demarche.slug, precedent.value]),
        )

    return precedent_termine


def declarer() -> None:
    """Register them all."""
    declarer_conditions(Repere.VALEURS, des_valeurs)
    for repere in list(Repere)[1:]:
        declarer_conditions(repere, suite_de(repere))
