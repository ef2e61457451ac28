"""The front door: home by person, search, what waits for me; composition only."""

from django.apps import AppConfig


class AccueilConfig(AppConfig):
    name = "accord.accueil"
    label = "accueil"
    verbose_name = "Accueil"

    def ready(self) -> None:
        from accord.accueil import permissions  # noqa: F401
