"""The parts of what is told to a person about what a case holds: each as plain values."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import select

from bureau.model import (
    Answer,
    Decision,
    Document,
    Dossier,
    Entity,
    Finding,
    Hearing,
    Letter,
    Lookup,
    Questionnaire,
)
from bureau.model.letter import SENT
from bureau.operations import _letter_limits, _party_view, _person_judged
from bureau.operations._person_file import PersonFile
from bureau.rules.vocabulary import Track

Plain = dict[str, Any]


def _party(file: PersonFile) -> Plain:
    view = _party_view.view(file.work, file.case, file.subject)
    return {
        "name": view.label,
        "kind": view.kind.value,
        "facts": {name: file.out.clean(text) for name, text in view.facts},
        "identifiers": [{"scheme": row.scheme, "value": row.value} for row in view.identifiers],
        "roles": [{"role": row.role, **file.origin(row.origin)} for row in view.roles],
        "learnt": file.origin(view.origin),
    }


def _ties(file: PersonFile) -> list[Plain]:
    found = []
    for tie in _party_view.ties_of(file.work, file.case, file.subject):
        other = file.work.session.get_one(Entity, tie.other_id)
        found.append(
            {
                "kind": tie.kind.value,
                "other": file.out.name(other),
                "share": tie.share,
                "detail": file.out.clean(tie.detail),
                **file.origin(tie.origin),
            }
        )
    return found


def _deals(file: PersonFile) -> list[Plain]:
    view = _party_view.view(file.work, file.case, file.subject)
    return [
        {
            "kind": deal.kind,
            "on": deal.on,
            "amount": deal.amount.text() if deal.amount else None,
            "parties": [
                {"part": part, "name": _named(file, who, label)}
                for part, who, label in deal.parties
            ],
            **file.origin(deal.origin),
        }
        for deal in view.deals
    ]


def _named(file: PersonFile, who: Any, label: str) -> str:
    if who == file.subject.id:
        return label
    return file.out.name(file.work.session.get_one(Entity, who))


def _answers(file: PersonFile) -> list[Plain]:
    forms: list[Questionnaire] = file.rows.all(Questionnaire) if file.applicant else []
    answers: Iterator[Answer] = (row for form in forms for row in form.answers if row.text)
    return [
        {"question": row.question, "answer": file.out.clean(row.text), "status": row.status}
        for row in answers
    ]


def _lookups(file: PersonFile) -> list[Plain]:
    found = []
    row: Lookup
    for row in file.rows.all(Lookup):
        if row.subject_id != file.subject.id:
            continue
        if row.source_id in file.secret or row.register in file.registers:
            file.held["restricted_sources"] += 1
            continue
        found.append(
            {
                "register": row.register,
                "on": row.consulted_on.isoformat(),
                "question": file.out.clean(row.question),
                "basis": row.basis,
                "result": file.out.clean(row.result),
            }
        )
    return found


def _findings(file: PersonFile) -> list[Plain]:
    if not file.judged_openly:
        every: list[Finding] = file.rows.all(Finding)
        file.held["not_yet"] += len(every if file.applicant else _naming(file))
        return []
    if not file.applicant:
        return _mentions(file)
    grounds = {row.ground for row in file.rows.all(Finding)}
    told, held = _letter_limits.sifted(file.work, file.rows, grounds)
    file.held.update({each.limit.code: each.count for each in held})
    return [_finding(file, row) for row in told]


def _mentions(file: PersonFile) -> list[Plain]:
    """The findings that name somebody who did not apply."""
    grounds = {row.ground for row in file.rows.all(Finding)}
    told, _ = _letter_limits.sifted(file.work, file.rows, grounds)
    shown = {row.id for row in told}
    named = _naming(file)
    file.held["restricted"] += sum(row.id not in shown for row in named)
    return [_finding(file, row) for row in named if row.id in shown]


def _naming(file: PersonFile) -> list[Finding]:
    name = file.subject.label.casefold()
    every: list[Finding] = file.rows.all(Finding)
    return [row for row in every if name in (row.text + row.contrary).casefold()]


def _finding(file: PersonFile, row: Finding) -> Plain:
    return {
        "ground": row.ground,
        "text": file.out.clean(row.text),
        "against_it": file.out.clean(row.contrary),
    }


def _hearings(file: PersonFile) -> list[Plain]:
    rows: list[Hearing] = file.rows.all(Hearing) if file.applicant else []
    return [
        {
            "sent_on": row.sent_on.isoformat(),
            "intended": row.intended,
            "view": [
                {"text": file.out.clean(point.text), "answer": file.out.clean(point.answer)}
                for point in row.points
            ],
        }
        for row in rows
    ]


def _decisions(file: PersonFile) -> list[Plain]:
    rows: list[Decision] = file.rows.all(Decision) if file.applicant else []
    file.held["not_yet"] += sum(row.made_known_on is None for row in rows)
    return [
        {
            "on": row.decided_on.isoformat(),
            "outcome": row.holds,
            "reasons": file.out.clean(row.reasons),
        }
        for row in rows
        if row.made_known_on
    ]


def _letters(file: PersonFile) -> list[Plain]:
    rows: list[Letter] = file.rows.all(Letter) if file.applicant else []
    return [
        {"number": row.number, "kind": row.kind, "sent_on": _day(row.sent_on)}
        for row in rows
        if row.state == SENT
    ]


def _documents(file: PersonFile) -> list[Plain]:
    query = select(Document).where(Document.case_id == file.case.id).order_by(Document.added_at)
    found = []
    for row in file.work.session.scalars(query):
        if row.restricted:
            file.held["restricted_documents"] += 1
        elif file.applicant:
            added = row.added_at.date().isoformat()
            found.append({"title": file.out.clean(row.title), "added_on": added})
    return found


def _recipients(file: PersonFile) -> list[Plain]:
    """To whom a dossier of the case went (AVG 15(1)(c)); investigators are only counted."""
    query = select(Dossier).where(Dossier.case_id == file.case.id, Dossier.issued_at.is_not(None))
    found = []
    for row in file.work.session.scalars(query.order_by(Dossier.issued_at)):
        if row.track is Track.CRIMINAL:
            file.held["recipients"] += 1
        elif row.issued_at:
            day = row.issued_at.date().isoformat()
            found.append({"recipient": file.out.clean(row.recipient), "on": day})
    return found


def _day(value: Any) -> str | None:
    return value.isoformat() if value else None


PARTS: Mapping[str, Callable[[PersonFile], Any]] = {
    "party": _party,
    "ties": _ties,
    "deals": _deals,
    "answers": _answers,
    "lookups": _lookups,
    "findings": _findings,
    "grounds": _person_judged.grounds,
    "assessments": _person_judged.assessments,
    "hearings": _hearings,
    "decisions": _decisions,
    "letters": _letters,
    "documents": _documents,
    "recipients": _recipients,
}
