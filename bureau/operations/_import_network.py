"""Storing a plain network: names become parties of the kind that their ties say.

The same name in another file of the same case is the same node.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from bureau.formats.values import EdgeRecord, NetworkFile
from bureau.model import Account, Address, Company, Entity, Person, Phone, Property, Tie
from bureau.model.base import new_id
from bureau.model.entity import LABEL_LENGTH
from bureau.operations._import_accounts import NUMBER_LENGTH, account_key
from bureau.operations._import_batch import Batch, fit, hashed, place
from bureau.operations._shares import tie_key
from bureau.rules.things import THINGS
from bureau.rules.vocabulary import EntityKind, TieKind

DETAIL_LENGTH = 200
_PERSON, _COMPANY, _PROPERTY = EntityKind.PERSON, EntityKind.COMPANY, EntityKind.PROPERTY
_ENDS: Mapping[TieKind, tuple[EntityKind, EntityKind]] = {
    TieKind.OWNS: (_PERSON, _COMPANY),
    TieKind.DIRECTS: (_PERSON, _COMPANY),
    TieKind.MANAGES: (_PERSON, _COMPANY),
    TieKind.EMPLOYS: (_COMPANY, _PERSON),
    TieKind.HOLDS_ACCOUNT: (_PERSON, EntityKind.ACCOUNT),
    TieKind.HOLDS_RIGHT: (_PERSON, _PROPERTY),
    TieKind.SOLD: (_PERSON, _PROPERTY),
    TieKind.BOUGHT: (_PERSON, _PROPERTY),
    TieKind.MORTGAGES: (_COMPANY, _PROPERTY),
    TieKind.LOCATED_AT: (_COMPANY, EntityKind.ADDRESS),
    TieKind.LIVES_AT: (_PERSON, EntityKind.ADDRESS),
    TieKind.PAYS: (EntityKind.ACCOUNT, EntityKind.ACCOUNT),
    TieKind.USES: (_PERSON, EntityKind.PHONE),
    TieKind.OPERATES_AT: (_COMPANY, EntityKind.ADDRESS),
}
# A name with several readings is what the firmest of them says. Anything may be said to be used.
_FIRMEST = (EntityKind.ACCOUNT, _PROPERTY, EntityKind.ADDRESS, _COMPANY, _PERSON, EntityKind.PHONE)
_Place = tuple[UUID, EntityKind]
_NOTE = "The file does not say what kind of party this is; it was taken from its ties."


def store_network(batch: Batch, file: NetworkFile) -> None:
    """Add the nodes and ties of `file` that the case does not hold yet."""
    kinds = _kinds(file.edges)
    nodes = _nodes(batch, kinds)
    drawn = {tie.key: tie for tie in (_tie(batch, edge, nodes) for edge in file.edges)}
    known = batch.known(Tie.key, Tie.id, drawn)
    new = [tie for key, tie in drawn.items() if key not in known]
    batch.stored += len(new)
    batch.duplicates += len(file.edges) - len(new)
    batch.rows.extend(new)


def _kinds(edges: Sequence[EdgeRecord]) -> dict[str, EntityKind]:
    told: dict[str, set[EntityKind]] = {}
    for edge in edges:
        ends = _ENDS.get(_tie_kind(edge), (None, None))
        for name, kind in zip((edge.source, edge.target), ends, strict=True):
            found = told.setdefault(fit(name, LABEL_LENGTH, "name", edge.where), set())
            found |= {kind} if kind else set()
    return {name: min(found or {_PERSON}, key=_FIRMEST.index) for name, found in told.items()}


def _tie_kind(edge: EdgeRecord) -> TieKind:
    try:
        return TieKind(edge.kind.lower())
    except ValueError:
        return TieKind.ASSOCIATES


def _nodes(batch: Batch, kinds: Mapping[str, EntityKind]) -> dict[str, _Place]:
    """Where each name stands in the case; a party that is there keeps the kind that it has."""
    keys = {name: _key(name, kind) for name, kind in kinds.items()}
    known = batch.known(Entity.key, Entity.id, keys.values())
    had = batch.known(Entity.key, Entity.kind, known)
    nodes: dict[str, _Place] = {}
    for name, kind in kinds.items():
        if keys[name] not in known:
            entity = _entity(kind, name)
            entity.id, entity.key, entity.label = new_id(), keys[name], name
            entity.note = _NOTE
            for column, value in batch.facts("").items():
                setattr(entity, column, value)
            batch.add(entity)
            known[entity.key] = entity.id
        nodes[name] = known[keys[name]], had.get(keys[name], kind)
    return nodes


def _key(name: str, kind: EntityKind) -> str:
    return account_key(name) if kind is EntityKind.ACCOUNT else hashed("node", name)


def _entity(kind: EntityKind, name: str) -> Entity:
    match kind:
        case EntityKind.ACCOUNT:
            return Account(number=fit(name, NUMBER_LENGTH, "account number", {"name": name[:40]}))
        case EntityKind.PROPERTY:
            return Property()
        case EntityKind.ADDRESS:
            return Address(street=name[:200])
        case EntityKind.COMPANY:
            return Company()
        case EntityKind.PHONE:
            return Phone()
        case _:
            return Person(family_name=name[:200])


def _tie(batch: Batch, edge: EdgeRecord, nodes: Mapping[str, _Place]) -> Tie:
    kind = _tie_kind(edge)
    (source, _), (target, to) = nodes[edge.source], nodes[edge.target]
    if kind is TieKind.USES and to not in THINGS:
        kind = TieKind.ASSOCIATES  # only things are used: the word of the file stands beside it
    stated = "" if kind.value == edge.kind.lower() else edge.kind
    weight = "" if edge.weight is None else f"weight {edge.weight:g}"
    detail = ", ".join(part for part in (stated, weight) if part)
    tie = Tie(
        id=new_id(),
        kind=kind,
        from_id=source,
        to_id=target,
        detail=fit(detail, DETAIL_LENGTH, "kind of tie", edge.where),
        **batch.facts(place(edge.where), edge.date),
    )
    tie.key = tie_key(tie)
    return tie
