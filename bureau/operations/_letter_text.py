"""The text that holds for a letter: the newest of the municipality, else that of the house."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import LetterTemplate
from bureau.rules import letter_text
from bureau.rules.letters import LetterKind
from bureau.rules.vocabulary import Language


@dataclass(frozen=True, slots=True)
class TextInUse:
    """The text that holds now for a letter in one language; version 0 is that of the house."""

    kind: LetterKind
    language: Language
    number: int
    own: bool
    subject: str
    body: str


def in_use(
    session: Session, organisation_id: UUID, kind: LetterKind, language: Language
) -> TextInUse:
    """The newest version of a text, or that of the house."""
    newest = next(iter(versions(session, organisation_id, kind.code, language)), None)
    if newest is None or newest.standard:
        number = newest.number if newest else 0
        words = (kind.subject.in_(language), kind.body.in_(language))
        return TextInUse(kind, language, number, False, *words)
    return TextInUse(kind, language, newest.number, True, newest.subject, newest.body)


def insist_fit(row: LetterKind, subject: str, body: str, empty: Iterable[str] = ()) -> None:
    """Refuse a text with a strange field or without one that must be told."""
    silent = set(empty)
    letter_text.insist_known(subject, row.fields, "subject")
    letter_text.insist_known(body, row.fields, "body")
    letter_text.insist_complete(body, (one for one in row.needed if one not in silent), "body")


def versions(
    session: Session, organisation_id: UUID, kind: str, language: Language
) -> list[LetterTemplate]:
    """Every version of a text, newest first."""
    query = select(LetterTemplate).where(
        LetterTemplate.organisation_id == organisation_id,
        LetterTemplate.kind == kind,
        LetterTemplate.language == language,
    )
    return list(session.scalars(query.order_by(LetterTemplate.number.desc())))
