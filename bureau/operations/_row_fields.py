"""What a mapping of rows may name: the fields of each kind of party, of a tie and of a record."""

from collections.abc import Mapping
from dataclasses import dataclass

from bureau.errors import Invalid
from bureau.model import Account, Address, Company, Entity, Person, Property
from bureau.operations import _party_fields
from bureau.operations._checks import one_of
from bureau.operations.parties import MADE
from bureau.rules.records import Asked, RecordRow, record_kind, record_kinds
from bureau.rules.things import THINGS, fitting_schemes
from bureau.rules.vocabulary import EntityKind

TIE = "tie"
TABLES: Mapping[EntityKind, type[Entity]] = {
    EntityKind.PERSON: Person,
    EntityKind.COMPANY: Company,
    EntityKind.PROPERTY: Property,
    EntityKind.ADDRESS: Address,
    EntityKind.ACCOUNT: Account,
    **MADE,
}
OWN = "own"  # the number by which the file itself knows a party
PERIOD = ("valid_from", "valid_to")
_NUMBERS: Mapping[EntityKind, tuple[str, ...]] = {
    EntityKind.PERSON: ("bsn", "foreign"),
    EntityKind.COMPANY: ("kvk", "rsin", "vestiging", "foreign"),
    EntityKind.PROPERTY: ("brk", "bag"),
    EntityKind.ADDRESS: ("bag",),
    EntityKind.ACCOUNT: (),
    **{kind: fitting_schemes(kind) for kind in THINGS},
}
_NEEDED: Mapping[EntityKind, tuple[str, ...]] = {
    EntityKind.PERSON: ("family_name",),
    EntityKind.COMPANY: ("label",),
    EntityKind.PROPERTY: ("label",),
    EntityKind.ADDRESS: ("street",),
    EntityKind.ACCOUNT: ("number",),
}
_TIE_FIELDS = ("from", "to", "kind", "share", "detail", "own_numbers")


@dataclass(frozen=True, slots=True)
class RowFields:
    """The fields that a mapping may name, and those that it must."""

    names: tuple[str, ...]
    needed: tuple[str, ...]


def made_kinds() -> tuple[str, ...]:
    """All that a row can make: kinds of party, a tie, kinds of record."""
    return (*map(str, TABLES), TIE, *record_kinds().codes())


def row_fields(makes: str) -> RowFields:
    """The fields of what a row makes; raises Invalid, naming what there is, for anything else."""
    if makes == TIE:
        return RowFields((*_TIE_FIELDS, *PERIOD), ("from", "to", "kind"))
    if makes in TABLES:
        kind = EntityKind(makes)
        names = (*_party_fields.FIELDS[TABLES[kind]], *numbers(kind), OWN, *PERIOD)
        return RowFields(names, _NEEDED.get(kind, ()))
    return _record_fields(record_kind(one_of(makes, "makes", made_kinds())))


def numbers(kind: EntityKind) -> tuple[str, ...]:
    """The numbers by which registers know such a party, the firmest first."""
    return _NUMBERS[kind]


def check_header(columns: Mapping[str, str], header: tuple[str, ...], constant: str) -> None:
    """Raises Invalid where a mapping names a column that the file does not have."""
    for field, column in columns.items():
        if not column.startswith(constant) and column not in header:
            raise Invalid(
                "The file has no column {column}, which the mapping names for {field}.",
                where={"line": 1, "column": column[:40]},
                hint="Choose another mapping, or change it. The file has: {names}.",
                names=", ".join(name[:40] for name in header),
                column=column[:40],
                field=field,
            )


def _record_fields(row: RecordRow) -> RowFields:
    terms = [
        *(("on",) if row.on is not Asked.NO else ()),
        *(("time",) if row.timed else ()),
        *(("until",) if row.until is not Asked.NO else ()),
        *(("amount", "currency") if row.amount is not Asked.NO else ()),
    ]
    needed = [
        *(("on",) if row.on is Asked.NEEDED else ()),
        *(("until",) if row.until is Asked.NEEDED else ()),
        *(("amount",) if row.amount is Asked.NEEDED else ()),
        *(role.name for role in row.roles if role.required),
        *(field.name for field in row.fields if field.required),
    ]
    told = (*(role.name for role in row.roles), *(field.name for field in row.fields))
    extra = tuple(name for name in ("handling", "own_numbers", *PERIOD) if name not in told)
    return RowFields((*terms, *told, *extra), tuple(needed))
