"""The accounts that payments run between: found again by number, told apart where there is none."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from bureau.formats.payment_columns import PaymentColumns
from bureau.formats.values import PaymentRecord, StatementRecord
from bureau.model import Account, Entity
from bureau.model.base import new_ids
from bureau.model.entity import LABEL_LENGTH, folded
from bureau.operations._bulk import Lot
from bureau.operations._import_batch import Batch, fit, hashed
from bureau.rules.vocabulary import EntityKind

NUMBER_LENGTH = 60
NAME_LENGTH = 200
_ENTITY = (
    *("id", "version", "case_id", "kind", "label", "label_folded", "key", "note"),
    *("learnt_from_id", "credibility", "place_in_source"),
)
_ACCOUNT = ("id", "number", "holder_name", "bank")


class Party(NamedTuple):
    """One side of a payment: the key of its account and how that is called."""

    key: str
    number: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of each payment of a file, as marks, and the party that each mark means."""

    payers: Iterable[Hashable]
    payees: Iterable[Hashable]
    meant: Mapping[Hashable, Party]

    @property
    def parties(self) -> Iterable[Party]:
        """All parties, each once, in the order in which the file names them."""
        return self.meant.values()

    def ids(self, by_key: Mapping[str, str]) -> tuple[Iterable[str], Iterable[str]]:
        """Who paid and who was paid, given the id of each account by its key."""
        of = {mark: by_key[party.key] for mark, party in self.meant.items()}
        return map(of.__getitem__, self.payers), map(of.__getitem__, self.payees)


def sides_of(told: PaymentColumns) -> Sides:
    """The sides of payments; raises Invalid for a number or name that cannot be kept whole."""
    payers = list(zip(told.from_account, told.from_name, strict=True))
    payees = list(zip(told.to_account, told.to_name, strict=True))
    both = dict.fromkeys(chain.from_iterable(zip(payers, payees, strict=True)))
    meant: dict[Hashable, Party] = {}
    for number, name in both:
        if not 0 < len(number) <= NUMBER_LENGTH or len(name) > NAME_LENGTH:
            return _apart(told)
        meant[number, name] = Party(account_key(number), number, name, number)
    return Sides(payers, payees, meant)


def _apart(told: PaymentColumns) -> Sides:
    """The sides of payments of which some have no account number."""
    payers = [side(each, paying=True) for each in told]
    payees = [side(each, paying=False) for each in told]
    both = chain.from_iterable(zip(payers, payees, strict=True))
    return Sides(payers, payees, {party: party for party in both})


def side(record: PaymentRecord, *, paying: bool) -> Party:
    """One side of a payment; raises Invalid for a number or name that cannot be kept whole."""
    number, name, own = record.from_account, record.from_name, record.to_account
    if not paying:
        number, name, own = record.to_account, record.to_name, record.from_account
    fit(number, NUMBER_LENGTH, "account number", record.where)
    fit(name, NAME_LENGTH, "name of an account holder", record.where)
    if number:
        return Party(account_key(number), number, name, number)
    if name:
        # The same name on another statement may be somebody else: never more than one statement.
        label = f"unknown account of {name} (on statements of {own or '-'})"
        return Party(hashed("unknown", own, folded(name)), "", name, label)
    # Two keys, so that money in and money out never look like one counterparty.
    way = "payer" if paying else "payee"
    label = f"unknown {way} (on statements of {own or '-'})"
    return Party(hashed("unknown", own, way, ""), "", "", label)


def account_key(number: str) -> str:
    """What finds an account again by its number."""
    return f"account:{number}"


def owner(told: StatementRecord) -> Party:
    """The account that a statement is of."""
    fit(told.account, NUMBER_LENGTH, "account number", {"statement": told.number})
    return Party(account_key(told.account), told.account, "", told.account)


def accounts(batch: Batch, parties: Iterable[Party]) -> dict[str, str]:
    """The id of each account by its key; those that the case does not know are added."""
    by_key: dict[str, Party] = {}
    for party in parties:
        if not by_key.setdefault(party.key, party).name:
            by_key[party.key] = party
    known = batch.known(Account.key, Account.id, by_key)
    new = [party for key, party in by_key.items() if key not in known]
    ids = new_ids(len(new))
    facts = (batch.source.id.hex, batch.grade.credibility.value, "")
    case, kind = batch.case.id.hex, EntityKind.ACCOUNT.value
    entities = [
        (row_id, 1, case, kind, label, folded(label), party.key, "", *facts)
        for row_id, party in zip(ids, new, strict=True)
        for label in (party.label[:LABEL_LENGTH],)
    ]
    held = [(row_id, one.number, one.name, "") for row_id, one in zip(ids, new, strict=True)]
    batch.lots += [Lot(Entity, _ENTITY, entities), Lot(Account, _ACCOUNT, held)]
    found = {key: row_id.hex for key, row_id in known.items()}
    return found | {party.key: row_id for row_id, party in zip(ids, new, strict=True)}
