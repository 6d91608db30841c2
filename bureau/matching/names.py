"""A name taken apart: its words, prefixes, titles and legal form, and whether it is one at all."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from bureau.matching import letters
from bureau.rules.names import NameUse, name_words
from bureau.rules.tables import remembered
from bureau.rules.vocabulary import EntityKind

PREFIX, PLAIN, INITIAL, WORD = 0.25, 0.4, 0.5, 1.0
_LONGEST_FORM = 7
_WRITTEN = re.compile("[\\w.'`\u2019]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name and how much it tells."""

    text: str
    weight: float = WORD
    written: str = ""

    @property
    def said(self) -> str:
        """The word as it was written, or in plain letters where that cannot be told."""
        return self.written or self.text

    @property
    def initial(self) -> bool:
        """Whether only the first letter is given."""
        return len(self.text) == 1


@dataclass(frozen=True, slots=True)
class Form:
    """A legal form and the group of much the same forms elsewhere."""

    code: str
    family: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared; `written` is how it was given."""

    written: str
    kind: EntityKind
    words: tuple[Word, ...]
    form: Form | None = None
    latin: bool = True
    bare: bool = False  # of a script without vowels
    placeholder: bool = False
    text: str = field(default="")


@dataclass(frozen=True, slots=True)
class _Lists:
    titles: frozenset[str]
    prefixes: frozenset[str]
    plain: frozenset[str]
    placeholders: frozenset[str]
    forms: dict[tuple[str, ...], Form]
    nicknames: dict[str, frozenset[str]]
    same: dict[str, str]


@lru_cache(maxsize=1 << 14)
def taken_apart(written: str, kind: EntityKind | None) -> Name:
    """The name in `written`; without `kind` a legal form tells an organisation from a person."""
    lists = _lists()
    found = letters.words(written)
    text = " ".join(found)
    formed, rest = _form(_without_gaps(found), lists)
    of = kind or (EntityKind.COMPANY if formed or _company_like(rest) else EntityKind.PERSON)
    words = _of_company(rest, lists) if of is EntityKind.COMPANY else _of_person(found, lists)
    given = _as_written(written, found)
    words = tuple(replace(word, written=given.get(word.text, "")) for word in words)
    return Name(
        written=written,
        kind=of,
        words=words,
        form=formed if of is EntityKind.COMPANY else None,
        latin=letters.is_latin(written),
        bare=letters.lacks_vowels(written),
        placeholder=not words or text in lists.placeholders,
        text=text,
    )


def nicknames(name: str) -> frozenset[str]:
    """The groups of names that may stand for each other in which `name` appears."""
    return _lists().nicknames.get(name, frozenset())


def no_birth_date(text: str) -> bool:
    """Whether this date is written where none is known."""
    return text in _lists().placeholders


def _as_written(written: str, found: list[str]) -> dict[str, str]:
    """The plain words with what was written for them, where one stands for one."""
    given = _WRITTEN.findall(written)
    return dict(zip(found, given, strict=True)) if len(given) == len(found) else {}


def _company_like(words: list[str]) -> bool:
    telling = {"company", "group", "groep", "holding", "bank", "corporation", "corp", "trust"}
    return not telling.isdisjoint(words)


def _of_person(found: list[str], lists: _Lists) -> tuple[Word, ...]:
    named = [word for word in found if word not in lists.titles] or found
    return tuple(Word(word, _weight(word, lists.prefixes, PREFIX)) for word in named)


def _of_company(found: list[str], lists: _Lists) -> tuple[Word, ...]:
    same = (lists.same.get(word, word) for word in found)
    return tuple(Word(word, _weight(word, lists.plain, PLAIN)) for word in same)


def _weight(word: str, light: frozenset[str], weight: float) -> float:
    if word in light:
        return weight
    return INITIAL if len(word) == 1 and word.isalpha() else WORD


def _without_gaps(found: list[str]) -> list[str]:
    """Single letters after each other as one word: B V and C.K. are bv and ck."""
    joined: list[str] = []
    open_ = False
    for word in found:
        single = len(word) == 1 and word.isalpha()
        if single and open_:
            joined[-1] += word
        else:
            joined.append(word)
        open_ = single
    return joined


def _form(found: list[str], lists: _Lists) -> tuple[Form | None, list[str]]:
    """The legal form at the end or the start of these words, and the other words."""
    rest, seen = list(found), None
    while len(rest) > 1:
        cut = _end(rest, lists)
        if cut is None:
            break
        form, rest = cut
        seen = seen or form
    return seen, rest


def _end(rest: list[str], lists: _Lists) -> tuple[Form, list[str]] | None:
    for size in range(min(_LONGEST_FORM, len(rest) - 1), 0, -1):
        if form := lists.forms.get(tuple(rest[-size:])):
            return form, rest[:-size]
        if form := lists.forms.get(tuple(rest[:size])):
            return form, rest[size:]
    return None


@remembered
def _lists() -> _Lists:
    by_use: dict[NameUse, set[str]] = {use: set() for use in NameUse}
    forms: dict[tuple[str, ...], Form] = {}
    groups: dict[str, set[str]] = {}
    same: dict[str, str] = {}
    for row in name_words():
        by_use[row.use] |= set(row.words)
        if row.use is NameUse.FORM:
            forms |= {tuple(words.split()): Form(row.code, row.family) for words in row.words}
        elif row.use is NameUse.SAME:
            same |= dict.fromkeys(row.words, row.words[0])
        elif row.use is NameUse.NICKNAME:
            for word in row.words:
                groups.setdefault(word, set()).add(row.code)
    return _Lists(
        titles=frozenset(by_use[NameUse.TITLE]),
        prefixes=frozenset(by_use[NameUse.PREFIX]),
        plain=frozenset(by_use[NameUse.PLAIN]),
        placeholders=frozenset(by_use[NameUse.PLACEHOLDER]),
        forms=forms,
        nicknames={word: frozenset(codes) for word, codes in groups.items()},
        same=same,
    )
