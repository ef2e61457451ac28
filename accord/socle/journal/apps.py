from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "accord.socle.journal"
    label = "journal"
    verbose_name = "Journal"
