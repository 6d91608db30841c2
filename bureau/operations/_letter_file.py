"""A case as its letters read it: the rows, the day, and the findings that may be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bureau.errors import NotAllowed
from bureau.model import Assessment, Case, Decision, Finding, Hearing, Screening
from bureau.operations import _letter_limits, _rows
from bureau.operations._letter_limits import Held
from bureau.operations._rows import Rows
from bureau.rules import scope
from bureau.rules.dates import in_words
from bureau.rules.letters import LetterKind
from bureau.rules.phrases import phrase
from bureau.rules.schema import Texts
from bureau.rules.scope import Scope
from bureau.rules.vocabulary import Danger, Language
from bureau.work import Work

ARTICLES = ("de", "het", "the")
BORNE = (Danger.LESSER, Danger.SERIOUS)


@dataclass(frozen=True, slots=True)
class LetterFile:
    """Everything a letter of a case may draw on; `held` counts what it may not."""

    work: Work
    rows: Rows
    kind: LetterKind
    language: Language
    day: date
    told: tuple[Finding, ...]
    held: tuple[Held, ...]

    @property
    def case(self) -> Case:
        """The case itself."""
        return self.rows.case

    @property
    def screening(self) -> Screening:
        """What is screened; only a screening has letters."""
        found = self.rows.screening
        assert found is not None  # noqa: S101 - read() has looked
        return found

    @property
    def authority(self) -> str:
        """Who decides, with its article as a sentence wants it."""
        said = self.screening.authority
        english = self.language == Language.EN
        if english and said == self.scope.authority.nl:
            return f"the {self.scope.authority.en}"
        if said.split(" ", 1)[0].casefold() in ARTICLES:
            return said
        if english:
            return f"the {said}"
        neuter = said.casefold().startswith("college")
        return f"{'het' if neuter else 'de'} {said}"

    @property
    def scope(self) -> Scope:
        """The decision that is screened."""
        return scope.scope(self.screening.scope, self.screening.law_date)

    @property
    def decision(self) -> Decision | None:
        """The newest decision with the outcome of this letter."""
        wanted = self.kind.decides
        found = [row for row in self.rows.all(Decision) if row.outcome == wanted]
        return found[-1] if found else None

    @property
    def hearing(self) -> Hearing | None:
        """The newest intention."""
        found: Hearing | None = self.rows.last(Hearing)
        return found

    def say(self, texts: Texts) -> str:
        """The words in the language of the letter."""
        return texts.in_(self.language)

    def phrase(self, code: str, **values: object) -> str:
        """A sentence of the house in the language of the letter."""
        return self.say(phrase(f"letter.{code}", **values))

    def date(self, day: date) -> str:
        """A day in the words of the letter."""
        return self.say(in_words(day))


def read(work: Work, case: Case, kind: LetterKind, language: Language, day: date) -> LetterFile:
    """The stored facts of a screening; NotAllowed where nothing is screened or nobody applies."""
    rows = _rows.rows(work.session, case)
    screening = rows.screening
    if screening is None or screening.applicant_id is None:
        raise NotAllowed(
            "There is nobody to write to: no person concerned is recorded.",
            where={"guard": "applicant_recorded", "basis": "Awb 3:41"},
            hint="Record the party (betrokkene, R01), then choose it in the scope memo.",
        )
    carrying = {row.ground for row in rows.all(Assessment) if borne(row)}
    told, held = _letter_limits.sifted(work, rows, carrying)
    return LetterFile(work, rows, kind, language, day, told, held)


def borne(row: Assessment) -> bool:
    """Whether a decision can rest on this ground."""
    return row.present or row.danger in BORNE


def joined(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line for line in (one.strip() for one in lines) if line)
