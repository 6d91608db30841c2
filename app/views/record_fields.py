"""Between the form of a record and what it says, and the way through a long list of records."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from flask_wtf import FlaskForm

from app.forms.records import SAID, WHO
from bureau.errors import Invalid
from bureau.operations.records import RecordList, RecordTerms, RecordView
from bureau.rules.record_values import FieldType, written

PAGE = 50
# How a term of the table is called in the form.
TERMS = {"seconds": "time"}


def terms(form: FlaskForm) -> RecordTerms:
    """What the form says of a record."""
    given = {field.short_name: field.data for field in form}
    return RecordTerms(
        on=given.get("on"),
        time=(given.get("time") or "").strip(),
        until=given.get("until"),
        amount=(given.get("amount") or "").strip(),
        currency=given.get("currency") or "EUR",
        parties={
            name.removeprefix(WHO): UUID(value)
            for name, value in given.items()
            if name.startswith(WHO) and value
        },
        fields={
            name.removeprefix(SAID): value
            for name, value in given.items()
            if name.startswith(SAID) and value not in (None, "", [])
        },
        handling=given["handling"],
    )


def present(record: RecordView) -> dict[str, Any]:
    """The record as the form that corrects it begins."""
    several = FieldType.CHOICES
    return {
        "on": record.on_day,
        "time": record.time,
        "until": record.until_day,
        "amount": record.amount.text() if record.amount else "",
        "currency": record.amount.currency if record.amount else "EUR",
        **{WHO + role.name: str(party) for role, party, _ in record.parties},
        **{
            SAID + field.name: value if field.type is several else written(field.type, value)
            for field, value in record.fields
        },
        "handling": record.handling_code,
        "credibility": record.origin.credibility.value,
        "valid_from": record.origin.valid_from,
        "valid_to": record.origin.valid_to,
        "version": record.version,
    }


@contextmanager
def placed(form: FlaskForm) -> Iterator[None]:
    """Let what is refused inside name the field of the form, not that of the table."""
    try:
        yield
    except Invalid as refusal:
        name = str(refusal.where.get("field", ""))
        ways = (TERMS.get(name, name), WHO + name, SAID + name)
        refusal.where["field"] = next((each for each in ways if each in form), name)
        raise


def pages(found: RecordList, address: Callable[[int], str]) -> dict[str, Any]:
    """The way through a long list, for macros/page.html."""
    first = (found.page - 1) * PAGE + 1
    return {
        "first": first,
        "last": min(first + PAGE - 1, found.total),
        "total": found.total,
        "previous_url": address(found.page - 1) if found.page > 1 else "",
        "next_url": address(found.page + 1) if found.page < found.pages else "",
    }
