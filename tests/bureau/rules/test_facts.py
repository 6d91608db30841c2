from dataclasses import FrozenInstanceError, fields
from datetime import date

import pytest

from bureau.rules.facts import ProcedureFacts


def test_nothing_is_established_unless_said():
    facts = ProcedureFacts(today=date(2026, 11, 20))
    flags = [field.name for field in fields(facts) if field.type == "bool" or field.type is bool]
    assert flags
    assert not any(getattr(facts, name) for name in flags)


def test_facts_do_not_change():
    facts = ProcedureFacts(today=date(2026, 11, 20))
    with pytest.raises(FrozenInstanceError):
        facts.form_returned = True
