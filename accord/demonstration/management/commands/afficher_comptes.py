"""`accord gerer afficher_comptes`: the address to open and one account per persona."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from accord.demonstration.personnes import MOT_DE_PASSE, PERSONAS


class Command(BaseCommand):
    help = "Affiche l’adresse du site et les comptes de démonstration."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--adresse", default="http://127.0.0.1:8000")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"\nCommun Accord vous attend sur {options['adresse']}\n")
        self.stdout.write("Territoire de démonstration : Caen la Mer, données fictives.")
        self.stdout.write(f"Mot de passe de tous les comptes : {MOT_DE_PASSE}\n")
        for persona in PERSONAS:
            qualite = f"{persona.role.label}, {persona.commune or 'Caen la Mer'}"
            self.stdout.write(f"  {persona.email:<28} {qualite} — {persona.presentation}")
        self.stdout.write("\nArrêter : Ctrl+C\n")
        self.stdout.flush()
