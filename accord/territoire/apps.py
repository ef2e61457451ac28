from django.apps import AppConfig


class TerritoireConfig(AppConfig):
    name = "accord.territoire"
    label = "territoire"
    verbose_name = "Territoire"

    def ready(self) -> None:
        from accord.territoire.permissions import declarer_permissions
        from accord.territoire.phrases import declarer_phrases

        declarer_permissions()
        declarer_phrases()
