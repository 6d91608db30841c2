"""A network as FollowTheMoney entities, one on each line; read back before it goes.

Certainty, sources and roles stand beside the properties: they are our judgement, no facts about
the entity, and whoever reads the file makes their own.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import sha256
from typing import Any

from bureau.errors import OutOfOrder
from bureau.formats.amounts import decimal_text
from bureau.formats.ftm import read_ftm
from bureau.formats.ftm_schemas import FREE, LINKS
from bureau.formats.guard import Limits
from bureau.formats.network import Edge, Network, Node, xml_text
from bureau.formats.values import PaymentRecord
from bureau.rules.vocabulary import EntityKind, TieKind

_OWN = Limits(size=1 << 31, elements=50_000_000, rows=50_000_000)
_FLOW = "pays:"  # payments taken together for a picture; here each is told by itself
_SCHEMAS = {
    EntityKind.PERSON: "Person",
    EntityKind.COMPANY: "Company",
    EntityKind.PROPERTY: "RealEstate",
    EntityKind.ADDRESS: "Address",
    EntityKind.ACCOUNT: "BankAccount",
    EntityKind.PHONE: "UserAccount",
    EntityKind.DEVICE: "UserAccount",
    EntityKind.VEHICLE: "Vehicle",
    EntityKind.WALLET: "CryptoWallet",
}
_PERSON, _COMPANY = EntityKind.PERSON, EntityKind.COMPANY
_WHO = (_PERSON, _COMPANY)
_OWNED = (_COMPANY, EntityKind.PROPERTY, EntityKind.VEHICLE)
# Between which kinds of party a schema may stand; any other tie is an UnknownLink with its word.
_BETWEEN: Mapping[str, tuple[tuple[EntityKind, ...], tuple[EntityKind, ...]]] = {
    "Ownership": (_WHO, _OWNED),
    "Directorship": (_WHO, (_COMPANY,)),
    "Representation": (_WHO, _WHO),
    "Employment": ((_COMPANY,), (_PERSON,)),
    "Family": ((_PERSON,), (_PERSON,)),
    "Associate": ((_PERSON,), (_PERSON,)),
    "Debt": (_WHO, _WHO),
}
_WHOLE, _PLACES = 100, 6


@dataclass(frozen=True, slots=True)
class Known:
    """What the case knows of a node: the id by which systems exchange it, and its properties."""

    id: str
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)


def write_ftm(
    network: Network, known: Mapping[str, Known], payments: Iterable[PaymentRecord] = ()
) -> bytes:
    """The network as lines in a fixed order; raises OutOfOrder where it does not read back."""
    told = [_thing(node, known[node.id]) for node in network.nodes]
    kinds = {node.id: node.kind for node in network.nodes}
    made: dict[str, int] = {}
    drawn = (edge for edge in network.edges if not edge.id.startswith(_FLOW))
    told += [_numbered(_link(edge, kinds, known), made) for edge in drawn]
    told += [_numbered(_payment(payment, known), made) for payment in payments]
    told.sort(key=lambda each: (each["schema"], each["id"]))
    content = "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in told).encode()
    if read_back(content) != told or not _same_size(content, network):
        raise OutOfOrder(
            "The network does not read back from FollowTheMoney as it was written.",
            where={"format": "ftm"},
            hint="Nothing was handed out; report this with the case reference.",
        )
    return content


def read_back(content: bytes) -> list[dict[str, Any]]:
    """The entities in a file, line by line."""
    return [json.loads(line) for line in content.decode().split("\n") if line]


def _same_size(content: bytes, network: Network) -> bool:
    if not network.nodes:
        return not content
    read = read_ftm(content, _OWN)
    drawn = sum(not edge.id.startswith(_FLOW) for edge in network.edges)
    return (len(read.parties), len(read.ties)) == (len(network.nodes), drawn)


def _thing(node: Node, known: Known) -> dict[str, Any]:
    values = {"name": [node.label], **{key: list(found) for key, found in known.values.items()}}
    if node.kind is EntityKind.ADDRESS:
        values["full"] = values.pop("name")
    if node.kind in (EntityKind.PHONE, EntityKind.DEVICE):
        values["service"] = [str(node.kind)]
    beside = {"roles": node.attributes["roles"]} if "roles" in node.attributes else {}
    return _entity(known.id, _SCHEMAS[node.kind], values, beside)


def _entity(
    name: str, schema: str, values: Mapping[str, Sequence[str]], beside: Mapping[str, Any]
) -> dict[str, Any]:
    cleaned = {
        key: kept
        for key, found in sorted(values.items())
        if (kept := [text for each in found if (text := _plain(each))])
    }
    return {"id": name, "schema": schema, "properties": cleaned, **beside}


def _plain(text: str) -> str:
    return " ".join(xml_text(text).split())


def _numbered(entity: dict[str, Any], made: dict[str, int]) -> dict[str, Any]:
    """Give a tie its id: made of what it says, so that equal cases give equal files."""
    said = json.dumps([entity["schema"], entity["properties"]], ensure_ascii=True)
    made[said] = made.get(said, 0) + 1
    entity["id"] = sha256(f"{said}{made[said]}".encode()).hexdigest()[:40]
    return entity


def _link(
    edge: Edge, kinds: Mapping[str, EntityKind], known: Mapping[str, Known]
) -> dict[str, Any]:
    schema = _schema(edge, kinds[edge.source], kinds[edge.target])
    link = LINKS[schema]
    values: dict[str, list[str]] = {
        link.source: [known[edge.source].id],
        link.target: [known[edge.target].id],
        "startDate": [edge.on],
        "endDate": [edge.until],
    }
    detail, share = str(edge.attributes.get("detail", "")), str(edge.attributes.get("share", ""))
    money = " ".join(str(edge.attributes.get(name, "")) for name in ("currency", "amount")).strip()
    if schema == "Ownership":
        values |= {"percentage": [_percent(share)]}
        share = ""
    if schema == FREE:
        values |= {"role": [str(edge.kind)]}
    words = [detail, f"aandeel {share}" if share else "", money]
    values["summary" if schema == FREE else link.word] = [", ".join(filter(None, words))]
    beside = {
        "certainty": str(edge.certainty),
        "sources": str(edge.attributes.get("sources", "")),
    }
    return _entity("", schema, values, beside)


def _schema(edge: Edge, source: EntityKind, target: EntityKind) -> str:
    if edge.kind == TieKind.HOLDS_ACCOUNT and source in _WHO and target is EntityKind.ACCOUNT:
        return "Ownership"
    for schema, (sources, targets) in _BETWEEN.items():
        if LINKS[schema].kind == edge.kind and source in sources and target in targets:
            return schema
    return FREE


def _percent(share: str) -> str:
    if not share:
        return ""
    part = Fraction(share) * _WHOLE
    exact = part * 10**_PLACES
    if exact.denominator != 1:
        return share
    return f"{int(exact) / 10**_PLACES:.6f}".rstrip("0").rstrip(".")


def _payment(payment: PaymentRecord, known: Mapping[str, Known]) -> dict[str, Any]:
    values = {
        "payerAccount": [known[payment.from_account].id],
        "beneficiaryAccount": [known[payment.to_account].id],
        "amount": [decimal_text(payment.amount_minor, payment.currency)],
        "currency": [payment.currency],
        "date": [f"{payment.on}T{payment.time}" if payment.time else payment.on],
        "purpose": [payment.reference],
        "programme": [payment.kind],
        "transactionNumber": [payment.external_id],
    }
    return _entity("", "Payment", values, {})
