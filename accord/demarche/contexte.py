"""What every page of a démarche shows around its content."""

from typing import Any

from django.http import HttpRequest


def demarche(request: HttpRequest) -> dict[str, Any]:
    """The démarche of the page, when the door of the view has set one."""
    return {"demarche": getattr(request, "demarche", None)}
