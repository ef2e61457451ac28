"""The one error of the kernel: its message is French and meant to be read by the person who typed."""


class ErreurRepartition(ValueError):
    """A sharing that cannot be computed; `code` is stable for programs, the message is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
