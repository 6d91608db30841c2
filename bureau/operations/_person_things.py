"""What is told to a person about records of money and things in which they take part."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from bureau.model import Company, Record, RecordParty
from bureau.operations._barred import barred_ids
from bureau.operations._person_file import PersonFile, Plain
from bureau.operations._record_view import RecordView, record_views, whole
from bureau.rules.record_values import FieldType, written
from bureau.rules.records import RecordField
from bureau.rules.schema import Texts

_YES, _NO = Texts("ja", "yes"), Texts("nee", "no")


def records(file: PersonFile) -> list[Plain]:
    """Each record in which the person takes part, or an account, a thing or a home of theirs.

    What names somebody protected stays back whole, and is counted.
    """
    own = {file.subject.id, *(each.id for each in file.own if not isinstance(each, Company))}
    mine = select(RecordParty.record_id).where(RecordParty.entity_id.in_(own))
    query = select(Record).where(Record.case_id == file.case.id, Record.id.in_(mine))
    rows = file.work.session.scalars(whole(query.order_by(Record.on, Record.key))).unique().all()
    hidden = barred_ids(file.work, file.case) - {str(each) for each in own} if rows else ()
    told = [row for row in rows if not _kept(file, row, hidden)]
    return [_record(file, view) for view in record_views(file.work, told)]


def _kept(file: PersonFile, row: Record, hidden: Any) -> bool:
    if any(str(each.entity_id) in hidden for each in row.parties):
        file.held["protected"] += 1
        return True
    return file.kept(row.learnt_from_id, row.said)


def _record(file: PersonFile, view: RecordView) -> Plain:
    return {
        "record": _both(view.row.name),
        "on": view.on,
        "time": view.time,
        "until": view.until_day.isoformat() if view.until_day else "",
        "amount": view.amount.text() if view.amount else None,
        "parties": [
            {"part": _both(role.text), "name": file.named(who, label)}
            for role, who, label in view.parties
        ],
        "says": [
            {"field": _both(field.text), "text": _said(file, field, value)}
            for field, value in view.fields
        ],
        "handling": _both(view.handling.name) if view.handling else view.handling_code,
        "withdrawn": file.out.clean(view.withdrawn),
        **file.origin(view.origin),
    }


def _said(file: PersonFile, field: RecordField, value: Any) -> str | Mapping[str, str]:
    """What a field says: a closed value in words, anything else without the names of others."""
    match field.type:
        case FieldType.YES_NO:
            return _both(_YES if value else _NO)
        case FieldType.CHOICE:
            return _both(field.word(value))
        case FieldType.CHOICES:
            words = [field.word(each) for each in value]
            return {name: ", ".join(_both(each)[name] for each in words) for name in ("nl", "en")}
    return file.out.clean(written(field.type, value))


def _both(text: Texts) -> dict[str, str]:
    return {"nl": text.nl, "en": text.en}
