"""`manage.py constater_avis_tacites`: to run every day; safe to run twice."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from accord.schema.services.avis import constater_avis_tacites


class Command(BaseCommand):
    help = "Note l’avis réputé favorable des communes dont le délai de trois mois est échu."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--le",
            type=date.fromisoformat,
            default=None,
            help="jour du constat (AAAA-MM-JJ), aujourd’hui sinon",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        avis = constater_avis_tacites(le=options["le"] or timezone.localdate())
        for constat in avis:
            self.stdout.write(
                f"{constat.transmission.collectivite}\u202f: réputé favorable le {constat.date_avis:%d/%m/%Y}"
            )
        self.stdout.write(f"Avis tacites constatés\u202f: {len(avis)}.")
