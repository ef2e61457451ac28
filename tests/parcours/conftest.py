"""The small cast with its whole story, played once a module: each test sees it as new."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.db import transaction
from django.test import Client

from accord.demarche.models import Demarche
from accord.demonstration.recit.histoire import raconter
from tests.distribution import AUJOURD_HUI, Distribution, monter
from tests.droits.etapes import scene_de
from tests.parcours.visiteur import Visiteur

MATIN = datetime.combine(AUJOURD_HUI, time(10), tzinfo=ZoneInfo("Europe/Paris"))


@dataclass
class Recit:
    """The démarche of Val d’Accord, up to opinions under way."""

    distribution: Distribution
    demarche: Demarche

    def visiteur(self, nom: str) -> Visiteur:
        """A persona of the cast, signed in."""
        personne = self.distribution.personnes[nom]
        visiteur = Visiteur(personne.email)
        visiteur.client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        visiteur.client.force_login(personne)
        return visiteur

    def adresse(self, app: str, suite: str = "") -> str:
        return f"/{app}/{self.demarche.slug}/{suite}"


@pytest.fixture(scope="module")
def _recit_du_module(django_db_setup, django_db_blocker) -> Iterator[Recit]:
    """Played once, in a transaction that the end of the module forgets."""
    with django_db_blocker.unblock(), time_machine.travel(MATIN, tick=True), transaction.atomic():
        distribution = monter()
        yield Recit(distribution, raconter(scene_de(distribution)))
        transaction.set_rollback(True)


@pytest.fixture
def recit(_recit_du_module: Recit, db: None) -> Iterator[Recit]:
    """The story, on Monday 23 November 2026 at ten; what the test changes is undone."""
    mail.outbox = []
    with time_machine.travel(MATIN, tick=True):
        yield _recit_du_module
