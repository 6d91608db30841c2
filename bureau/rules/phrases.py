"""The sentences in which the rules explain themselves, in each language."""

from dataclasses import dataclass
from datetime import date

from bureau.rules.tables import Row, Texts, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(Row):
    """A sentence with named gaps."""

    text: Texts


def phrase(code: str, /, **values: object) -> Texts:
    """The sentence `code` as it reads today, with `values` put in; a value may be Texts."""
    return table("phrases", Phrase).row(code, date.max).text.filled(**values)
