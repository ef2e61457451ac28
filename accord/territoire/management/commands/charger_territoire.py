"""Load the EPCI, the communes and the memberships of the vintage shipped with the product."""

import time
from typing import Any

from django.core.management.base import BaseCommand

from accord.socle.interface.formats import nombre
from accord.territoire.referentiel import MILLESIME
from accord.territoire.services.chargement import charger_territoire


class Command(BaseCommand):
    help = "Charge les EPCI, les communes et leurs appartenances. Se relance sans créer de doublon."

    def handle(self, *args: Any, **options: Any) -> None:
        debut = time.perf_counter()
        bilan = charger_territoire()
        duree = nombre(time.perf_counter() - debut, 1)
        if bilan.creees or bilan.modifiees or bilan.appartenances_ouvertes:
            message = (
                f"Territoires {MILLESIME} chargés en {duree} s : "
                f"{nombre(bilan.creees)} collectivités créées, {nombre(bilan.modifiees)} mises à jour, "
                f"{nombre(bilan.appartenances_ouvertes)} appartenances ouvertes."
            )
        else:
            message = f"Territoires {MILLESIME} déjà à jour ({duree} s)."
        self.stdout.write(self.style.SUCCESS(message))
        if bilan.conservees:
            self.stdout.write(f"Modifiées sur cette plateforme et laissées telles : {bilan.conservees}.")
