"""Calling people to act for their commune: propose, send, accept, refuse, let expire."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from accord.comptes.enums import Role
from accord.comptes.models import Personne
from accord.comptes.services.habiliter import habiliter, ouvrir_compte
from accord.demarche.courriels import envoyer_invitation
from accord.demarche.enums import TRANSITIONS_INVITATION, StatutInvitation
from accord.demarche.jetons import empreinte_du_jeton, nouveau_jeton
from accord.demarche.models import Demarche, Invitation
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner
from accord.territoire.models import Collectivite

VALIDITE = timedelta(days=30)


@transaction.atomic
def proposer_invitation(
    *, demarche: Demarche, collectivite: Collectivite, email: str, role: str = Role.SECRETAIRE
) -> Invitation:
    """Prepare an invitation without sending it; the same address for the same role is one invitation."""
    invitation, _ = Invitation.objects.get_or_create(
        demarche=demarche, collectivite=collectivite, email=_adresse(email), role=role
    )
    return invitation


@transaction.atomic
def noter_adresse(*, demarche: Demarche, adresses: Mapping[int, str]) -> int:
    """Set the address of invitations not yet sent, by primary key; returns how many changed.

    Raises ValidationError on a wrong address, or one already called in the same role for the same collectivité.
    """
    changees = []
    prises = set(demarche.invitations.exclude(email="").values_list("collectivite_id", "role", "email"))
    for invitation in demarche.invitations.filter(pk__in=adresses, statut=StatutInvitation.PROPOSEE):
        nouvelle = _adresse(adresses[invitation.pk])
        if nouvelle != invitation.email:
            if (invitation.collectivite_id, invitation.role, nouvelle) in prises:
                raise ValidationError(
                    f"«\u202f{nouvelle}\u202f» est déjà invitée à ce titre pour cette collectivité."
                )
            invitation.email = nouvelle
            changees.append(invitation)
    Invitation.objects.bulk_update(changees, ["email"])
    return len(changees)


@transaction.atomic
def inviter(*, invitations: Sequence[Invitation], acteur: Acteur, le: datetime) -> list[Invitation]:
    """Draw a link for each invitation that has an address and may be sent, and mail it on commit."""
    parties = []
    for invitation in Invitation.objects.select_for_update().filter(pk__in=[i.pk for i in invitations]):
        if invitation.email and StatutInvitation.ENVOYEE in TRANSITIONS_INVITATION[_statut(invitation)]:
            parties.append(_envoyer(invitation, acteur, le))
    return parties


@transaction.atomic
def accepter_invitation(
    *, invitation: Invitation, le: datetime, prenom: str = "", nom: str = ""
) -> tuple[Personne, bool]:
    """Give the role to the person of the address; says whether the account was just created.

    Raises ValidationError when the invitation is no longer open.
    """
    courante = _ouverte(invitation, timezone.localdate(le))
    connue = Personne.objects.filter(email__iexact=courante.email).exists()
    personne = ouvrir_compte(email=courante.email, prenom=prenom, nom=nom)
    acteur = Acteur(le=timezone.localdate(le), personne_id=personne.pk, nom=personne.nom_complet)
    habiliter(
        personne=personne,
        collectivite=courante.collectivite,
        role=courante.role,
        du=timezone.localdate(le),
        acteur=acteur,
    )
    courante.personne = personne
    _repondre(courante, StatutInvitation.ACCEPTEE, le)
    consigner(
        acteur=acteur,
        code="demarche.invitation_acceptee",
        objet=courante,
        le=le,
        collectivite=courante.collectivite.nom,
    )
    return personne, not connue


@transaction.atomic
def refuser_invitation(*, invitation: Invitation, le: datetime, motif: str = "") -> Invitation:
    """Note the refusal. Raises ValidationError when the invitation is no longer open."""
    courante = _ouverte(invitation, timezone.localdate(le))
    courante.motif_refus = motif.strip()
    _repondre(courante, StatutInvitation.REFUSEE, le)
    consigner(
        acteur=Acteur(le=timezone.localdate(le), nom=courante.email),
        code="demarche.invitation_refusee",
        objet=courante,
        le=le,
        collectivite=courante.collectivite.nom,
    )
    return courante


@transaction.atomic
def expirer_invitation(*, le: date) -> int:
    """Close the links whose time is over; returns how many."""
    perimees = Invitation.objects.filter(statut=StatutInvitation.ENVOYEE, date_expiration__lt=le)
    return perimees.update(statut=StatutInvitation.EXPIREE, empreinte_jeton="")


def _adresse(email: str) -> str:
    email = email.strip().lower()
    if email:
        validate_email(email)
    return email


def _statut(invitation: Invitation) -> StatutInvitation:
    return StatutInvitation(invitation.statut)


def _envoyer(invitation: Invitation, acteur: Acteur, le: datetime) -> Invitation:
    jeton = nouveau_jeton()
    invitation.statut = StatutInvitation.ENVOYEE
    invitation.empreinte_jeton = empreinte_du_jeton(jeton)
    invitation.envoyee_le = le
    invitation.date_expiration = timezone.localdate(le) + VALIDITE
    invitation.repondue_le = None
    invitation.save()
    consigner(
        acteur=acteur,
        code="demarche.invitation_envoyee",
        objet=invitation,
        le=le,
        collectivite=invitation.collectivite.nom,
        email=invitation.email,
    )
    envoyer_invitation(invitation, jeton, acteur, le)
    return invitation


def _ouverte(invitation: Invitation, le: date) -> Invitation:
    courante = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if courante.statut != StatutInvitation.ENVOYEE:
        raise ValidationError("Cette invitation a déjà reçu une réponse.")
    if courante.date_expiration and courante.date_expiration < le:
        raise ValidationError(
            "Cette invitation a expiré\u202f: demandez-en une nouvelle à l’intercommunalité."
        )
    return courante


def _repondre(invitation: Invitation, statut: StatutInvitation, le: datetime) -> None:
    """First use: the link stops working at once."""
    invitation.statut = statut
    invitation.repondue_le = le
    invitation.empreinte_jeton = ""
    invitation.save()
