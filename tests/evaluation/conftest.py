from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accord.demarche.models import Demarche
from tests.distribution import Distribution
from tests.plan.fabrique import creer_demarche


@pytest.fixture
def demarche(distribution: Distribution) -> Demarche:
    return creer_demarche(distribution)


@pytest.fixture
def nombre_de_requetes() -> Callable[[Client, str], int]:
    """How many queries a page costs."""

    def compter(client: Client, adresse: str) -> int:
        with CaptureQueriesContext(connection) as requetes:
            assert client.get(adresse).status_code == 200
        return len(requetes)

    return compter
