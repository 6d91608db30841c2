"""Whom or what a signal is about, as lines that a person types: a name and numbers of registers."""

from collections.abc import Callable

from bureau.errors import Invalid, NotAllowed
from bureau.matching.names import taken_apart
from bureau.matching.values import Subject
from bureau.operations._checks import said
from bureau.rules import identifiers
from bureau.rules.identifiers import mask_bsn
from bureau.rules.vocabulary import EntityKind

CHECKS: dict[str, Callable[[str], str]] = {
    "bsn": identifiers.bsn,
    "kvk": identifiers.kvk_number,
    "rsin": identifiers.rsin,
    "vestiging": identifiers.establishment_number,
    "iban": identifiers.iban,
}
COMPANY = frozenset(("kvk", "rsin", "vestiging"))
LONGEST, MOST = 200, 20


def typed(text: str, participant: bool) -> list[dict[str, str]]:
    """What the lines say, each «name; register number; …»; raises Invalid naming the first slip.

    Only a participant may give a BSN (UAVG 46; WGS 2.19): raises NotAllowed for another body.
    """
    lines = [line for line in said(text, "subject").splitlines() if line.strip()]
    if len(lines) > MOST:
        raise Invalid(
            "A signal names at most {most} persons, organisations or things.",
            where={"field": "subject"},
            hint="Report what belongs together in one signal, and the rest in another.",
            most=MOST,
        )
    return [_one(line, participant) for line in lines]


def _one(line: str, participant: bool) -> dict[str, str]:
    name, *numbers = (part.strip() for part in line.split(";"))
    found = {"name": said(name, "subject", LONGEST)}
    for each in filter(None, numbers):
        scheme, _, number = each.partition(" ")
        found[scheme.lower()] = _number(scheme.lower(), number, participant)
    return found


def _number(scheme: str, number: str, participant: bool) -> str:
    if scheme not in CHECKS:
        raise Invalid(
            "{scheme} is no register of which the number can be given here.",
            where={"field": "subject"},
            hint="Write «name; register number», with one of: {names}.",
            scheme=scheme[:20],
            names=", ".join(CHECKS),
        )
    if scheme == "bsn" and not participant:
        raise NotAllowed(
            "Your organisation is no participant and may not use a BSN (UAVG 46).",
            where={"field": "subject", "basis": "UAVG 46; WGS 2.19"},
            hint="Leave the number out: a name and what was seen are enough for a tip.",
        )
    try:
        return CHECKS[scheme](number)
    except Invalid as refusal:
        refusal.where["field"] = "subject"
        raise


def written(subjects: list[dict[str, str]], masked: bool = True) -> list[str]:
    """The same lines again; a BSN is shown with its last three digits only where `masked`."""
    return [
        "; ".join([row["name"], *(f"{s} {_shown(s, row[s], masked)}" for s in CHECKS if s in row)])
        for row in subjects
    ]


def _shown(scheme: str, number: str, masked: bool) -> str:
    return mask_bsn(number) if masked and scheme == "bsn" else number


def compared(row: dict[str, str]) -> Subject:
    """A subject as the comparison of records takes it."""
    company = COMPANY & row.keys()
    kind = EntityKind.COMPANY if company else taken_apart(row["name"], None).kind
    numbers = tuple((scheme, row[scheme]) for scheme in CHECKS if scheme in row)
    return Subject(row["name"], kind, identifiers=numbers)
