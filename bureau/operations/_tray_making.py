"""From what waits in a tray to a fact, through the operation that records it by hand."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from bureau.model import Entity, Record, Tie
from bureau.operations import parties, records, ties
from bureau.operations._facts import Learnt
from bureau.operations._record_terms import RecordTerms
from bureau.operations._row_fields import TIE
from bureau.rules.things import THINGS
from bureau.rules.vocabulary import EntityKind, TieKind
from bureau.work import Work

Fact = Entity | Tie | Record
NUMBERS = "numbers"  # pairs of a scheme and a number, beside the fields of a party
_RECORDED: Mapping[EntityKind, Callable[..., Entity]] = {
    EntityKind.PERSON: parties.record_person,
    EntityKind.COMPANY: parties.record_company,
    EntityKind.PROPERTY: parties.record_property,
    EntityKind.ADDRESS: parties.record_address,
    EntityKind.ACCOUNT: parties.record_account,
}


def make(work: Work, case_id: UUID, makes: str, learnt: Learnt, said: Mapping[str, Any]) -> Fact:
    """The fact, recorded with all the checks of recording it by hand."""
    given = dict(said)
    if makes == TIE:
        return ties.record_tie(
            work,
            case_id,
            TieKind(given["kind"]),
            UUID(given["from"]),
            UUID(given["to"]),
            learnt=learnt,
            share=given.get("share", ""),
            detail=given.get("detail", ""),
        )
    if makes not in set(EntityKind):
        return records.add_record(work, case_id, makes, terms(given), learnt)
    return _party(work, case_id, EntityKind(makes), learnt, given)


def _party(
    work: Work, case_id: UUID, kind: EntityKind, learnt: Learnt, given: dict[str, Any]
) -> Entity:
    numbers = given.pop(NUMBERS, [])
    if kind in THINGS:
        made = parties.record_thing(work, case_id, learnt, kind, **given)
    else:
        made = _RECORDED[kind](work, case_id, learnt, **given)
    work.session.flush()
    for scheme, value in numbers:
        parties.add_identifier(work, case_id, made.id, scheme, value, learnt=learnt)
    return made


def terms(given: Mapping[str, Any]) -> RecordTerms:
    """What is said of a record, from plain values."""
    names = ("on", "until")
    days: dict[str, Any] = {n: date.fromisoformat(given[n]) for n in names if given.get(n)}
    who = {role: UUID(each) for role, each in given.get("parties", {}).items()}
    rest = ("time", "amount", "currency", "fields", "handling")
    return RecordTerms(**days, parties=who, **{name: given[name] for name in rest if name in given})


def plain(terms_: RecordTerms) -> dict[str, Any]:
    """What is said of a record, as plain values."""
    return {
        "on": terms_.on.isoformat() if terms_.on else "",
        "until": terms_.until.isoformat() if terms_.until else "",
        "time": terms_.time,
        "amount": terms_.amount,
        "currency": terms_.currency,
        "parties": {role: str(each) for role, each in terms_.parties.items()},
        "fields": dict(terms_.fields),
        "handling": terms_.handling,
    }


def words(fact: Fact) -> str:
    """The fact in a few words."""
    return ", ".join(part for part in _words(fact) if part)


def about(makes: str, said: Mapping[str, Any]) -> list[str]:
    """The ids of the parties of the case that it is about."""
    if makes == TIE:
        return [said["from"], said["to"]]
    return [*said.get("parties", {}).values()]


def _words(fact: Fact) -> Iterator[str]:
    match fact:
        case Entity():
            yield fact.label
        case Tie():
            yield f"{fact.from_entity.label} → {fact.to_entity.label}"
        case Record():
            yield fact.on.isoformat() if fact.on else ""
            yield from (each.entity.label for each in fact.parties)
