"""`accord gerer charger_demo`: the demo territory, once. A second run changes nothing."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accord.demarche.models import Demarche
from accord.demonstration.distribution import acteur_pour, ouvrir_comptes
from accord.demonstration.recit.histoire import raconter
from accord.demonstration.recit.scene import Scene
from accord.socle.interface.formats import nombre
from accord.territoire.models import Epci

CAEN_LA_MER = "200065597"


class Command(BaseCommand):
    help = (
        "Charge le territoire de démonstration : une démarche fictive, de l’ouverture aux avis des communes."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--epci", default=CAEN_LA_MER, help="SIREN de l’intercommunalité à mettre en scène"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        epci = Epci.objects.filter(siren=options["epci"]).first()
        if epci is None:
            raise CommandError("Intercommunalité inconnue : lancez d’abord « charger_territoire ».")
        if Demarche.objects.filter(epci=epci, est_demonstration=True).exists():
            self.stdout.write(f"Démonstration de {epci.nom} déjà chargée.")
            return
        debut = time.monotonic()
        scene = Scene(epci, timezone.localdate(), acteur_pour)
        ouvrir_comptes(epci, scene.communes())
        demarche = raconter(scene)
        duree = nombre(round(time.monotonic() - debut, 1))
        self.stdout.write(f"Démonstration de {epci.nom} chargée en {duree} s : {demarche.nom}.")
