"""Fixtures shared by every test, and the guards that make mistakes fail loudly."""

import socket
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from tests.distribution import AUJOURD_HUI, Distribution, monter

BOUCLE_LOCALE = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True)
def _pas_de_reseau(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that talks to the outside fails: only this machine answers."""
    connecter = socket.socket.connect

    def connecter_ici(prise: socket.socket, adresse: object) -> None:
        if isinstance(adresse, tuple) and adresse[0] not in BOUCLE_LOCALE:
            raise AssertionError(f"Un test a voulu joindre {adresse[0]}")
        connecter(prise, adresse)

    monkeypatch.setattr(socket.socket, "connect", connecter_ici)


@pytest.fixture
def distribution(db: None) -> Distribution:
    """The cast, in the database."""
    return monter()


@pytest.fixture
def aujourd_hui():
    """HTTP tests live on Monday 23 November 2026, ten in the morning in Paris."""
    instant = datetime(
        AUJOURD_HUI.year, AUJOURD_HUI.month, AUJOURD_HUI.day, 10, tzinfo=ZoneInfo("Europe/Paris")
    )
    with time_machine.travel(instant, tick=True):
        yield AUJOURD_HUI


@pytest.fixture
def client_de(distribution: Distribution, aujourd_hui: object) -> Callable[[str], Client]:
    """`client_de("maire")`: a browser session of that persona, on the day of the tests."""

    def ouvrir(nom: str) -> Client:
        client = Client()
        client.force_login(distribution.personnes[nom])
        return client

    return ouvrir
