"""The parts of what is told to a person about what a case holds: each as plain values."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bureau.model import (
    Answer,
    Decision,
    Entity,
    Finding,
    Hearing,
    Lookup,
    Objection,
    Questionnaire,
)
from bureau.operations import (
    _blackout,
    _form_names,
    _letter_limits,
    _person_judged,
    _person_looks,
    _person_money,
    _person_papers,
    _person_things,
    _person_tray,
    _person_work,
)
from bureau.operations._person_file import PersonFile
from bureau.rules.answers import table_of

Plain = dict[str, Any]
PARTICULARS = ("born", "address")


def _party(file: PersonFile) -> Plain:
    view = file.view
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
    for tie in file.view.ties:
        other = file.work.session.get_one(Entity, tie.other_id)
        found.append(
            {
                "kind": tie.kind.value,
                "outward": tie.outward,
                "other": file.out.name(other),
                "share": tie.share,
                "detail": file.out.clean(tie.detail),
                **file.origin(tie.origin),
            }
        )
    return found


def _deals(file: PersonFile) -> list[Plain]:
    view = file.view
    return [
        {
            "kind": deal.kind,
            "on": deal.on,
            "amount": deal.amount.text() if deal.amount else None,
            "parties": [
                {"part": part, "name": file.named(who, label)} for part, who, label in deal.parties
            ],
            **file.origin(deal.origin),
        }
        for deal in view.deals
    ]


def _answers(file: PersonFile) -> list[Plain]:
    forms: list[Questionnaire] = file.rows.all(Questionnaire) if file.applicant else []
    answers: Iterator[Answer] = (row for form in forms for row in form.answers if row.text)
    return [
        {"question": row.question, "answer": _answer(file, row.text), "status": row.status}
        for row in answers
    ]


def _answer(file: PersonFile, text: str) -> str:
    """An answer as it may be told; in a table the particulars of somebody else go with the name."""
    table = table_of(text)
    if table is None:
        return file.out.clean(text)
    rows = [
        {
            name: file.out.clean(cell) if isinstance(cell, str) else cell
            for name, cell in row.items()
        }
        for row in table
    ]
    for row in rows:
        if any(_blackout.REMOVED in str(row.get(name, "")) for name in _form_names.WHO):
            row.update({name: _blackout.REMOVED for name in PARTICULARS if row.get(name)})
    return json.dumps(rows, ensure_ascii=False)


def _lookups(file: PersonFile) -> list[Plain]:
    found = []
    row: Lookup
    for row in file.rows.all(Lookup):
        if row.subject_id != file.subject.id:
            continue
        if row.source_id in file.secret or row.register in file.registers:
            file.held["restricted_sources"] += 1
            continue
        if file.kept(None, row.question, row.result):
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
            "reasons": file.out.clean(row.reasons),
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
    told = {row.decision_id for row in file.rows.all(Objection) if row.made_known_on}
    return [
        {
            "on": row.decided_on.isoformat(),
            "outcome": row.holds if row.id in told else row.outcome,
            "reasons": file.out.clean(row.reasons),
            "conditions": [
                {
                    "text": file.out.clean(each.text),
                    "check_on": each.check_on.isoformat(),
                    "status": f"condition_{each.status}",
                    "result": file.out.clean(each.result),
                }
                for each in row.conditions
                if each.status != "waiting"  # it holds for nobody yet (Awb 3:40)
            ],
        }
        for row in rows
        if row.made_known_on
    ]


PARTS: Mapping[str, Callable[[PersonFile], Any]] = {
    "party": _party,
    "ties": _ties,
    "deals": _deals,
    "payments": _person_money.payments,
    "records": _person_things.records,
    "tray": _person_tray.tray,
    "figures": _person_money.figures,
    "financing": _person_money.financing,
    "answers": _answers,
    "lookups": _lookups,
    "indicators": _person_work.indicators,
    "leads": _person_work.leads,
    "findings": _findings,
    "grounds": _person_judged.grounds,
    "same_person": _person_judged.pairs,
    "assessments": _person_judged.assessments,
    "weighing": _person_work.weighing,
    "advice": _person_work.advice,
    "hearings": _hearings,
    "decisions": _decisions,
    "disputes": _person_work.disputes,
    "steps": _person_work.steps,
    "letters": _person_papers.letters,
    "documents": _person_papers.documents,
    "notes": _person_work.notes,
    "requests": _person_work.requests,
    "corrections": _person_work.corrections,
    "recipients": _person_papers.recipients,
    "looks": _person_looks.looks,
}
