"""`accord gerer verifier_journal`: prove that no entry was changed, removed or inserted."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accord.socle.journal.services import verifier_chaine


class Command(BaseCommand):
    help = "Vérifie la chaîne d’empreintes du journal."

    def handle(self, *args: Any, **options: Any) -> None:
        lues, rupture = verifier_chaine()
        if rupture:
            raise CommandError(
                f"Rupture à l’entrée {rupture.numero} : {rupture.raison} ({lues} entrées intactes avant elle)."
            )
        self.stdout.write(self.style.SUCCESS(f"Journal intact : {lues} entrées vérifiées."))
