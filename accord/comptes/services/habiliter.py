"""Giving a capacity to a person, and taking it back."""

from datetime import date

from django.db import transaction

from accord.comptes.enums import TOUS_CHAMPS
from accord.comptes.models import Habilitation, Personne
from accord.socle.droits import Acteur
from accord.socle.journal.services import consigner
from accord.territoire.models import Collectivite


@transaction.atomic
def habiliter(
    *,
    personne: Personne,
    collectivite: Collectivite,
    role: str,
    du: date,
    acteur: Acteur | None,
    competences: tuple[str, ...] = (TOUS_CHAMPS,),
    au: date | None = None,
) -> Habilitation:
    """Give a role from a date; an identical role already in force is returned as it is.

    Raises ValidationError for an unknown role or champ.
    """
    en_cours = personne.habilitations.en_cours(du).filter(collectivite=collectivite, role=role).first()
    if en_cours:
        return en_cours
    habilitation = Habilitation(
        personne=personne,
        collectivite=collectivite,
        role=role,
        competences=sorted(competences),
        date_debut=du,
        date_fin=au,
    )
    habilitation.full_clean()
    habilitation.save()
    consigner(
        acteur=acteur,
        code="comptes.habilitation_donnee",
        objet=habilitation,
        personne=personne.nom_complet,
        role=habilitation.get_role_display(),
        collectivite=collectivite.nom,
    )
    return habilitation


@transaction.atomic
def clore_habilitation(*, habilitation: Habilitation, le: date, acteur: Acteur | None) -> Habilitation:
    """End a role on that day (its last day in force). Raises ValidationError if it starts later."""
    habilitation.date_fin = le
    habilitation.full_clean()
    habilitation.save()
    consigner(
        acteur=acteur,
        code="comptes.habilitation_close",
        objet=habilitation,
        personne=habilitation.personne.nom_complet,
        role=habilitation.get_role_display(),
        collectivite=habilitation.collectivite.nom,
    )
    return habilitation


@transaction.atomic
def ouvrir_compte(*, email: str, prenom: str = "", nom: str = "") -> Personne:
    """The account of an address, created without password when it does not exist yet."""
    existante = Personne.objects.filter(email__iexact=email.strip()).first()
    return existante or Personne.objects.create_user(email.strip(), prenom=prenom, nom=nom)


@transaction.atomic
def habiliter_par_adresse(
    *,
    email: str,
    prenom: str,
    nom: str,
    collectivite: Collectivite,
    role: str,
    competences: list[str],
    du: date,
    acteur: Acteur,
) -> Habilitation:
    """Open the account of an address when it has none, and give it a role. Raises ValidationError."""
    personne = ouvrir_compte(email=email, prenom=prenom, nom=nom)
    return habiliter(
        personne=personne,
        collectivite=collectivite,
        role=role,
        competences=tuple(competences),
        du=du,
        acteur=acteur,
    )
