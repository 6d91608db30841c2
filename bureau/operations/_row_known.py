"""The parties of a case as a file of rows names them: by number first, by name only where one."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.formats.accounts import account_text
from bureau.model import Entity, Identifier, Person
from bureau.model.entity import folded
from bureau.operations._import_batch import Batch, hashed
from bureau.operations._import_keys import protected_people
from bureau.rules import things
from bureau.rules.vocabulary import EntityKind


class Known:
    """What the case holds, looked up once, and what the file adds to it row by row."""

    def __init__(self, batch: Batch) -> None:
        session, case = batch.work.session, batch.case
        self._batch = batch
        self.kinds: dict[UUID, EntityKind] = {}
        self.labels: dict[UUID, str] = {}
        self.keys: dict[str, UUID] = {}
        self._numbers: dict[str, set[tuple[str, UUID]]] = defaultdict(set)
        self._held: set[tuple[UUID, str, str]] = set()
        self._named: dict[str, set[UUID]] = defaultdict(set)
        shielded = select(Person.id).where(Person.case_id == case.id, Person.protected.is_(True))
        hidden = set(session.scalars(shielded))
        self._protected = {bsn: one.id for bsn, one in protected_people(batch).items()}
        rows = select(Entity.id, Entity.kind, Entity.label, Entity.key)
        for key, kind, label, found in session.execute(rows.where(Entity.case_id == case.id)):
            self.add(key, kind, label, found, named=key not in hidden)
        numbers = select(Identifier.scheme, Identifier.value, Identifier.entity_id)
        for scheme, value, key in session.execute(numbers.where(Identifier.case_id == case.id)):
            self.number(scheme, value, key)

    def add(self, party: UUID, kind: EntityKind, label: str, key: str, *, named: bool) -> None:
        """A party; one that is shielded is never found by its name."""
        self.kinds[party], self.labels[party], self.keys[key] = kind, label, party
        if named:
            self._named[folded(label)].add(party)

    def number(self, scheme: str, value: str, party: UUID) -> None:
        """A number of a party; a BSN is shown masked, and finds only whom the case protects."""
        self._held.add((party, scheme, value))
        if scheme != "bsn":
            self._numbers[value].add((scheme, party))

    def has(self, party: UUID, scheme: str, value: str) -> bool:
        """Whether the party has this number already."""
        return (party, scheme, value) in self._held

    def numbered(self, scheme: str, value: str) -> UUID | None:
        """The party with this number, if there is one."""
        if scheme == "bsn":
            return self._protected.get(value)
        return next((party for kind, party in self._numbers[value] if kind == scheme), None)

    def find(self, text: str, kinds: tuple[EntityKind, ...], own_numbers: str = "") -> UUID:
        """The one party of these kinds that `text` means: a number, else the whole name.

        Raises Invalid where there is none or more than one. A name alone brings a warning.
        """
        fitting = [
            party for party in self._by_number(text, own_numbers) if self._fits(party, kinds)
        ]
        if not fitting:
            named = self._named[folded(text)]
            fitting = [party for party in named if self._fits(party, kinds)]
            if len(fitting) == 1 and self.kinds[fitting[0]] is not EntityKind.ACCOUNT:
                self._warn(text)
        if len(set(fitting)) != 1:
            raise _unclear(text, len(set(fitting)))
        return fitting[0]

    def _by_number(self, text: str, own_numbers: str) -> list[UUID]:
        account = self.keys.get(f"account:{account_text(text)}")
        own = self.keys.get(own_key(own_numbers, text)) if own_numbers else None
        written = {text, *(_written(scheme, text) for scheme in things.SCHEMES)}
        found = [party for each in written for _, party in self._numbers.get(each, ())]
        return [party for party in (account, own, *found) if party is not None]

    def _fits(self, party: UUID, kinds: tuple[EntityKind, ...]) -> bool:
        return self.kinds[party] in kinds

    def _warn(self, text: str) -> None:
        told = any(each.params.get("name") == text for each in self._batch.warnings)
        if not told:
            self._batch.warn(
                "{name} was found by its name alone: check that it is the same.", {}, name=text
            )


def own_key(mapping: str, text: str) -> str:
    """By what a party is found again whose number only the file itself knows."""
    return hashed("own", mapping.strip(), text.strip())


def _written(scheme: str, text: str) -> str:
    try:
        return things.number(scheme, text)
    except Invalid:
        return text


def _unclear(text: str, found: int) -> Invalid:
    if found:
        return Invalid(
            "{value} can be more than one party of this case.",
            hint="Write a number that only one of them has.",
            value=text[:60],
        )
    return Invalid(
        "This case has no party {value} that can stand here.",
        hint="Take in the parties first, or write the number or the whole name as the case has it.",
        value=text[:60],
    )
