"""A letter as it goes on paper: frozen values with one spelling and one digest."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from bureau.rules.dates import in_words
from bureau.rules.letter_text import Block, Shape
from bureau.rules.phrases import phrase
from bureau.rules.vocabulary import Language

SCHEMA = "bureau-letter-1"


@dataclass(frozen=True, slots=True)
class Paper:
    """One letter: from whom, to whom, about what, and its text in blocks.

    `reference` is that of the case with the number of the letter; `draft` marks what is not sent.
    """

    kind: str
    language: Language
    municipality: str
    authority: str
    signer: str
    deputed: bool
    recipient: str
    address: tuple[str, ...]
    reference: str
    dated: date
    subject: str
    blocks: tuple[Block, ...]
    enclosures: tuple[str, ...] = ()
    draft: bool = field(default=True, compare=False)

    @property
    def text(self) -> str:
        """The body as plain text."""
        return "\n\n".join(block.plain for block in self.blocks)

    @property
    def day(self) -> str:
        """Its date in its own language."""
        return in_words(self.dated).in_(self.language)

    @property
    def signed_for(self) -> str:
        """In whose name it is signed."""
        if self.deputed:
            return self.word("on_behalf", authority=self.authority)
        return self.authority[:1].upper() + self.authority[1:]

    def word(self, code: str, **values: object) -> str:
        """A fixed word of a letter in its own language."""
        return phrase(f"letter.{code}", **values).in_(self.language)

    def plain(self) -> dict[str, Any]:
        """The letter as plain values; whether it is still a draft is not part of it."""
        return {
            "schema": SCHEMA,
            "kind": self.kind,
            "language": self.language.value,
            "from": {"municipality": self.municipality, "authority": self.authority},
            "signer": self.signer,
            "to": {"name": self.recipient, "address": list(self.address)},
            "reference": self.reference,
            "date": self.dated.isoformat(),
            "subject": self.subject,
            "text": [
                {"shape": each.shape.value, "lines": list(each.lines)} for each in self.blocks
            ],
            "deputed": self.deputed,
            "enclosures": list(self.enclosures),
        }

    def spelled(self) -> str:
        """The one spelling of the letter as JSON."""
        return json.dumps(self.plain(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    @property
    def sha256(self) -> str:
        """The digest of what the letter says."""
        return sha256(self.spelled().encode()).hexdigest()


def paper_of(plain: Mapping[str, Any]) -> Paper:
    """The letter again, from its plain values as they were frozen."""
    return Paper(
        kind=plain["kind"],
        language=Language(plain["language"]),
        municipality=plain["from"]["municipality"],
        authority=plain["from"]["authority"],
        signer=plain["signer"],
        deputed=plain["deputed"],
        recipient=plain["to"]["name"],
        address=tuple(plain["to"]["address"]),
        reference=plain["reference"],
        dated=date.fromisoformat(plain["date"]),
        subject=plain["subject"],
        blocks=tuple(Block(Shape(one["shape"]), tuple(one["lines"])) for one in plain["text"]),
        enclosures=tuple(plain["enclosures"]),
        draft=False,
    )
