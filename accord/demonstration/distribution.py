"""Who plays in the demo: one account per persona, and the mayor and clerk of every commune."""

from datetime import date

from django.contrib.auth.hashers import make_password
from django.utils.text import slugify

from accord.comptes.enums import Role
from accord.comptes.models import Habilitation, Personne
from accord.comptes.selectors import acteur_de
from accord.comptes.services.habiliter import habiliter, ouvrir_compte
from accord.demonstration.personnes import MOT_DE_PASSE, PERSONAS
from accord.socle.droits import Acteur
from accord.territoire.models import Collectivite

EN_FONCTION = date(2026, 4, 1)


def ouvrir_comptes(epci: Collectivite, communes: list[Collectivite]) -> None:
    """Open the personas' accounts with the demo password, then give every commune a mayor."""
    par_nom = {commune.nom: commune for commune in communes} | {"": epci}
    secret = make_password(MOT_DE_PASSE)
    for persona in PERSONAS:
        personne = ouvrir_compte(email=persona.email, prenom=persona.prenom, nom=persona.nom)
        Personne.objects.filter(pk=personne.pk).update(password=secret)
        lieu = par_nom.get(persona.commune, epci)
        habiliter(
            personne=personne,
            collectivite=lieu,
            role=persona.role,
            du=EN_FONCTION,
            acteur=None,
            competences=persona.champs,
        )
    pourvoir_mairies(communes)


def pourvoir_mairies(communes: list[Collectivite]) -> None:
    """Give a mayor to each commune that has none."""
    pourvues = set(Habilitation.objects.filter(role=Role.EXECUTIF).values_list("collectivite_id", flat=True))
    for commune in communes:
        if commune.pk not in pourvues:
            maire = ouvrir_compte(
                email=f"mairie-{slugify(commune.nom)}@demo.example", prenom="Maire de", nom=commune.nom
            )
            habiliter(personne=maire, collectivite=commune, role=Role.EXECUTIF, du=EN_FONCTION, acteur=None)


def acteur_pour(collectivite: Collectivite, role: str, le: date) -> Acteur:
    """Who holds that role there. Raises Habilitation.DoesNotExist when nobody does."""
    habilitation = (
        Habilitation.objects.en_cours(le)
        .select_related("personne", "collectivite")
        .filter(collectivite_id=collectivite.pk, role=role)
        .order_by("pk")[:1]
        .get()
    )
    return acteur_de(habilitation, le)
