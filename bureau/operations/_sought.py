"""An old value as it may stand in a text: a name, a date, an amount or a number."""

import re
from dataclasses import dataclass

from bureau.rules.dates import PartialDate
from bureau.rules.vocabulary import Language

_NUMBER = re.compile(r"\d[\d.,]*")
_CENTS = re.compile(r"[.,]\d{2}$")
SHORT = 4  # a shorter value stands everywhere: it counts where the party is named, too


@dataclass(frozen=True, slots=True)
class Sought:
    """An old value in each of its spellings; of an `amount` every spelling counts.

    A short one counts only in a text that also holds one of `beside`, where that is given.
    """

    text: str
    amount: bool = False
    more: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def within(self, *texts: str) -> bool:
        """Whether any of these texts holds it."""
        whole = " ".join(texts)
        if self.amount:
            wanted = _units(self.text)
            return any(_units(number) == wanted for number in _NUMBER.findall(whole))
        return any(self._holds(whole, spelling) for spelling in (self.text, *self.more))

    def _holds(self, whole: str, spelling: str) -> bool:
        if not spelling.strip():
            return False
        if not _stands(whole, spelling):
            return False
        close = len(spelling) >= SHORT or not self.beside
        return close or any(_stands(whole, name) for name in self.beside)


@dataclass(frozen=True, slots=True)
class OneOf:
    """Several old values, of which any is enough."""

    values: tuple[Sought, ...]

    def within(self, *texts: str) -> bool:
        """Whether any of these texts holds one of them."""
        return any(each.within(*texts) for each in self.values)


def _stands(whole: str, spelling: str) -> bool:
    """Whether it stands there as a word of its own, in any case, with any blanks."""
    said = r"\s*".join(re.escape(each) for each in spelling.split())
    return re.search(rf"(?<!\w){said}(?!\w)", whole, re.IGNORECASE) is not None


def _units(number: str) -> str:
    """The whole units of an amount, without separators: 100.000,00 and 100000.00 alike."""
    return re.sub(r"\D", "", _CENTS.sub("", number.rstrip(".,")))


def days(value: PartialDate) -> tuple[str, ...]:
    """A date as people write it: in words in both languages, and in digits."""
    words = {value.display(language) for language in Language} if value.year else set()
    if value.day is None:
        return tuple(sorted(words))
    digits = {f"{value.day}-{value.month}-{value.year}"}
    digits.add(f"{value.day:02}-{value.month:02}-{value.year}")
    return tuple(sorted(words | digits | {each.replace("-", "/") for each in digits}))


def spaced(number: str) -> str:
    """A number of an account in groups of four, as it stands on paper."""
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))
