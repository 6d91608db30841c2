"""FollowTheMoney ties and payments between entities of the same file."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from bureau.errors import N_, TooLarge
from bureau.formats.amounts import check_currency, minor
from bureau.formats.days import iso_moment, partial_day
from bureau.formats.ftm_entities import FtmEntity
from bureau.formats.ftm_schemas import BELONGS, FREE, LINKS, LinkSchema
from bureau.formats.guard import Limits
from bureau.formats.party_values import Left, PartyRecord, TieRecord
from bureau.formats.values import PaymentRecord
from bureau.rules.things import THINGS
from bureau.rules.vocabulary import EntityKind, TieKind

DETAIL_LENGTH = 200
_ADRIFT = N_("{count} times {name} points to an entity that is not in the file.")
_LACKING = N_(
    "{count} payments were not taken in: they lack an account at one side, an amount, a currency "
    "or a day."
)
_PART = re.compile(r"(\d{1,12})/(\d{1,12})|(\d{1,3}(?:\.\d{1,6})?) ?%?", re.ASCII)
_WHOLE = 100
_USED = (EntityKind.PHONE, EntityKind.DEVICE, EntityKind.WALLET)
_MANAGED = (EntityKind.COMPANY, EntityKind.PROPERTY)


def link_ties(
    entity: FtmEntity, parties: Mapping[str, PartyRecord], left: Left
) -> Iterator[TieRecord]:
    """The ties that an entity tells of: itself, or where it is and to whom it belongs."""
    if entity.schema in LINKS:
        yield from _tie(entity, LINKS[entity.schema], parties, left)
        return
    me = parties[entity.id]
    lives = me.kind is EntityKind.PERSON
    for other in _known(entity, "addressEntity", parties, left):
        kind = TieKind.LIVES_AT if lives else TieKind.LOCATED_AT
        yield TieRecord(me.where, kind, me.ref, other)
    for name, kind in BELONGS.items():
        for other in _known(entity, name, parties, left):
            sort, detail = _fitting(kind, me.kind, name)
            yield TieRecord(me.where, sort, other, me.ref, detail)


def payment_record(
    entity: FtmEntity, parties: Mapping[str, PartyRecord], limits: Limits, left: Left
) -> PaymentRecord | None:
    """A payment between accounts of the file, by their ids; None where a part is lacking."""
    ends = [
        next(_known(entity, name, parties, left, EntityKind.ACCOUNT), "")
        for name in ("payerAccount", "beneficiaryAccount")
    ]
    amount, currency = entity.first("amount"), entity.first("currency")
    day = entity.first("date") or entity.first("startDate")
    if not (all(ends) and amount and currency and day):
        left.note(_LACKING)
        entity.values.clear()
        return None
    on, time = iso_moment(day, line=entity.line)
    return PaymentRecord(
        where={"line": entity.line},
        external_id=entity.first("transactionNumber"),
        on=on,
        time=time,
        amount_minor=minor(amount, currency, limits, line=entity.line),
        currency=check_currency(currency, line=entity.line),
        from_account=ends[0],
        to_account=ends[1],
        reference=entity.first("purpose"),
        kind=entity.first("programme")[:40],
        extra={"ftm": entity.id},
    )


def _known(
    entity: FtmEntity,
    name: str,
    parties: Mapping[str, PartyRecord],
    left: Left,
    kind: EntityKind | None = None,
) -> Iterator[str]:
    for other in entity.all(name):
        if other in parties and kind in (None, parties[other].kind):
            yield other
        else:
            left.note(_ADRIFT, f"{entity.schema}.{name}")


MOST_TIES = 2_500  # a link between a group of fifty and another


def _tie(
    entity: FtmEntity, schema: LinkSchema, parties: Mapping[str, PartyRecord], left: Left
) -> Iterator[TieRecord]:
    sides = (schema.source, schema.target)
    ends = [list(dict.fromkeys(_known(entity, name, parties, left))) for name in sides]
    if len(ends[0]) * len(ends[1]) > MOST_TIES:
        raise TooLarge(
            "Line {line} ties {count} pairs of parties; at most {limit} are read from one line.",
            where={"line": entity.line},
            hint="Write one link for each pair that is meant.",
            line=entity.line,
            count=len(ends[0]) * len(ends[1]),
            limit=MOST_TIES,
        )
    kind, detail = _kind(entity, schema)
    share, words = _share(entity.first("percentage"))
    period = _period(entity)
    amount = " ".join(filter(None, (entity.first("currency"), entity.first("amount"))))
    told = ", ".join(filter(None, (detail, words, *entity.all("summary"), amount)))
    if len(told) > DETAIL_LENGTH:
        left.note(N_("{count} descriptions were shortened to what fits beside a tie."))
        told = told[: DETAIL_LENGTH - 1] + "…"
    for source in ends[0]:
        for target in ends[1]:
            sort, word = _fitting(kind, parties[target].kind, kind)
            said = ", ".join(filter(None, (word, told)))[:DETAIL_LENGTH]
            yield TieRecord({"line": entity.line}, sort, source, target, said, share, *period)


def _fitting(kind: TieKind, to: EntityKind, word: str) -> tuple[TieKind, str]:
    """The kind of tie that can run to such a party, with the word of the file where it differs.

    Only things are used: who is said to use a company manages it.
    """
    if to is EntityKind.ACCOUNT and kind in (TieKind.OWNS, TieKind.USES):
        return TieKind.HOLDS_ACCOUNT, ""
    if kind is TieKind.OWNS and to in _USED:
        return TieKind.USES, ""
    if kind is not TieKind.USES or to in THINGS:
        return kind, ""
    return (TieKind.MANAGES if to in _MANAGED else TieKind.ASSOCIATES), word


def _kind(entity: FtmEntity, schema: LinkSchema) -> tuple[TieKind, str]:
    word = entity.first(schema.word)
    if entity.schema == FREE and word in {str(kind) for kind in TieKind}:
        return TieKind(word), ""
    return schema.kind, word


def _share(text: str) -> tuple[tuple[int, int] | None, str]:
    found = _PART.fullmatch(text)
    if found and found[3]:
        part = Fraction(found[3]) / _WHOLE
    elif found and int(found[2]):
        part = Fraction(int(found[1]), int(found[2]))
    else:
        return None, text
    return ((part.numerator, part.denominator), "") if 0 < part <= 1 else (None, text)


def _period(entity: FtmEntity) -> tuple[str, str]:
    since = entity.first("startDate") or entity.first("date")
    until = entity.first("endDate")
    return (
        partial_day(since, f"line {entity.line}: startDate"),
        partial_day(until, f"line {entity.line}: endDate"),
    )
