"""What a file says of parties and the ties between them, whichever format it came in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bureau.formats.values import FileWarning, PaymentFile, PaymentRecord
from bureau.rules.vocabulary import EntityKind, TieKind


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """A party as one file describes it; `ref` names it within that file only.

    `known_by` is the scheme and number by which another file means the same party; a party
    without one is found again in this very file only. `fields` are texts and whole numbers by
    the name of what they describe, dates among them as partial ISO text. A `shielded` person
    is one whose details the register keeps secret.
    """

    where: Mapping[str, Any]
    ref: str
    kind: EntityKind
    label: str
    known_by: tuple[str, str] = ("", "")
    fields: Mapping[str, Any] = field(default_factory=dict)
    numbers: Sequence[tuple[str, str]] = ()
    shielded: bool = False
    valid_from: str = ""


@dataclass(frozen=True, slots=True)
class TieRecord:
    """A tie between two parties of the file by their `ref`; `share` is an exact fraction."""

    where: Mapping[str, Any]
    kind: TieKind
    source: str
    target: str
    detail: str = ""
    share: tuple[int, int] | None = None
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class PartyFile:
    """All that one file says of parties, ties and payments."""

    format: str
    parties: Sequence[PartyRecord]
    ties: Sequence[TieRecord] = ()
    payments: Sequence[PaymentRecord] = ()
    warnings: Sequence[FileWarning] = ()

    @property
    def totals(self) -> dict[str, Any]:
        """Counts of parties by kind, of ties, and of payments with their sums."""
        kinds = Counter(str(party.kind) for party in self.parties)
        told: dict[str, Any] = {"parties": dict(sorted(kinds.items())), "ties": len(self.ties)}
        if self.payments:
            paid = PaymentFile(self.format, self.payments).totals
            told |= {"payments": paid["payments"], "sums": paid["sums"]}
        return told


def address_label(fields: Mapping[str, Any]) -> str:
    """An address in one line, as lists name it."""
    house = "-".join(filter(None, (fields.get("number"), fields.get("addition"))))
    town = " ".join(filter(None, (fields.get("postcode"), fields.get("city"))))
    street = " ".join(filter(None, (fields.get("street"), house)))
    return ", ".join(filter(None, (street, town)))


class Left:
    """What a reader leaves out, counted by name, so that nothing goes unsaid."""

    def __init__(self) -> None:
        self._count: Counter[tuple[str, str]] = Counter()

    def note(self, template: str, name: str = "") -> None:
        """One more of `name` was left out; the template takes {count} and {name}."""
        self._count[template, name] += 1

    def warnings(self) -> Iterator[FileWarning]:
        """One warning for each kind of thing that was left out."""
        for (template, name), count in sorted(self._count.items()):
            yield FileWarning(template, {"path": "/"}, {"count": count, "name": name})
