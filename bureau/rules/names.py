"""Words in names that are not the name itself: titles, prefixes, legal forms, placeholders."""

from dataclasses import dataclass
from enum import StrEnum

from bureau.rules.tables import Row, Table, table


class NameUse(StrEnum):
    """What a word does in a name."""

    TITLE = "title"
    PREFIX = "prefix"
    PLAIN = "plain"
    PLACEHOLDER = "placeholder"
    NICKNAME = "nickname"
    FORM = "form"
    SAME = "same"
    COUNTED = "counted"
    NUMERAL, JOINT = "numeral", "joint"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords(Row):
    """Words that do the same in a name, in small letters without accents or dots.

    `family` groups legal forms of several countries; a nickname row holds the names that may
    stand for each other, and a row of the same words puts the first of them in the place of all.
    What is counted is no name: after a street and a number it says that the number is none of a
    house. A numeral is a part of a number in words, a joint what holds two of them together.
    """

    use: NameUse
    words: tuple[str, ...]
    family: str = ""


def name_words() -> Table[NameWords]:
    """The words that are not the name itself."""
    return table("names", NameWords)
