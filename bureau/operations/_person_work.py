"""What is told to a person about the work: indicators, leads, steps, notes, disputes."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.model import (
    Advice,
    Appeal,
    Correction,
    Hit,
    IndicatorAnswer,
    Move,
    Note,
    Objection,
    Payment,
    PersonRequest,
    Weighing,
)
from bureau.operations._barred import barred_ids
from bureau.operations._person_file import PersonFile, Plain
from bureau.rules.patterns import patterns
from bureau.rules.vocabulary import LeadJudgement

SETTLED = (LeadJudgement.EXPLAINED, LeadJudgement.REFUTED)


def indicators(file: PersonFile) -> list[Plain]:
    """The indicators as computed, with their inputs and what a person made of them."""
    rows: list[IndicatorAnswer] = file.rows.all(IndicatorAnswer) if file.applicant else []
    return [_indicator(file, row) for row in _told(file, rows) if not _kept(file, row)]


def _kept(file: PersonFile, row: IndicatorAnswer) -> bool:
    if row.code in file.helping:
        file.held["protected"] += 1
        return True
    return file.kept(None, row.explanation_nl, row.reason, *map(str, row.inputs.values()))


def _indicator(file: PersonFile, row: IndicatorAnswer) -> Plain:
    return {
        "indicator": row.code,
        "signal": f"signal_{row.signal}",
        "explanation": {
            "nl": file.out.clean(row.explanation_nl),
            "en": file.out.clean(row.explanation_en),
        },
        "inputs": [
            {"name": name, "value": file.out.clean(str(value))}
            for name, value in row.inputs.items()
        ],
        "status": f"indicator_{row.status}",
        "reason": file.out.clean(row.reason),
    }


def leads(file: PersonFile) -> list[Plain]:
    """The patterns in which the person or an account of theirs was found, once that is settled.

    A lead that may point at somebody who is used or forced is never told: whoever asks may be the
    one who does it. One that was not refuted or explained is still looked into (UAVG 41(1)(d)).
    """
    query = select(Hit).where(Hit.case_id == file.case.id).order_by(Hit.number)
    mine = {str(file.subject.id), *map(str, file.accounts)}
    rows: list[Hit] = [row for row in file.every(query) if not mine.isdisjoint(row.subjects)]
    hidden = barred_ids(file.work, file.case) - mine if rows else frozenset()
    quiet = {row.code for row in patterns().on(file.work.today) if row.victim_check}
    open_rows = [
        row for row in rows if row.pattern not in quiet and hidden.isdisjoint(row.subjects)
    ]
    settled = [row for row in open_rows if row.status in SETTLED]
    file.held["protected"] += len(rows) - len(open_rows)
    file.held["not_yet"] += len(open_rows) - len(settled)
    return [
        {
            "pattern": row.pattern,
            "from": row.window_from.isoformat(),
            "to": row.window_to.isoformat(),
            "status": row.status,
            "reason": file.out.clean(row.reason),
        }
        for row in _told(file, settled)
        if not file.kept(None, row.reason)
    ]


def weighing(file: PersonFile) -> list[Plain]:
    """How proportionality was weighed."""
    rows: list[Weighing] = file.rows.all(Weighing) if file.applicant else []
    names = ("interests", "lapse_of_time", "lesser_means", "conclusion")
    return [
        {name: file.out.clean(getattr(row, name)) for name in names}
        for row in _told(file, rows)
        if not file.kept(None, *(getattr(row, name) for name in names))
    ]


def advice(file: PersonFile) -> list[Plain]:
    """That the national bureau was asked (Wet Bibob 32), and its degrees once a copy was given."""
    rows: list[Advice] = file.rows.all(Advice) if file.applicant else []
    return [_advice(file, row) for row in rows]


def _advice(file: PersonFile, row: Advice) -> Plain:
    told: Plain = {
        "asked_on": row.asked_on.isoformat(),
        "extended_on": _day(row.extended_on),
        "received_on": _day(row.received_on),
    }
    if row.received_on and not file.judged_openly:
        file.held["not_yet"] += 1
    elif row.received_on:
        told |= {"danger_a": row.danger_a.value, "danger_b": row.danger_b.value}
    return told


def disputes(file: PersonFile) -> list[Plain]:
    """The objections and appeals, with what was decided on them."""
    lodged: list[Objection] = file.rows.all(Objection) if file.applicant else []
    appeals: list[Appeal] = file.rows.all(Appeal) if file.applicant else []
    return [
        *(
            {
                "received_on": row.received_on.isoformat(),
                "text": file.out.clean(row.grounds),
                "outcome": f"objection_{row.outcome}" if row.made_known_on else "",
                "reasons": file.out.clean(row.reasons) if row.made_known_on else "",
            }
            for row in lodged
        ),
        *(
            {
                "instance": f"instance_{row.instance}",
                "received_on": row.lodged_on.isoformat(),
                "outcome": f"judgment_{row.outcome}" if row.outcome else "",
                "reasons": file.out.clean(row.judgment),
            }
            for row in appeals
        ),
    ]


def steps(file: PersonFile) -> list[Plain]:
    """The steps of the procedure; their reasons once the judgement was shown."""
    rows: list[Move] = file.rows.all(Move) if file.applicant else []
    return [
        {
            "on": row.taken_on.isoformat(),
            "state": row.target,
            "reason": file.out.clean(row.reason) if _open(file, row.reason) else "",
        }
        for row in rows
    ]


def _open(file: PersonFile, text: str) -> bool:
    if not file.judged_openly:
        file.held["not_yet"] += 1
        return False
    return not file.kept(None, text)


def notes(file: PersonFile) -> list[Plain]:
    """The remarks in the case: all of them for whoever applied, else those about the person.

    About is whatever names the person, or is pinned to them, to a tie or to a payment of theirs.
    """
    query = select(Note).where(Note.case_id == file.case.id).order_by(Note.at, Note.id)
    name = file.subject.label.casefold()
    rows = [
        row
        for row in file.every(query)
        if file.applicant or name in row.text.casefold() or _pinned(file, row.about)
    ]
    quiet = [row.code for row in patterns().on(file.work.today) if row.victim_check]
    told = [row for row in rows if not any(code in row.text for code in quiet)]
    file.held["protected"] += len(rows) - len(told)
    return [
        {"on": row.at.date().isoformat(), "text": file.out.clean(row.text)}
        for row in _told(file, told)
        if not file.kept(None, row.text)
    ]


def _pinned(file: PersonFile, about: str) -> bool:
    """Whether a note is pinned to the person, to what is theirs, or to a tie or payment of it."""
    kind, _, rest = about.partition(":")
    if kind == "payment":
        paid = file.work.session.get(Payment, UUID(rest))
        return paid is not None and not file.accounts.isdisjoint((paid.from_id, paid.to_id))
    view = file.view
    mine = {file.subject.id, *(each.id for each in file.own), *(tie.id for tie in view.ties)}
    mine |= {deal.id for deal in view.deals}
    return not {str(each) for each in mine}.isdisjoint(about.split(":"))


def requests(file: PersonFile) -> list[Plain]:
    """What this person asked about data on them, and what was answered."""
    rows: list[PersonRequest] = file.rows.all(PersonRequest)
    return [
        {
            "request": row.kind,
            "received_on": row.received_on.isoformat(),
            "text": row.text,
            "due_on": row.due_on.isoformat(),
            "answered_on": _day(row.answered_on),
            "outcome": f"request_{row.outcome}" if row.outcome else "",
            "answer": file.out.clean(row.answer or ""),
        }
        for row in rows
        if row.entity_id == file.subject.id
    ]


def corrections(file: PersonFile) -> list[Plain]:
    """What was put right about this person and what is theirs."""
    mine = {file.subject.id, *(each.id for each in file.own)}
    rows: list[Correction] = file.rows.all(Correction)
    return [
        {
            "on": row.at.date().isoformat(),
            "before": file.out.clean(row.before),
            "after": file.out.clean(row.after),
            "reason": file.out.clean(row.reason),
        }
        for row in rows
        if row.subject_id in mine and not file.kept(None, row.before, row.after, row.reason)
    ]


def _told(file: PersonFile, rows: list[Any]) -> list[Any]:
    """The rows, once an intention showed the judgement; until then they are only counted."""
    if file.judged_openly:
        return rows
    file.held["not_yet"] += len(rows)
    return []


def _day(value: Any) -> str | None:
    return value.isoformat() if value else None
