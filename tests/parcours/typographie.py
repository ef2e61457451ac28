"""French typography as a search sees it."""


def lisible(texte: str) -> str:
    """Narrow and no-break spaces as plain ones, so that a sentence can be searched for."""
    return " ".join(texte.replace("\u202f", " ").replace("\xa0", " ").split())
