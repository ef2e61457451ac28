import pytest

from accord.demarche.models import Demarche
from tests.distribution import Distribution
from tests.plan.fabrique import creer_demarche


@pytest.fixture
def demarche(distribution: Distribution) -> Demarche:
    return creer_demarche(distribution)
