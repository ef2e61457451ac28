"""The pages' common look: base templates, components, formats, gallery."""

from django.apps import AppConfig


class InterfaceConfig(AppConfig):
    name = "accord.socle.interface"
    label = "interface"
    verbose_name = "Interface"
