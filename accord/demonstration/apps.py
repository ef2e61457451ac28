from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    name = "accord.demonstration"
    label = "demonstration"
    verbose_name = "Démonstration"
