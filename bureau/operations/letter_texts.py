"""The texts of letters as a municipality writes them: versions that follow each other."""

from dataclasses import dataclass

from bureau.errors import Invalid, NotFound
from bureau.model import LetterTemplate
from bureau.operations._checks import said
from bureau.operations._letter_text import TextInUse, in_use, insist_fit, versions
from bureau.policy import Permission
from bureau.rules import letter_text, letters
from bureau.rules.events import EventKind
from bureau.rules.letter_text import Block
from bureau.rules.letters import LetterField, LetterKind
from bureau.rules.vocabulary import Language
from bureau.work import Work

SUBJECT_LENGTH, BODY_LENGTH, REASON_LENGTH = 300, 20_000, 500


@dataclass(frozen=True, slots=True)
class TextPage:
    """A text with what may stand in it, its earlier versions, and how it reads with examples."""

    now: TextInUse
    fields: tuple[LetterField, ...]
    versions: tuple[LetterTemplate, ...]
    subject: str
    blocks: tuple[Block, ...]


def list_texts(work: Work) -> list[TextInUse]:
    """The texts of one's own municipality: each letter in each language."""
    work.require(Permission.LETTER_TEXT)
    own = work.actor.organisation_id
    found = [
        in_use(work.session, own, kind, language)
        for kind in letters.kinds().on(work.today)
        for language in Language
    ]
    work.record(EventKind.LETTER_TEXT_READ, "letter_texts", shown=len(found))
    return found


def read_text(
    work: Work,
    kind: str,
    language: str,
    subject: str | None = None,
    body: str | None = None,
) -> TextPage:
    """One text and how it reads with examples; with `subject` and `body`, how those would read.

    Raises Invalid for a field that this letter does not have, or lacks.
    """
    work.require(Permission.LETTER_TEXT)
    row, tongue = _named(work, kind, language)
    own = work.actor.organisation_id
    now = in_use(work.session, own, row, tongue)
    subject, body = (subject or now.subject), (body or now.body)
    insist_fit(row, subject, body)
    fields = letters.fields(row.fields, work.today)
    examples = letters.examples(row.fields, work.today, tongue)
    work.record(EventKind.LETTER_TEXT_READ, "letter_texts", letter=kind, language=tongue)
    return TextPage(
        now=now,
        fields=fields,
        versions=tuple(versions(work.session, own, kind, tongue)),
        subject=letter_text.line_of(subject, examples),
        blocks=letter_text.filled(body, examples, (one.code for one in fields if one.listed)),
    )


def write_text(
    work: Work, kind: str, language: str, version: int, subject: str, body: str, reason: str
) -> LetterTemplate:
    """Write a new version of a text; the earlier ones stay. `version` is that on the screen."""
    work.require(Permission.LETTER_TEXT)
    row, tongue = _named(work, kind, language)
    new = (said(subject, "subject", SUBJECT_LENGTH), said(body, "body", BODY_LENGTH))
    insist_fit(row, *new)
    now = in_use(work.session, work.actor.organisation_id, row, tongue)
    return _followed(work, now, version, new, reason, standard=False)


def reset_text(work: Work, kind: str, language: str, version: int, reason: str) -> LetterTemplate:
    """Go back to the text of the house, as a version of its own."""
    work.require(Permission.LETTER_TEXT)
    row, tongue = _named(work, kind, language)
    words = (row.subject.in_(tongue), row.body.in_(tongue))
    now = in_use(work.session, work.actor.organisation_id, row, tongue)
    return _followed(work, now, version, words, reason, standard=True)


def _named(work: Work, kind: str, language: str) -> tuple[LetterKind, Language]:
    """The letter and its language; raises NotFound where there is no such text."""
    if language not in tuple(Language):
        raise NotFound("There is nothing here that you may see.")
    return letters.kind(kind, work.today), Language(language)


def _followed(
    work: Work, now: TextInUse, version: int, words: tuple[str, str], reason: str, *, standard: bool
) -> LetterTemplate:
    if version != now.number:
        raise Invalid(
            "Somebody else wrote version {number} of this text meanwhile.",
            where={"field": "body"},
            hint="Open the text again and put your change into the newest version.",
            number=now.number,
        )
    made = LetterTemplate(
        organisation_id=work.actor.organisation_id,
        kind=now.kind.code,
        language=now.language,
        number=now.number + 1,
        subject=words[0],
        body=words[1],
        standard=standard,
        reason=said(reason, "reason", REASON_LENGTH),
        by_id=work.actor.id,
        at=work.now,
    )
    work.session.add(made)
    work.record(
        EventKind.LETTER_TEXT_CHANGED, made, letter=made.kind, number=made.number, standard=standard
    )
    return made
