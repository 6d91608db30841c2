from datetime import date

import pytest

from bureau.errors import NotFound
from bureau.rules.scope import LegalForm, scope, scopes
from bureau.rules.vocabulary import DecisionKind

DAY = date(2026, 11, 20)


def test_the_kind_of_decision_follows_the_scope():
    kinds = {row.code: row.decision for row in scopes()}
    assert kinds["SC02"] is DecisionKind.LICENCE
    assert kinds["SC20"] is DecisionKind.SUBSIDY
    assert kinds["SC21"] is DecisionKind.CONTRACT
    assert {kinds[f"SC{n}"] for n in range(22, 27)} == {DecisionKind.PROPERTY}


def test_private_law_is_told_apart():
    private = {DecisionKind.CONTRACT, DecisionKind.PROPERTY}
    assert all((row.form is LegalForm.PRIVATE) == (row.decision in private) for row in scopes())


def test_the_environment_permit_is_in_scope_since_2024():
    assert scope("SC09", DAY).basis == "Omgevingswet 5.31(1)(a)"
    with pytest.raises(NotFound):
        scope("SC09", date(2023, 12, 31))
