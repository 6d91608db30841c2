"""The objects of an extract of addresses and buildings (BAG), each as it stood over time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from xml.etree.ElementTree import Element

from bureau.errors import Invalid
from bureau.formats.days import register_day
from bureau.formats.guard import Limits, shorten
from bureau.formats.guard_xml import parse
from bureau.formats.guard_zip import is_zip, members
from bureau.formats.party_values import Left

PLACES = {
    "Verblijfsobject": "verblijfsobject",
    "Ligplaats": "ligplaats",
    "Standplaats": "standplaats",
}
_KINDS = {*PLACES, "Pand", "Nummeraanduiding", "OpenbareRuimte", "Woonplaats"}
_SHAPES = frozenset({"geometrie"})
_LONGEST = 16  # digits of the number of an object


@dataclass(frozen=True, slots=True)
class Stand:
    """One object as it stood from a day on; `until` is empty for what holds now."""

    file: str
    kind: str
    element: Element
    id: str
    since: str
    until: str

    def text(self, name: str) -> str:
        """The text under this name, empty where there is none."""
        return next(iter(self.texts(name)), "")

    def texts(self, name: str) -> list[str]:
        """All texts under this name."""
        found = (child for child in self.element.iter() if _local(child) == name)
        return [" ".join(text.split()) for child in found if (text := child.text or "").strip()]

    def refs(self, name: str) -> list[str]:
        """The numbers of other objects to which this name points."""
        parts = (child for child in self.element if _local(child) == name)
        return [(ref.text or "").strip() for part in parts for ref in part]

    @property
    def where(self) -> Mapping[str, str]:
        """The place in the file."""
        return {"path": f"{self.file}{self.kind} {self.id}"}


@dataclass(slots=True)
class Extract:
    """The objects of an extract by kind and number, newest first."""

    stands: dict[str, dict[str, list[Stand]]] = field(default_factory=dict)
    left: Left = field(default_factory=Left)

    def now(self, kind: str, number: str) -> Stand | None:
        """What holds now, or held last."""
        return next(iter(self.stands.get(kind, {}).get(number, ())), None)


def read_extract(content: bytes, limits: Limits) -> Extract:
    """The objects of one file or of all XML files in a zip; raises Invalid with the place."""
    extract = Extract()
    files = members(content, limits) if is_zip(content) else iter([("", content)])
    for name, body in files:
        if not name or name.lower().endswith(".xml"):
            _gather(extract, f"{PurePath(name).name}: " if name else "", body, limits)
    for kinds in extract.stands.values():
        for stands in kinds.values():
            stands.sort(key=lambda stand: (not stand.until, stand.since), reverse=True)
    return extract


def _gather(extract: Extract, file: str, body: bytes, limits: Limits) -> None:
    for wrapper in parse(body, limits, _SHAPES).iter():
        if _local(wrapper) != "bagObject":
            continue
        for element in wrapper:
            kind = _local(element)
            if kind not in _KINDS:
                extract.left.note("{count} objects of kind {name} are not used.", shorten(kind))
            elif _found(element, "tijdstipInactief"):
                extract.left.note("{count} objects were withdrawn by the register and left out.")
            else:
                stand = _stand(file, kind, element)
                extract.stands.setdefault(kind, {}).setdefault(stand.id, []).append(stand)


def _stand(file: str, kind: str, element: Element) -> Stand:
    number = next(((c.text or "").strip() for c in element if _local(c) == "identificatie"), "")
    if not number or len(number) > _LONGEST or not (number.isascii() and number.isdigit()):
        raise Invalid(
            "A {kind} of the extract has no number.",
            where={"path": f"{file}{kind}"},
            hint="Ask the register for the extract again and hand it in unchanged.",
            kind=kind,
        )
    since, until = (_day(_found(element, name)) for name in ("beginGeldigheid", "eindGeldigheid"))
    return Stand(file, kind, element, number, since, until)


def _found(element: Element, name: str) -> str:
    return next((c.text or "" for c in element.iter() if _local(c) == name), "").strip()


def _day(text: str) -> str:
    return register_day(text[: len("2026-11-20")], path="beginGeldigheid") if text else ""


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
