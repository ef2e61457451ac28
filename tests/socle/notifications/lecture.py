"""Reading a delivered message as its recipient does."""

from email.message import EmailMessage


def texte_de(message: EmailMessage) -> str:
    """Its plain body."""
    return _corps(message, "plain")


def html_de(message: EmailMessage) -> str:
    """Its HTML body."""
    return _corps(message, "html")


def _corps(message: EmailMessage, genre: str) -> str:
    partie = message.get_body((genre,))
    assert isinstance(partie, EmailMessage)
    return str(partie.get_content()).replace("\r\n", "\n")
