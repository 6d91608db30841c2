"""Person lists of the population register (BRP), columns named by LO-GBA element.

Nationality, birthplace, residence title, custody, travel documents and the right to vote are
never read: Bureau has no use for them, and some of them it may not use.
"""

from dataclasses import dataclass, field

from stdnum.nl import bsn as _bsn

from bureau.errors import Invalid
from bureau.formats.brp_rows import Category, PersonRows, read_person_rows
from bureau.formats.days import register_day
from bureau.formats.guard import PERSONS, Limits, shorten
from bureau.formats.party_values import Left, PartyFile, PartyRecord, TieRecord, address_label
from bureau.rules.vocabulary import EntityKind, TieKind

FORMAT = "brp-csv"
_UNREAD = {
    "04": "nationaliteit",
    "10": "verblijfstitel",
    "11": "gezag",
    "12": "reisdocument",
    "13": "kiesrecht",
}
_PARENTS = {"02": "ouder", "03": "ouder"}
_LETTER = "B"  # 08.10.10: an address for letters only
_PARTNER = {"H": "huwelijk", "P": "geregistreerd partnerschap"}
_INCORRECT = "O"  # 84.10: the register itself says that these data were wrong


@dataclass(slots=True)
class _Reading:
    """What was read so far; parties by their reference, one for each citizen number."""

    left: Left = field(default_factory=Left)
    parties: dict[str, PartyRecord] = field(default_factory=dict)
    ties: dict[tuple[str, ...], TieRecord] = field(default_factory=dict)
    shielded: set[str] = field(default_factory=set)

    def day(self, text: str, line: int) -> str:
        """A date as far as it is known; one that cannot be is left out, and that is told."""
        try:
            return register_day(text, line=line) if text.strip("0") else ""
        except Invalid:
            self.left.note("{count} dates cannot be and were left out: {name}.", shorten(text))
            return ""

    def tie(
        self, line: int, kind: TieKind, ends: tuple[str, str], detail: str, period: tuple[str, str]
    ) -> None:
        """Add a tie, once, whichever of the two lists tells of it."""
        told = TieRecord({"line": line}, kind, *ends, detail, None, *period)
        self.ties.setdefault((kind, *ends, detail, *period), told)


def read_brp(content: bytes, limits: Limits = PERSONS) -> PartyFile:
    """Persons, where they live and lived, and their family; raises Invalid with the line."""
    people = list(read_person_rows(content, limits))
    reading = _Reading()
    # First those with a list of their own: a relative who is kept secret there stays so here.
    for person in people:
        own = _own(person, reading)
        reading.parties.setdefault(own.ref, own)
        if own.shielded:
            reading.shielded.add(own.ref)
    for person in people:
        _addresses(person, reading)
        _family(person, reading)
    warnings = tuple(reading.left.warnings())
    ties = tuple(reading.ties.values())
    return PartyFile(FORMAT, tuple(reading.parties.values()), ties, (), warnings)


def _own(person: PersonRows, reading: _Reading) -> PartyRecord:
    for code, name in _UNREAD.items():
        if person.current(code):
            reading.left.note(
                "{count} persons: category {name} of the register was not read; it is not "
                "needed here.",
                f"{code} ({name})",
            )
    secret = person.current("07").get("70.10", "0") not in {"", "0"}
    if secret:
        reading.left.note(
            "{count} persons have asked the register for secrecy: they are taken in as protected, "
            "without their addresses."
        )
    said = dict(person.current("01"))
    said["died"] = person.current("06").get("08.10", "")
    return _person(reading, said, person.line, "01", shielded=secret)


def _person(
    reading: _Reading, said: Category, line: int, code: str, *, shielded: bool = False
) -> PartyRecord:
    number = _citizen_number(said)
    names = {
        "given_names": said.get("02.10", ""),
        "prefix": said.get("02.30", ""),
        "family_name": said.get("02.40", ""),
    }
    label = " ".join(part for part in names.values() if part)
    dates = {
        name: day
        for name, text in (("born", said.get("03.10", "")), ("died", said.get("died", "")))
        if (day := reading.day(text, line))
    }
    known = ("bsn", number) if number else ("", "")
    return PartyRecord(
        where={"line": line},
        ref=_ref(said, line, code),
        kind=EntityKind.PERSON,
        label=label or "naamloos / unnamed",
        known_by=known,
        fields={**names, **dates},
        numbers=(known,) if number else (),
        shielded=shielded,
    )


def _ref(said: Category, line: int, code: str) -> str:
    # Without a citizen number two mentions are two people, however alike their names.
    return f"bsn:{number}" if (number := _citizen_number(said)) else f"{code}:{line}"


def _citizen_number(said: Category) -> str:
    number = said.get("01.20", "")
    return number if len(number) == 9 and _bsn.is_valid(number) else ""  # noqa: PLR2004


def _addresses(person: PersonRows, reading: _Reading) -> None:
    me = _ref(person.current("01"), person.line, "01")
    if me in reading.shielded:
        return
    until = ""
    for line, said in person.stack("08"):  # newest first
        if said.get("84.10") == _INCORRECT:
            continue
        since = reading.day(said.get("10.30", "") or said.get("13.20", ""), line)
        stayed = not since or since != until  # else a later row tells of the same days
        if stayed and (place := _address(said, line)):
            reading.parties.setdefault(place.ref, place)
            letter = said.get("10.10") == _LETTER
            detail = "briefadres" if letter else ""
            reading.tie(line, TieKind.LIVES_AT, (me, place.ref), detail, (since, until))
        until = since or until


def _address(said: Category, line: int) -> PartyRecord | None:
    abroad = " ".join(filter(None, (said.get(f"13.{n}", "") for n in ("30", "40", "50"))))
    street = said.get("11.15", "") or said.get("11.10", "") or said.get("12.10", "") or abroad
    if not street:
        return None
    bag = said.get("11.90", "")
    fields = {
        "street": street,
        "number": said.get("11.20", ""),
        "addition": said.get("11.30", "") + said.get("11.40", ""),
        "postcode": said.get("11.60", ""),
        "city": said.get("11.70", ""),
    }
    return PartyRecord(
        where={"line": line},
        ref="address:" + "|".join((*fields.values(), bag)),
        kind=EntityKind.ADDRESS,
        label=address_label(fields),
        known_by=("bag", bag) if bag else ("", ""),
        fields=fields,
        numbers=(("bag", bag),) if bag else (),
    )


def _family(person: PersonRows, reading: _Reading) -> None:
    me = _ref(person.current("01"), person.line, "01")
    for code, relation in _PARENTS.items():
        for line, said in person.stack(code)[:1]:
            _relative(reading, me, (line, said, code), relation)
    for group in person.groups("05"):
        line, newest = group[0]
        started = next(filter(None, (said.get("06.10", "") for _, said in group)), "")
        period = (reading.day(started, line), reading.day(newest.get("07.10", ""), line))
        relation = _PARTNER.get(newest.get("15.10", ""), "partner")
        _relative(reading, me, (line, newest, "05"), relation, period)
    for group in person.groups("09"):
        _relative(reading, me, (*group[0], "09"), "kind")


def _relative(
    reading: _Reading,
    me: str,
    found: tuple[int, Category, str],
    relation: str,
    period: tuple[str, str] = ("", ""),
) -> None:
    line, said, code = found
    if not said.get("02.40") or said.get("84.10") == _INCORRECT:
        return
    other = _ref(said, line, code)
    if other not in reading.parties:
        reading.parties[other] = _person(reading, said, line, code)
    # Either list may tell of the tie: it is written one way, so that it is there once.
    ends = (other, me) if relation == "ouder" else (me, other)
    detail = "ouder van" if relation in {"ouder", "kind"} else relation
    if code == "05":
        ends = (min(me, other), max(me, other))
    reading.tie(line, TieKind.FAMILY, ends, detail, period)
