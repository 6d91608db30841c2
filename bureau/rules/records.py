"""What may be recorded of money and things: for each kind its parties, amount and fields."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from bureau.errors import N_, Invalid
from bureau.rules import record_values
from bureau.rules.record_values import FieldType
from bureau.rules.tables import NO_TEXTS, Row, Table, Texts, table
from bureau.rules.vocabulary import EntityKind, RecordKind

_DAY = 24 * 60 * 60
_MOST = 10**15  # minor units: what a column of whole numbers and every sum can carry


class Asked(StrEnum):
    """Whether something is asked with a kind of record."""

    NEEDED = "needed"
    MAY = "may"
    NO = "no"


class RecordGroup(StrEnum):
    """Kinds of record that belong together on a page."""

    CASH = "cash"
    BUSINESS = "business"
    TRADE = "trade"
    PEOPLE = "people"
    SEEN = "seen"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class RecordRole:
    """In which role a party takes part, and what kinds of party can."""

    name: str
    text: Texts
    kinds: tuple[EntityKind, ...]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a closed list, in words."""

    code: str
    text: Texts


@dataclass(frozen=True, slots=True)
class RecordField:
    """Something else that is said with a record; `choices` closes the list of values."""

    name: str
    text: Texts
    type: FieldType
    required: bool = False
    help: Texts = NO_TEXTS
    choices: tuple[Choice, ...] = ()

    def word(self, code: str) -> Texts:
        """A chosen value in words; itself where the list does not know it any more."""
        found = next((each.text for each in self.choices if each.code == code), None)
        return found or Texts(code, code)


Part = TypeVar("Part", RecordRole, RecordField)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow(Row):
    """A kind of record; `timed` ones may say the moment of the day beside the day.

    The day of a kind that needs one is past, unless it may lie `ahead`.
    """

    group: RecordGroup
    name: Texts
    help: Texts
    on: Asked = Asked.NEEDED
    until: Asked = Asked.NO
    timed: bool = False
    ahead: bool = False
    amount: Asked = Asked.NO
    amount_text: Texts = NO_TEXTS
    roles: tuple[RecordRole, ...] = ()
    fields: tuple[RecordField, ...] = ()

    @property
    def kind(self) -> RecordKind:
        """The kind that the code names."""
        return RecordKind(self.code)

    def role(self, name: str) -> RecordRole:
        """The role of that name; raises Invalid, naming the ones there are."""
        return _named(self, self.roles, name)

    def field(self, name: str) -> RecordField:
        """The field of that name; raises Invalid, naming the ones there are."""
        return _named(self, self.fields, name)


def _named(row: RecordRow, among: tuple[Part, ...], name: str) -> Part:
    found = next((each for each in among if each.name == name), None)
    if found is None:
        raise Invalid(
            "{kind} has no {name}.",
            where={"kind": row.code, "field": name[:40]},
            hint="Known: {names}.",
            kind=row.name,
            name=name[:40],
            names=", ".join(each.name for each in among) or "-",
        )
    return found


def record_kinds() -> Table[RecordRow]:
    """Every kind of record, group after group."""
    return table("records", RecordRow)


def record_kind(kind: RecordKind | str) -> RecordRow:
    """What a kind of record asks; raises Invalid, naming the kinds there are."""
    rows = record_kinds()
    found = next((row for row in rows if row.code == kind), None)
    if found is None:
        raise Invalid(
            "{value} is no kind of record.",
            where={"kind": str(kind)[:40], "field": "kind"},
            hint="Choose one of: {names}.",
            value=str(kind)[:40] or "-",
            names=", ".join(rows.codes()),
        )
    return found


def check_parties(row: RecordRow, parties: Iterable[tuple[str, EntityKind]]) -> None:
    """Raises Invalid for a role unknown or filled twice, a kind that cannot, a role left open."""
    filled: set[str] = set()
    for name, kind in parties:
        role = row.role(name)
        if name in filled:
            raise _wrong(row, role, N_("The {part} of {kind} is named twice."), N_("Name one."))
        if kind not in role.kinds:
            message = N_("The {part} of {kind} cannot be a {found}.")
            names = ", ".join(role.kinds)
            raise _wrong(row, role, message, N_("Choose one of: {names}."), found=kind, names=names)
        filled.add(name)
    for role in row.roles:
        if role.required and role.name not in filled:
            raise _needed(row, role)


def check_terms(
    row: RecordRow,
    on: date | None,
    until: date | None,
    seconds: int | None,
    amount_minor: int | None,
) -> None:
    """Raises Invalid for a day, a moment or an amount that is missing, not asked or impossible."""
    for name, asked, value in (
        ("on", row.on, on),
        ("until", row.until, until),
        ("seconds", Asked.MAY if row.timed else Asked.NO, seconds),
        ("amount", row.amount, amount_minor),
    ):
        _check_asked(row, _term(name), asked, value)
    if on and until and until < on:
        message = N_("The {part} of {kind} lies before its first day.")
        hint = N_("Give a day from {day} on.")
        raise _wrong(row, _term("until"), message, hint, day=on.isoformat())
    wrong = N_("The {part} of {kind} cannot be.")
    if seconds is not None and not 0 <= seconds < _DAY:
        raise _wrong(row, _term("seconds"), wrong, N_("Write it as 14:30 or 14:30:05."))
    if amount_minor is not None and not 0 <= amount_minor <= _MOST:
        raise _wrong(row, _term("amount"), wrong, N_("Give an amount of zero or more."))


def checked_fields(row: RecordRow, given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as they are kept, in the order of the table; what is empty is left out.

    Texts of a form and typed values of a file are both taken. Raises Invalid naming kind and
    field for one that is unknown, missing or cannot be read.
    """
    for name in given:
        row.field(name)
    kept: dict[str, Any] = {}
    for field in row.fields:
        value = given.get(field.name)
        if value in (None, "", [], (), {}):
            if field.required:
                raise _needed(row, field)
            continue
        codes = tuple(choice.code for choice in field.choices)
        problem, found = record_values.read(field.type, value, codes)
        if problem is not None:
            raise _wrong(
                row, field, N_("The {part} of {kind} cannot be {value}."), problem,
                value=str(value)[:40], names=", ".join(codes),
            )  # fmt: skip
        if found is not None:
            kept[field.name] = found
    return kept


TERMS: Mapping[str, Texts] = {
    "on": Texts("datum", "date"),
    "until": Texts("laatste dag", "last day"),
    "seconds": Texts("tijdstip", "time of day"),
    "amount": Texts("bedrag", "amount"),
}


def _term(name: str) -> RecordField:
    return RecordField(name, TERMS[name], FieldType.TEXT)


def _check_asked(row: RecordRow, term: RecordField, asked: Asked, value: object) -> None:
    if value is None and asked is Asked.NEEDED:
        raise _needed(row, term)
    if value is not None and asked is Asked.NO:
        raise _wrong(row, term, N_("{kind} has no {part}."), N_("Leave it open."))


def _needed(row: RecordRow, part: RecordRole | RecordField) -> Invalid:
    return _wrong(row, part, N_("{kind} needs: {part}."), N_("Fill it in; nothing was stored."))


def _wrong(
    row: RecordRow, part: RecordRole | RecordField, message: str, hint: str, **params: object
) -> Invalid:
    return Invalid(
        message,
        where={"kind": row.code, "field": part.name},
        hint=hint,
        part=part.text,
        kind=row.name,
        **params,
    )
