"""What a row of a file makes: a party, found again by number, or a tie between two of them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from bureau import keys
from bureau.errors import Invalid
from bureau.model import Entity, Identifier, Tie
from bureau.model.base import new_id
from bureau.operations import _party_fields
from bureau.operations._checks import fitting, one_of, said
from bureau.operations._import_batch import Batch, hashed
from bureau.operations._row_cells import RowCells
from bureau.operations._row_fields import OWN, TABLES, numbers
from bureau.operations._row_known import Known, own_key
from bureau.operations._shares import share as parsed_share
from bureau.operations._shares import tie_key
from bureau.operations.ties import DETAIL_LENGTH, ENDS
from bureau.rules import dates, identifiers, money, record_values
from bureau.rules.record_values import FieldType
from bureau.rules.things import THINGS
from bureau.rules.vocabulary import EntityKind, TieKind

Made = tuple[bool, UUID]  # whether the case did not hold it yet, and which party it is
_YES_NO, _COUNTS = ("protected",), ("square_metres", "staff")


def party(batch: Batch, known: Known, kind: EntityKind, name: str, cells: RowCells) -> Made:
    """Add the party of a row, or the numbers of one that the case knows by one of them already."""
    draft = _draft(kind, cells)
    told = _numbers(kind, cells)
    key, found = _found(batch, known, draft, told, name, cells)
    new = found is None
    if found is None:
        draft.id, draft.key = new_id(), key
        for column, value in facts(batch, cells).items():
            setattr(draft, column, value)
        batch.add(draft)
        found = draft.id
        known.add(found, kind, draft.label, key, named=not _shielded(draft))
    added = [_number(batch, known, found, each, cells) for each in told.items()]
    return new or any(added), found


def tie(batch: Batch, known: Known, cells: RowCells) -> tuple[Tie, str]:
    """The tie of a row, and what it is in words."""
    texts = cells.texts
    with cells.blamed("kind"):
        kind = TieKind(one_of(said(texts.get("kind", ""), "kind").lower(), "tie", tuple(TieKind)))
    ends = []
    for field, kinds in zip(("from", "to"), ENDS[kind], strict=True):
        with cells.blamed(field):
            text = said(texts.get(field, ""), field)
            ends.append(known.find(text, kinds, texts.get("own_numbers", "")))
    with cells.blamed("to"):
        if ends[0] == ends[1]:
            raise Invalid("A tie runs between two different parties.")
    with cells.blamed("share"):
        part = parsed_share(texts.get("share", ""))
    row = Tie(
        id=new_id(),
        kind=kind,
        from_id=ends[0],
        to_id=ends[1],
        detail=_detail(cells),
        share_numerator=part.numerator if part else None,
        share_denominator=part.denominator if part else None,
        **facts(batch, cells),
    )
    row.key = tie_key(row)
    return row, f"{known.labels[ends[0]]} → {known.labels[ends[1]]}"


def facts(batch: Batch, cells: RowCells) -> dict[str, Any]:
    """The columns of a fact of this row, with the period in which it holds."""
    with cells.blamed("valid_from"):
        told = batch.facts(f"line {cells.line}", cells.texts.get("valid_from", ""))
    with cells.blamed("valid_to"):
        until = dates.parse(cells.texts.get("valid_to", ""))
        if until.year and until.before(told["valid_from"]):
            raise Invalid("The period ends before it begins.", hint="Leave the end empty.")
    return {**told, "valid_to": until}


def _detail(cells: RowCells) -> str:
    with cells.blamed("detail"):
        return fitting(cells.texts.get("detail", ""), "detail", DETAIL_LENGTH)


def _draft(kind: EntityKind, cells: RowCells) -> Entity:
    table = TABLES[kind]
    draft = table()
    for field in _party_fields.FIELDS[table]:
        if field not in cells.texts and field not in ("family_name", "street", "number"):
            continue
        with cells.blamed(field):
            text = cells.texts.get(field, "")
            for name, value in _party_fields.checked(table, {field: _typed(field, text)}).items():
                setattr(draft, name, value)
    if not draft.label:
        draft.label = next((cells.texts[each] for each in numbers(kind) if each in cells.texts), "")
    draft.label = _party_fields.label(draft)
    with cells.blamed("label"):
        said(draft.label, "label")
    return draft


def _typed(field: str, text: str) -> Any:
    if field in _YES_NO:
        return _read(FieldType.YES_NO, text)
    if field in _COUNTS:
        return _read(FieldType.INTEGER, text)
    return money.parse(text).minor if field == "valuation_minor" else text


def _read(kind: FieldType, text: str) -> Any:
    problem, value = record_values.read(kind, text)
    if problem is not None:
        raise Invalid("{value} cannot stand here.", hint=problem, value=text[:40])
    return value


def _numbers(kind: EntityKind, cells: RowCells) -> dict[str, str]:
    told = {}
    for scheme in numbers(kind):
        if scheme in cells.texts:
            with cells.blamed(scheme):
                told[scheme] = _party_fields.SCHEMES[scheme](cells.texts[scheme], scheme)
    return told


def _shielded(draft: Entity) -> bool:
    return bool(getattr(draft, "protected", False))


def _found(
    batch: Batch,
    known: Known,
    draft: Entity,
    told: Mapping[str, str],
    name: str,
    cells: RowCells,
) -> tuple[str, UUID | None]:
    """By what the party of a row is found again, and the one that is there already."""
    key = _key(batch, draft, told, name, cells)
    numbered = {known.numbered(scheme, value) for scheme, value in told.items()} - {None}
    if len(numbered) > 1:
        with cells.blamed(next(iter(told))):
            raise Invalid(
                "The numbers of this row belong to different parties of the case.",
                hint="Correct the row, or the parties in the case.",
            )
    found = next(iter(numbered), None) or known.keys.get(key)
    if found is not None and known.kinds[found] is not draft.kind:
        with cells.blamed(next(iter(told), "")):
            raise Invalid("This number belongs to a party of another kind.", hint="Check the row.")
    return key, found


def _key(batch: Batch, draft: Entity, told: Mapping[str, str], name: str, cells: RowCells) -> str:
    if _shielded(draft):
        return hashed("row", batch.source.key, cells.line)
    if OWN in cells.texts:
        return own_key(name, cells.texts[OWN])
    return _numbered(draft, told) or hashed("row", batch.source.key, cells.line)


def _numbered(draft: Entity, told: Mapping[str, str]) -> str:
    """By what a party is found again in any file; nothing where only its name is known."""
    kind, first = EntityKind(draft.kind), next(iter(told.values()), "")
    if "bsn" in told:
        return f"person:bsn:{keys.blind(told['bsn'], 'identifier.bsn')[:40]}"
    if "brk" in told:
        return f"property:brk:{told['brk']}"
    if kind in (EntityKind.ACCOUNT, EntityKind.ADDRESS):
        return _party_fields.key(draft)
    if "kvk" in told or (first and kind in THINGS):
        return _party_fields.key(draft, first)
    return hashed(kind, *told.items()) if first else ""


def _number(
    batch: Batch, known: Known, found: UUID, number: tuple[str, str], cells: RowCells
) -> bool:
    scheme, value = number
    sealed = value if scheme == "bsn" else None
    shown = identifiers.mask_bsn(value) if sealed else value
    if known.has(found, scheme, shown):
        return False
    batch.add(
        Identifier(
            id=new_id(),
            entity_id=found,
            scheme=scheme,
            value=shown,
            sealed=sealed,
            **facts(batch, cells),
        )
    )
    known.number(scheme, shown, found)
    return True
