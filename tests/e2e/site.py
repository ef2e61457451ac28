"""A real site on this machine: its own database, the demo territory, granian. Used by the journeys and the guide."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

OUVERTURE = datetime.now(tz=UTC) - timedelta(days=150)
DEMARCHE = f"cu-caen-la-mer-{OUVERTURE.year}"
"""The address of the demo's démarche: the story opens it five months before today."""

RACINE = Path(__file__).resolve().parents[2]
PREPARATION = (
    ["migrate", "--verbosity", "0"],
    ["createcachetable"],
    ["charger_territoire"],
    ["charger_demo"],
)


@contextmanager
def servir_demo(ouvriers: int = 1) -> Iterator[str]:
    """Yield the address of a freshly prepared site; stop it and forget its data afterwards.

    Raises RuntimeError when the site does not answer within thirty seconds.
    """
    with tempfile.TemporaryDirectory(prefix="accord-e2e-") as dossier:
        port = port_libre()
        environnement = os.environ | {
            "ACCORD_VAR": dossier,
            "DATABASE_URL": f"sqlite:///{dossier}/accord.sqlite3",
            "DJANGO_SETTINGS_MODULE": "accord.config.settings.dev",
            "ACCORD_ADRESSE": f"http://127.0.0.1:{port}",
        }
        for commande in PREPARATION:
            subprocess.run(
                [sys.executable, "manage.py", *commande], cwd=RACINE, env=environnement, check=True
            )
        serveur = subprocess.Popen(
            [*granian(ouvriers), "--port", str(port), "accord.config.wsgi:application"],
            cwd=RACINE,
            env=environnement,
        )
        try:
            attendre(f"http://127.0.0.1:{port}/connexion/login/", serveur)
            yield f"http://127.0.0.1:{port}"
        finally:
            serveur.terminate()
            serveur.wait(timeout=10)


def granian(ouvriers: int = 1) -> list[str]:
    """The server as `make run` starts it."""
    options = [
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--workers",
        str(ouvriers),
        "--blocking-threads",
        "4",
        "--backpressure",
        "32",
    ]
    return [str(Path(sys.executable).with_name("granian")), *options, "--log-level", "warning"]


def port_libre() -> int:
    """A port of the loopback interface that nobody uses."""
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return prise.getsockname()[1]


def attendre(adresse: str, serveur: subprocess.Popen, secondes: int = 30) -> None:
    """Wait for the site to answer."""
    limite = time.monotonic() + secondes
    while time.monotonic() < limite and serveur.poll() is None:
        try:
            with urllib.request.urlopen(adresse, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"Le site ne répond pas à {adresse}")
