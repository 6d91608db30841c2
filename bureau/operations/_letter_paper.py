"""Composes one letter: the text, the facts of the case, what is kept out, and the paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bureau.model import Advice, Case, Letter
from bureau.operations import (
    _letter_address,
    _letter_file,
    _letter_limits,
    _letter_needs,
    _letter_text,
    _letter_values,
)
from bureau.operations._checks import fitting, said
from bureau.operations._letter_file import LetterFile
from bureau.operations._letter_limits import Held, Sealed
from bureau.operations._letter_text import TextInUse
from bureau.rules import letter_text, letters
from bureau.rules.letter_paper import Paper
from bureau.rules.letters import DECISION, LetterField, LetterKind
from bureau.rules.vocabulary import Language
from bureau.work import Work

SUBJECT_LENGTH, BODY_LENGTH, ADDRESS_LENGTH, ASKED_LENGTH = 300, 20_000, 500, 1_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What whoever writes asks of a letter; None is what the text and the case give."""

    language: Language = Language.NL
    subject: str | None = None
    body: str | None = None
    address: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """The words of one letter with its fields still between braces, and where it goes."""

    subject: str
    body: str
    address: str


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter as it would go out now, the text it comes from, and what was kept out of it.

    One that is about to go has beside it the files that it is `sealed` against.
    """

    kind: LetterKind
    number: int
    template: int
    written: Written
    asked: tuple[LetterField, ...]
    answers: Mapping[str, str]
    held: tuple[Held, ...]
    paper: Paper
    sealed: Sealed | None = None


def composed(
    work: Work,
    case: Case,
    kind: LetterKind,
    number: int,
    wanted: Wanted,
    draft: Letter | None,
    *,
    final: bool = False,
) -> Composed:
    """The letter for this case; NotAllowed or Invalid where it cannot be, or is not yet `final`."""
    file = _letter_file.read(work, case, kind, wanted.language, wanted.dated or work.today)
    answers = dict(wanted.answers) or dict(draft.answers if draft else {})
    _letter_needs.insist(file, answers if final else None)
    values = _letter_values.values(file, answers)
    now = _letter_text.in_use(work.session, case.organisation_id, kind, wanted.language)
    written = _written(file, wanted, draft, now, values)
    paper = _paper(file, number, written, values)
    _letter_limits.insist_unquoted(work, file.rows, kind.code, f"{paper.subject}\n{paper.text}")
    return Composed(
        kind=kind,
        number=number,
        template=draft.template if draft else now.number,
        written=written,
        asked=tuple(row for row in letters.fields(kind.fields, file.day) if row.asked),
        answers=answers,
        held=file.held if "facts" in kind.fields else (),
        paper=paper,
        sealed=_letter_limits.sealed(work, file.rows, kind.code) if final else None,
    )


def _written(
    file: LetterFile,
    wanted: Wanted,
    draft: Letter | None,
    now: TextInUse,
    values: Mapping[str, tuple[str, ...]],
) -> Written:
    """The words to go on with: those just typed, else the draft, else the text that holds."""
    silent = [code for code, lines in values.items() if not lines]
    kept = (draft.subject, draft.body, draft.address) if draft else (None, None, None)
    body = _first(wanted.body, kept[1], letter_text.without_empty(now.body, silent))
    found = Written(
        said(_first(wanted.subject, kept[0], now.subject), "subject", SUBJECT_LENGTH),
        said(body, "body", BODY_LENGTH),
        fitting(
            _first(wanted.address, kept[2], _letter_address.usual(file)), "address", ADDRESS_LENGTH
        ),
    )
    _letter_text.insist_fit(file.kind, found.subject, found.body, silent)
    return found


def _first(*choices: str | None) -> str:
    return next((one for one in choices if one is not None), "")


def _paper(
    file: LetterFile,
    number: int,
    written: Written,
    values: Mapping[str, tuple[str, ...]],
) -> Paper:
    listed = (row.code for row in letters.fields(file.kind.fields, file.day) if row.listed)
    decision = file.decision if file.kind.code.startswith(DECISION) else None
    applicant = file.screening.applicant
    return Paper(
        kind=file.kind.code,
        language=file.language,
        municipality=file.case.organisation.name,
        authority=file.authority,
        signer=decision.by.name if decision else _letter_values.officer(file),
        deputed=decision is None,
        recipient=applicant.label if applicant else "",
        address=tuple(line.strip() for line in written.address.splitlines() if line.strip()),
        reference=f"{file.case.reference}/{number}",
        dated=file.day,
        subject=letter_text.line_of(written.subject, values),
        blocks=letter_text.filled(written.body, values, listed),
        enclosures=_enclosures(file),
    )


def _enclosures(file: LetterFile) -> tuple[str, ...]:
    advised = any(row.received_on for row in file.rows.all(Advice))
    copied = file.hearing is not None and file.hearing.advice_copied
    if file.kind.code == "intention" and advised and copied:
        return (file.phrase("advice_enclosure"),)
    return ()
