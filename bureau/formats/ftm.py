"""FollowTheMoney entities, one JSON object on each line; what is not used is counted and told."""

from dataclasses import dataclass, field

from bureau.errors import N_, Invalid
from bureau.formats.ftm_entities import FtmEntity, entity_of, party_record, reached_at
from bureau.formats.ftm_links import link_ties, payment_record
from bureau.formats.ftm_schemas import LINKS, THINGS
from bureau.formats.guard import PAYMENTS, Limits, shorten
from bureau.formats.json_lines import read_json_lines
from bureau.formats.party_values import Left, PartyFile, PartyRecord, TieRecord
from bureau.formats.values import PaymentRecord
from bureau.rules.vocabulary import EntityKind, TieKind

FORMAT = "ftm"
_UNUSED = N_("{count} entities of schema {name} were not taken in: Bureau keeps no such thing.")
_UNREAD = N_("{count} values of {name} were not taken over.")


@dataclass(slots=True)
class _Reading:
    """What was read so far; ties and payments wait until every party is known."""

    left: Left = field(default_factory=Left)
    seen: dict[str, int] = field(default_factory=dict)
    parties: dict[str, PartyRecord] = field(default_factory=dict)
    waiting: list[FtmEntity] = field(default_factory=list)
    ties: list[TieRecord] = field(default_factory=list)
    payments: list[PaymentRecord] = field(default_factory=list)


def read_ftm(content: bytes, limits: Limits = PAYMENTS) -> PartyFile:
    """Parties, ties and payments of one file; raises Invalid with the line."""
    reading = _Reading()
    for line, value in read_json_lines(content, limits):
        entity = entity_of(line, value)
        _check_new(reading, entity)
        if entity.schema in THINGS:
            _party(reading, entity)
        elif entity.schema not in LINKS and entity.schema != "Payment":
            reading.left.note(_UNUSED, shorten(entity.schema))
            continue
        reading.waiting.append(entity)
    for entity in reading.waiting:
        _link(reading, entity, limits)
    return PartyFile(
        FORMAT,
        tuple(reading.parties.values()),
        tuple(reading.ties),
        tuple(reading.payments),
        tuple(reading.left.warnings()),
    )


def _party(reading: _Reading, entity: FtmEntity) -> None:
    party = party_record(entity, THINGS[entity.schema])
    reading.parties[entity.id] = party
    if party.kind in (EntityKind.PERSON, EntityKind.COMPANY):
        for phone in reached_at(entity):
            reading.parties.setdefault(phone.ref, phone)
            reading.ties.append(TieRecord(party.where, TieKind.USES, party.ref, phone.ref))


def _check_new(reading: _Reading, entity: FtmEntity) -> None:
    earlier = reading.seen.setdefault(entity.id, entity.line)
    if earlier != entity.line:
        raise Invalid(
            "The id {id} on line {line} was already used on line {earlier}.",
            where={"line": entity.line},
            hint="Merge the statements about one entity before handing in the file.",
            id=shorten(entity.id),
            line=entity.line,
            earlier=earlier,
        )


def _link(reading: _Reading, entity: FtmEntity, limits: Limits) -> None:
    if entity.schema == "Payment":
        if payment := payment_record(entity, reading.parties, limits, reading.left):
            reading.payments.append(payment)
    else:
        reading.ties += link_ties(entity, reading.parties, reading.left)
    for name, values in entity.values.items():
        for _ in values:
            reading.left.note(_UNREAD, f"{entity.schema}.{shorten(name)}")
