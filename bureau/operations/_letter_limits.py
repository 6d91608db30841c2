"""What a letter may not tell: findings kept out of it, and quotes that stop it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bureau.errors import NotAllowed
from bureau.model import Advice, Case, Document, Finding, Hearing, Lookup, Person, Source
from bureau.operations._rows import Rows
from bureau.rules import letters
from bureau.rules.letters import DECISION, LetterLimit
from bureau.work import Work

RUN = 8  # so many words in a row are a quotation
SHORTEST_NAME = 3
LARGEST = 2_000_000
_WORD = re.compile(r"\w+")
SHARED = "intention"


@dataclass(frozen=True, slots=True)
class Held:
    """A rule that kept findings out of a letter, and how many."""

    limit: LetterLimit
    count: int


@dataclass(frozen=True, slots=True)
class _Sieve:
    """What decides about a finding: names, records of others, and the grounds that carry."""

    limits: tuple[LetterLimit, ...]
    names: tuple[str, ...]
    others: dict[UUID, str]
    carrying: Collection[str]

    def stopped(self, finding: Finding) -> LetterLimit | None:
        """The first rule that keeps this finding out."""
        return next((limit for limit in self.limits if self._holds(limit, finding)), None)

    def _holds(self, limit: LetterLimit, finding: Finding) -> bool:
        sources = [link.source for link in finding.sources]
        match limit.code:
            case "restricted":
                return any(_restricted(source) for source in sources)
            case "protected":
                return _names_one(finding.text + finding.contrary, self.names)
            case "beyond":
                return finding.ground not in self.carrying
        return any(_kept_by(limit, source, self.others) for source in sources)


def _kept_by(limit: LetterLimit, source: Source, others: Mapping[UUID, str]) -> bool:
    return source.kind in limit.kinds or others.get(source.id) in limit.registers


def tellable(work: Work, rows: Rows, source: Source | None) -> bool:
    """Whether what was learnt from `source` may be told to the person concerned."""
    if source is None:
        return True
    others, limits = _others(rows), letters.limits().on(work.today)
    return not _restricted(source) and not any(_kept_by(limit, source, others) for limit in limits)


def sifted(
    work: Work, rows: Rows, carrying: Collection[str]
) -> tuple[tuple[Finding, ...], tuple[Held, ...]]:
    """The findings that may be told, and by rule how many may not."""
    limits = letters.limits().on(work.today)
    sieve = _Sieve(limits, tuple(_protected(work, rows.case)), _others(rows), carrying)
    told: list[Finding] = []
    stopped: Counter[str] = Counter()
    for finding in rows.all(Finding):
        limit = sieve.stopped(finding)
        if limit is None:
            told.append(finding)
        else:
            stopped[limit.code] += 1
    held = (Held(limit, stopped[limit.code]) for limit in limits if stopped[limit.code])
    return tuple(told), tuple(held)


def _restricted(source: Source) -> bool:
    return source.document is not None and source.document.restricted


def _others(rows: Rows) -> dict[UUID, str]:
    """The register behind each source that tells of somebody who did not apply."""
    applicant = rows.screening.applicant_id if rows.screening else None
    found: list[Lookup] = rows.all(Lookup)
    return {
        row.source_id: row.register
        for row in found
        if row.source_id and row.subject_id != applicant
    }


def _protected(work: Work, case: Case) -> Iterator[str]:
    people = select(Person).where(Person.case_id == case.id, Person.protected.is_(True))
    for person in work.session.scalars(people):
        for name in (person.label, person.family_name):
            if len(name) >= SHORTEST_NAME:
                yield name.casefold()


def _names_one(text: str, names: Collection[str]) -> bool:
    plain = text.casefold()
    return any(name in plain for name in names)


def insist_unquoted(work: Work, rows: Rows, kind: str, text: str) -> None:
    """Refuse a text that quotes what may not be told or names a protected person.

    An advice of which the applicant got a copy may be quoted in the intention and the decision.
    """
    if _names_one(text, tuple(_protected(work, rows.case))):
        raise NotAllowed(
            "The letter names a protected person.",
            where={"guard": "protected person", "basis": "AVG 6, 10"},
            hint="Take the name out of the text, the reasons or the reasoning it comes from.",
        )
    if quoted(work, rows, kind).stands_in(text):
        raise _quotes()


def _quotes() -> NotAllowed:
    return NotAllowed(
        "The letter quotes a source that may not be told to the person concerned.",
        where={"guard": "restricted source", "basis": "Wet Bibob 28(1)"},
        hint="Say it in other words without that source, or leave it out: also in the reasons"
        " and the reasoning that the letter takes over.",
    )


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes with a letter, or of which no word may stand in it; not a plain text."""

    id: UUID
    media_type: str
    content: bytes = field(repr=False)
    goes_along: bool


@dataclass(frozen=True, slots=True)
class Sealed:
    """The files that are to be compared with a letter before it goes, and who may not be named."""

    files: tuple[Enclosed, ...]
    names: tuple[str, ...]

    def unread(self, file: Enclosed, said: str, text: str, *, whole: bool) -> bool:
        """Whether a person must read this file; raises NotAllowed where the letter quotes it.

        `said` is what the letter says, `text` what could be read of the file, all of it or not.
        """
        if file.goes_along:
            return not whole or _names_one(text, self.names)
        if not _runs(said).isdisjoint(_runs(text)):
            raise _quotes()
        return not whole


def sealed(work: Work, rows: Rows, kind: str) -> Sealed:
    """What a letter of this kind is to be compared with, besides the plain texts."""
    released = _released(rows, kind)
    query = select(Document).where(Document.case_id == rows.case.id, Document.restricted.is_(True))
    found = []
    for document in work.session.scalars(query.options(joinedload(Document.blob))):
        along = document.id in released
        plain = document.media_type.startswith("text/") and document.size < LARGEST
        if along or not plain:
            content = bytes(document.blob.content)
            found.append(Enclosed(document.id, document.media_type, content, along))
    return Sealed(tuple(found), tuple(_protected(work, rows.case)))


@dataclass(frozen=True, slots=True)
class Quoted:
    """What no text may take over, as runs of words."""

    runs: frozenset[tuple[str, ...]]

    def stands_in(self, text: str) -> bool:
        """Whether `text` takes over so many words in a row that it is a quotation."""
        return not self.runs.isdisjoint(_runs(text))


def quoted(work: Work, rows: Rows, kind: str = "") -> Quoted:
    """What no letter of this kind may quote; without a kind, nobody who is told about himself."""
    return Quoted(frozenset(run for each in _secrets(work, rows, kind) for run in _runs(each)))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _secrets(work: Work, rows: Rows, kind: str) -> Iterator[str]:
    """Every text that no letter of this kind may quote."""
    released = _released(rows, kind)
    advices: list[Advice] = rows.all(Advice)
    yield from (row.summary for row in advices if row.summary and row.document_id not in released)
    kept = select(Document).where(
        Document.case_id == rows.case.id, Document.restricted.is_(True), Document.size < LARGEST
    )
    for document in work.session.scalars(kept):
        if document.id not in released and document.media_type.startswith("text/"):
            yield bytes(document.blob.content).decode("utf-8", "replace")
    told, _ = sifted(work, rows, {row.ground for row in rows.all(Finding)})
    open_ones = {row.id for row in told}
    for finding in rows.all(Finding):
        if finding.id not in open_ones:
            yield from (finding.text, finding.contrary)


def _released(rows: Rows, kind: str) -> set[UUID]:
    """The advices of which the person concerned gets or got a copy."""
    copied = any(row.advice_copied for row in rows.all(Hearing))
    if not copied or not (kind == SHARED or kind.startswith(DECISION)):
        return set()
    return {row.document_id for row in rows.all(Advice) if row.document_id}
