"""The secret of an invitation's link: drawn at each sending, kept by the database as a hash only."""

import hashlib
import secrets


def nouveau_jeton() -> str:
    """256 random bits, fit for an address."""
    return secrets.token_urlsafe(32)


def empreinte_du_jeton(jeton: str) -> str:
    """What the database keeps of a link."""
    return hashlib.sha256(jeton.encode()).hexdigest()
