"""What is asked of a dossier before anything is gathered: reader, basis, language, choices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from bureau.rules.vocabulary import Language
from reports.values.cover import Issuance
from reports.values.redaction import Taken, read, spelled


@dataclass(frozen=True, slots=True)
class Selection:
    """What a person chose: the reader, what is left out beyond the rules and why, the drawing.

    `left_out` has the key of an item and the reason; `picture` is a kept view of the network, of
    which the relation chart is drawn; `annexes` are the documents that go along,
    `taken` is what is taken out of texts and annexes.
    """

    reader: str = ""
    left_out: Mapping[str, str] = field(default_factory=dict)
    picture: UUID | None = None
    annexes: tuple[UUID, ...] = ()
    taken: tuple[Taken, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are taken out wherever they stand."""
        return tuple(one.words for one in self.taken if one.words)

    def plain(self) -> dict[str, Any]:
        """The same as JSON keeps it."""
        return {
            "reader": self.reader,
            "left_out": dict(self.left_out),
            "picture": str(self.picture) if self.picture else None,
            "annexes": [str(one) for one in self.annexes],
            "taken": [spelled(one) for one in self.taken],
        }


USUAL = Selection()


def selection(plain: Mapping[str, Any]) -> Selection:
    """The choices as they were kept; the usual ones for none."""
    picture = plain.get("picture")
    return Selection(
        reader=str(plain.get("reader", "")),
        left_out={str(key): str(why) for key, why in plain.get("left_out", {}).items()},
        picture=UUID(picture) if picture else None,
        annexes=tuple(UUID(one) for one in plain.get("annexes", ())),
        taken=tuple(read(one) for one in plain.get("taken", ())),
    )


@dataclass(frozen=True, slots=True)
class Remade:
    """An annex as it goes along: of which document it was made, and for which dossier stamped."""

    document: UUID
    dossier_id: str
    sha256: str
    pages: int
    whole: bool
    pdf: bytes = field(repr=False)
    words_out: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A dossier to be made; `issuance` and `mark` come once two people let it go."""

    number: int
    recipient: str
    basis: str
    language: Language
    prepared_at: datetime
    organisation: str = ""
    issuance: Issuance | None = None
    selection: Selection = USUAL
    mark: UUID | None = None
    original: str = ""
    annexes: tuple[Remade, ...] = ()
    replaces: str = ""
