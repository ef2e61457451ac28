"""Refusals of the schéma; each message is a French sentence shown as is."""

from accord.schema.models import AvisTardif, SectionRapport


class ActeRefuse(Exception):
    """The act is not possible now; the message says why."""


class ConflitDeRedaction(Exception):
    """A colleague saved this section first; the refused text is kept in its history."""

    def __init__(self, section: SectionRapport) -> None:
        super().__init__(
            "Une autre personne a enregistré cette section pendant que vous écriviez. Votre texte "
            "n’est pas perdu\u202f: "
            "il est gardé ci-dessous et dans l’historique."
        )
        self.section = section


class AvisHorsDelai(Exception):
    """The opinion came after the delay: kept for information, the tacit opinion stays."""

    def __init__(self, message: str, tardif: AvisTardif) -> None:
        super().__init__(message)
        self.tardif = tardif
