"""A real SMTP server in a thread, and the site speaking to it."""

import socket
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller


class BoiteAuxLettres:
    """Keeps what was delivered; refuses the addresses of `refusees`."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.refusees: set[str] = set()

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address in self.refusees:
            return "550 mailbox unknown"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


def _port_libre() -> int:
    with socket.create_server(("127.0.0.1", 0)) as prise:
        return prise.getsockname()[1]


@pytest.fixture
def boite(settings):
    """The mailbox behind a real SMTP conversation on this machine."""
    boite = BoiteAuxLettres()
    serveur = Controller(boite, hostname="127.0.0.1", port=_port_libre())
    serveur.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = serveur.port
    yield boite
    serveur.stop()
