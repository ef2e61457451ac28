"""What no page should have to guard against."""

from collections.abc import Callable
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse


class AdresseLisibleMiddleware:
    """A null character in an address is nobody's request: not found, before any database refuses it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in unquote(request.get_full_path()):
            raise Http404("Adresse illisible")
        return self.get_response(request)
