"""The register of evidence and its custody as CASE and UCO, for the programs of investigators.

CASE (caseontology.org) 1.4 on UCO 1.4, as JSON-LD; it keeps the shapes of 1.5 too. Identifiers are
made of what the register says, so that the same dossier gives the same file; they resolve nowhere.
"""

import json
from collections.abc import Sequence
from datetime import UTC
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from reports.values.cover import Cover
from reports.values.evidence import Evidence, Transfer

_UCO, _CASE = (
    "https://ontology.unifiedcyberontology.org/uco",
    "https://ontology.caseontology.org/case",
)
CONTEXT = {
    "kb": "urn:bureau:",
    "case-investigation": f"{_CASE}/investigation/",
    **{f"uco-{part}": f"{_UCO}/{part}/"
       for part in ("action", "core", "identity", "observable", "types")},
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
Thing = dict[str, Any]


def case_jsonld(
    cover: Cover,
    register: Sequence[Evidence],
    transfers: Sequence[Transfer],
    files: dict[int, str],
) -> bytes:
    """The evidence with its digests, and each hand-over as an action with giver and taker."""
    things = [_exhibit(cover, one, files) for one in register]
    things += [_file(cover, one, files) for one in register]
    things += [_action(cover, number, one) for number, one in enumerate(transfers, 1)]
    people = {name for one in transfers for name in (one.giver, one.taker)}
    things += [_person(cover, name) for name in sorted(people)]
    known = [{"@id": thing["@id"]} for thing in things]
    whole = _thing(cover, "case-investigation:Investigation", cover.dossier_id)
    whole |= {"uco-core:name": cover.case_reference, "uco-core:object": known}
    content = {"@context": CONTEXT, "@graph": [whole, *things]}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _thing(cover: Cover, kind: str, of: object) -> Thing:
    name = uuid5(NAMESPACE_URL, f"{cover.dossier_id}/{kind}/{of}")
    return {"@id": f"kb:{kind.partition(':')[2].lower()}-{name}", "@type": kind}


def _exhibit(cover: Cover, one: Evidence, files: dict[int, str]) -> Thing:
    said = f"{one.kind}; {one.origin}; {one.power}; {one.obtained_on.isoformat()}"
    return _thing(cover, "case-investigation:ProvenanceRecord", one.number) | {
        "case-investigation:exhibitNumber": one.evidence_id,
        "uco-core:name": one.title,
        "uco-core:description": said,
        "uco-core:object": [{"@id": _file(cover, one, files)["@id"]}],
    }


def _file(cover: Cover, one: Evidence, files: dict[int, str]) -> Thing:
    facets: list[Thing] = []
    if name := files.get(one.number):
        facet = _thing(cover, "uco-observable:FileFacet", one.number)
        facets.append(facet | {"uco-observable:fileName": name})
    if one.sha256:
        facet = _thing(cover, "uco-observable:ContentDataFacet", one.number)
        facets.append(facet | {"uco-observable:hash": [_digest(cover, one)]})
    return _thing(cover, "uco-observable:File", one.number) | {"uco-core:hasFacet": facets}


def _digest(cover: Cover, one: Evidence) -> Thing:
    return _thing(cover, "uco-types:Hash", one.number) | {
        "uco-types:hashMethod": "SHA256",
        "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": one.sha256},
    }


def _action(cover: Cover, number: int, one: Transfer) -> Thing:
    moment = {"@type": "xsd:dateTime", "@value": one.at.astimezone(UTC).isoformat()}
    exhibits = [_thing(cover, "case-investigation:ProvenanceRecord", s) for s in one.sources]
    return _thing(cover, "case-investigation:InvestigativeAction", number) | {
        "uco-core:name": "transfer",
        "uco-core:description": one.reason,
        "uco-action:startTime": moment,
        "uco-action:performer": {"@id": _person(cover, one.taker)["@id"]},
        "uco-action:participant": [{"@id": _person(cover, one.giver)["@id"]}],
        "uco-action:object": [{"@id": exhibit["@id"]} for exhibit in exhibits],
    }


def _person(cover: Cover, name: str) -> Thing:
    return _thing(cover, "uco-identity:Identity", name) | {"uco-core:name": name}
