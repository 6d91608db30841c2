"""An original that goes along with a dossier, unchanged."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file by its number in the register of evidence; `suffix` says of what kind it is."""

    number: int
    suffix: str
    content: bytes = field(repr=False)

    @property
    def path(self) -> str:
        """Where it lies in a package; the name that somebody once gave it may tell too much."""
        return f"evidence/B{self.number}{self.suffix}"
