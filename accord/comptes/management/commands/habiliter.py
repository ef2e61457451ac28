"""`accord gerer habiliter`: the first person of a territory, when nobody can yet invite anybody."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accord.comptes.enums import TOUS_CHAMPS, Champ, Role
from accord.comptes.services.habiliter import habiliter, ouvrir_compte
from accord.territoire.models import Collectivite


class Command(BaseCommand):
    help = "Donne un rôle dans une collectivité à une adresse ; ouvre le compte s’il n’existe pas."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="adresse électronique de la personne")
        parser.add_argument("siren", help="SIREN de l’intercommunalité ou de la commune")
        parser.add_argument("--role", default=Role.CHEF_PROJET, choices=Role.values)
        parser.add_argument(
            "--champ", action="append", choices=Champ.values, help="répétable ; tous par défaut"
        )
        parser.add_argument("--prenom", default="")
        parser.add_argument("--nom", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        collectivite = Collectivite.objects.filter(siren=options["siren"]).first()
        if collectivite is None:
            raise CommandError(f"Aucune collectivité ne porte le SIREN {options['siren']}.")
        personne = ouvrir_compte(email=options["email"], prenom=options["prenom"], nom=options["nom"])
        try:
            habilitation = habiliter(
                personne=personne,
                collectivite=collectivite,
                role=options["role"],
                du=timezone.localdate(),
                acteur=None,
                competences=tuple(options["champ"] or [TOUS_CHAMPS]),
            )
        except ValidationError as refus:
            raise CommandError(" ".join(refus.messages)) from refus
        self.stdout.write(f"{habilitation}. La connexion se fait par un code envoyé à {personne.email}.")
