"""Start-up check: a view that requires an undeclared permission stops the site."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.urls import get_resolver

from accord.socle.droits.exigence import CODES_EXIGES
from accord.socle.droits.registre import permissions_declarees


def codes_declares(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """One error a code that a view names and no app declares."""
    get_resolver().url_patterns  # noqa: B018 - import every view, so that each names its code
    connus = {permission.code for permission in permissions_declarees()}
    return [
        Error(f"La permission « {code} » est exigée par une vue mais jamais déclarée.", id="droits.E001")
        for code in sorted(CODES_EXIGES - connus)
    ]
