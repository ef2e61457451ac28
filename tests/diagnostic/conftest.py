"""The campaign of the cast."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from accord.demarche.models import Demarche
from accord.demarche.services.demarches import ouvrir_demarche
from accord.diagnostic.models import Campagne
from accord.diagnostic.services.campagnes import ouvrir_campagne
from tests.distribution import Distribution

MAINTENANT = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture
def demarche(distribution: Distribution) -> Demarche:
    return ouvrir_demarche(
        epci=distribution.epci, date_renouvellement=date(2026, 3, 22), acteur=None, le=MAINTENANT
    )


@pytest.fixture
def campagne(demarche: Demarche) -> Campagne:
    return ouvrir_campagne(demarche=demarche, acteur=None, le=MAINTENANT)
