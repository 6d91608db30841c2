"""What a form says of a party, and a party as a form shows it."""

from typing import Any

from flask_wtf import FlaskForm

from app.forms.parts import LearntForm
from bureau.operations import parties
from bureau.rules import money

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
