"""Close the links of the invitations whose thirty days are over: run it once a day."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from accord.demarche.services.invitations import expirer_invitation


class Command(BaseCommand):
    help = "Ferme les invitations restées sans réponse au-delà de leur date de validité."

    def handle(self, *args: Any, **options: Any) -> None:
        nombre = expirer_invitation(le=timezone.localdate())
        self.stdout.write(f"Invitations expirées\u202f: {nombre}")
