from django.apps import AppConfig
from django.core.checks import register


class DroitsConfig(AppConfig):
    name = "accord.socle.droits"
    label = "droits"
    verbose_name = "Droits"

    def ready(self) -> None:
        from accord.socle.droits.controles import codes_declares

        register(codes_declares)
