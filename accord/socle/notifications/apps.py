"""Mail: what leaves, to whom, why, and how to stop it."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "accord.socle.notifications"
    label = "notifications"
    verbose_name = "Courriels"

    def ready(self) -> None:
        from accord.socle.notifications import permissions  # noqa: F401
