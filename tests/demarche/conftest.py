"""A démarche of the Val d’Accord, opened by its chef de projet."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from accord.demarche.services.demarches import ouvrir_demarche

LE = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture
def le():
    return LE


@pytest.fixture
def demarche(distribution):
    return ouvrir_demarche(
        epci=distribution.epci,
        date_renouvellement=date(2026, 3, 15),
        acteur=distribution.acteur("chef_projet"),
        le=LE,
    )


@pytest.fixture
def pilote(distribution):
    return distribution.acteur("chef_projet")
