"""What a form says of a party, and a party as a form shows it."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm

from app.forms.parts import LearntForm
from bureau.operations import parties
from bureau.rules import money
from bureau.rules.vocabulary import EntityKind

LONGEST = 200
OWN = {"csrf_token", "version", "kvk", "reason", *LearntForm.__dict__}


def fields(form: FlaskForm) -> dict[str, Any]:
    """What the form says of the party itself; an amount in euro becomes cents."""
    given = {
        field.short_name: "" if field.data is None and field.type != "IntegerField" else field.data
        for field in form
        if field.short_name not in OWN
    }
    if "valuation" in given:
        text = given.pop("valuation")
        given["valuation_minor"] = money.parse(text).minor if text else None
    return given


def present(party: parties.PartyView) -> dict[str, Any]:
    """The party as the form that changes it begins."""
    known: dict[str, Any] = dict(party.facts)
    return {
        **known,
        "label": party.label,
        "protected": party.protected,
        "version": party.version,
    }


def named(kind: EntityKind, asked: Mapping[str, str]) -> dict[str, Any]:
    """How the form of a new party begins for somebody whom the applicant's form names."""
    name, born = asked.get("name", "")[:LONGEST].strip(), asked.get("born", "")[:10]
    if kind is not EntityKind.PERSON:
        return {"label": name}
    words = name.split()
    prefixes = (at for at, word in enumerate(words[1:], 1) if word[:1].islower())
    first = next(prefixes, max(len(words) - 1, 0))
    last = next((at for at in range(first, len(words)) if not words[at][:1].islower()), first)
    return {
        "given_names": " ".join(words[:first]),
        "prefix": " ".join(words[first:last]),
        "family_name": " ".join(words[last:]),
        "born": born,
    }
