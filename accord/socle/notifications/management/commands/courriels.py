"""`manage.py courriels`: send what waits again, and the day's summaries with `--resumes` (once a day)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from accord.socle.notifications.services.envoi import expedier
from accord.socle.notifications.services.resumes import envoyer_resumes


class Command(BaseCommand):
    help = "Renvoie les courriels non remis ; avec --resumes, envoie aussi les résumés du jour."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--resumes", action="store_true", help="envoyer aussi les résumés du jour")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{expedier()} courriel(s) remis au serveur")
        if options["resumes"]:
            self.stdout.write(f"{envoyer_resumes(le=timezone.now())} résumé(s) préparé(s)")
