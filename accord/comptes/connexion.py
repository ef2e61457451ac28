"""How allauth behaves here: accounts are born from an invitation, never from a public form."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AdaptateurCompte(DefaultAccountAdapter):
    """Closes public sign-up; everything else is allauth's own."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
