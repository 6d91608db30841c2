"""By what a dossier, and a notice about it, are known outside the house."""

from bureau.model import Dossier


def name(kept: Dossier, number: int) -> str:
    """The reference of a notice: that of its dossier, and its number."""
    track = kept.track.value[0].upper()
    return f"{kept.case.reference}-{track}{kept.number}-N{number}"
