"""Words about an area or a step name nobody: what looks like a name or a number is stopped."""

import re
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import select

from bureau.errors import N_, Invalid
from bureau.model import Case, Company, Person
from bureau.model.entity import folded
from bureau.operations import _numbers_told
from bureau.policy import Permission
from bureau.work import Work

SHORTEST = 4
_PREFIX = r"(?:van|de|der|den|ter|ten|el|al)\s+"
NAMED = re.compile(
    rf"\b(?:dhr|mevr|mw|mr|mrs|ms|de heer|mevrouw)\.?\s+(?:{_PREFIX})*[A-Z]\w+"
    rf"|\b(?:[A-Z]\.\s?){{1,4}}(?:{_PREFIX})*[A-Z]\w{{2,}}\b"
    r"(?<!straat)(?<!weg)(?<!kade)(?<!plein)(?<!laan)(?<!park)"
)


def insist_nobody(work: Work, texts: Mapping[str, str], *, looked: bool = False) -> None:
    """Stop where a text names a party that the actor may see, or looks like it.

    A case whose parties one may not see is not looked at: the answer would tell of them, name by
    name, as somebody at its table who reads no list of parties could try. What only looks like a
    name, and the name of a company, may stay once somebody `looked`. Raises Invalid.
    """
    people, companies = _known(work)
    for field, text in texts.items():
        if not text:
            continue
        if numbered(text) or any(people_in(text, people)):
            raise _refusal(field, N_("A person or a number of a person stands in the text."))
        if not looked and (NAMED.search(text) or any(people_in(text, companies))):
            raise _refusal(field, N_("The text seems to name somebody."))


def numbered(text: str) -> bool:
    """Whether a number of a person stands in the text."""
    return any(_numbers_told.told(found) for found in _numbers_told.PATTERN.finditer(text))


def people_in(text: str, names: frozenset[str]) -> Iterator[str]:
    """The names that stand in a text as whole words."""
    whole = f" {bare(text)} "
    return (name for name in names if f" {name} " in whole)


def _known(work: Work) -> tuple[frozenset[str], frozenset[str]]:
    """The people and the companies of all cases whose parties the actor may see."""
    seen = work.visible(Permission.NETWORK_READ, Case).with_only_columns(Case.id)
    people = work.session.execute(
        select(Person.label, Person.given_names, Person.family_name).where(Person.case_id.in_(seen))
    )
    names = {bare(each) for row in people for each in (row[0], f"{row[1]} {row[2]}")}
    firms = work.session.scalars(select(Company.label).where(Company.case_id.in_(seen)))
    return _long(names), _long(map(bare, firms))


def bare(name: str) -> str:
    """A name as it is compared: small letters and figures, single blanks."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", folded(name)).split())


def _long(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in names if len(name) >= SHORTEST)


def _refusal(field: str, template: str) -> Invalid:
    return Invalid(
        template,
        where={"field": field, "basis": "WGS 2.18(1)(c)"},
        hint="Write of places, trades and conduct, and say below that you looked; "
        "what concerns a person belongs in a case.",
    )
