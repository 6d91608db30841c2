"""What is told to a person about papers: letters sent, documents kept, who received what."""

from typing import Any

from sqlalchemy import select

from bureau.model import Document, Dossier, Letter, Source
from bureau.model.letter import SENT
from bureau.operations._person_file import PersonFile, Plain
from bureau.policy import Permission
from bureau.rules.vocabulary import Track


def letters(file: PersonFile) -> list[Plain]:
    """The letters that were sent: to the applicant as they read, to another where named."""
    rows: list[Letter] = [row for row in file.rows.all(Letter) if row.state == SENT]
    name = file.subject.label.casefold()
    return [
        {
            "number": row.number,
            "letter": row.kind,
            "title": file.out.clean(_subject(row)),
            "sent_on": row.sent_on.isoformat() if row.sent_on else None,
            "channel": row.channel,
            "text": file.out.clean(_words(row)) if file.applicant else "",
        }
        for row in rows
        if file.applicant or name in (_subject(row) + _words(row)).casefold()
    ]


def _subject(row: Letter) -> str:
    return str((row.content or {}).get("subject", row.subject))


def _words(row: Letter) -> str:
    """The text of a sent letter as it was printed."""
    blocks = (row.content or {}).get("text", ())
    return "\n\n".join("\n".join(block["lines"]) for block in blocks)


def documents(file: PersonFile) -> list[Plain]:
    """The documents: all of them for whoever applied, else those that tell of the person."""
    held = (row for row in file.near if isinstance(row, Document))
    found, about, secret = [], _speaking(file), _secret(file)
    for row in sorted(held, key=lambda each: each.added_at):
        if row.restricted or row.id in secret:
            # Of a document that whoever answers may not see, not even that there is one is told.
            known = row.id in secret or file.work.may(Permission.DOCUMENT_READ, row)
            file.held["restricted_documents"] += known
        elif file.applicant or row.id in about:
            found.append(
                {
                    "title": file.out.clean(row.title),
                    "document": row.kind,
                    "file": file.out.clean(row.filename),
                    "added_on": row.added_at.date().isoformat(),
                }
            )
    return found


def _secret(file: PersonFile) -> set[Any]:
    """The documents behind a tip or a register of records: their very title would tell."""
    sources = (row for row in file.near if isinstance(row, Source))
    return {row.document_id for row in sources if row.id in file.secret} - {None}


def _speaking(file: PersonFile) -> set[Any]:
    """The documents in which something about this person was learnt."""
    told = {source.id for source in file.view.sources}
    sources = (row for row in file.near if isinstance(row, Source))
    return {row.document_id for row in sources if row.id in told} - {None}


def recipients(file: PersonFile) -> list[Plain]:
    """To whom a dossier of the case went (AVG 15(1)(c)); investigators are only counted."""
    query = select(Dossier).where(Dossier.case_id == file.case.id, Dossier.issued_at.is_not(None))
    found = []
    for row in file.every(query.order_by(Dossier.issued_at)):
        if row.track is Track.CRIMINAL:
            file.held["recipients"] += 1
        elif row.issued_at:
            day = row.issued_at.date().isoformat()
            found.append({"recipient": file.out.clean(row.recipient), "on": day})
    return found
