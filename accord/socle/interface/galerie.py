"""What the gallery shows: examples in all states."""

from typing import Any

from django.http import HttpRequest


def contexte(request: HttpRequest) -> dict[str, Any]:
    """Invented data, labelled as such."""
    return {}
