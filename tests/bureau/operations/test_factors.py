"""One's own second factors: begun, confirmed by a code, removed; nobody else's."""

import pyotp
import pytest
from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import Factor, RecoveryCode
from bureau.operations import factors
from tests.conftest import NOW


def code(secret, now=NOW):
    return pyotp.TOTP(secret).at(now)


@pytest.fixture
def app(work_of, actors):
    """An app of the officer that made its first code."""
    with work_of(actors.officer) as work:
        made = factors.begin_app(work, "Telephone")
    with work_of(actors.officer) as work:
        paper = factors.confirm_app(work, made.factor_id, code(made.secret))
    return made, paper


def test_an_app_counts_after_its_first_code_and_brings_codes_on_paper(work_of, actors, app, trail):
    made, paper = app
    assert len(set(paper)) == factors.PAPER_CODES
    with work_of(actors.officer) as work:
        found = factors.list_factors(work)
        assert [row.name for row in found.factors] == ["Telephone"]
        assert found.paper == factors.PAPER_CODES
    kinds = [event.kind for event in trail()]
    assert kinds[:4] == ["factor.listed", "factor.begun", "factor.listed", "factor.added"]
    told = "".join(str(event.facts) + str(event.changes) for event in trail())
    assert made.secret not in told


def test_a_wrong_code_adds_nothing(work_of, actors):
    with work_of(actors.officer) as work:
        made = factors.begin_app(work, "Telephone")
    with pytest.raises(Invalid), work_of(actors.officer) as work:
        factors.confirm_app(work, made.factor_id, "000000")
    with work_of(actors.officer) as work:
        assert factors.list_factors(work).factors == ()


def test_the_factor_of_somebody_else_does_not_exist(work_of, actors, app):
    made, _ = app
    for act in (factors.own, factors.remove_factor):
        with pytest.raises(NotFound), work_of(actors.second) as work:
            act(work, made.factor_id)
    with pytest.raises(NotFound), work_of(actors.second) as work:
        factors.confirm_app(work, made.factor_id, code(made.secret))


def test_an_app_that_was_not_finished_makes_way_for_the_next(work_of, actors):
    with work_of(actors.officer) as work:
        first = factors.begin_app(work, "Telephone")
    with work_of(actors.officer) as work:
        factors.begin_app(work, "Another telephone")
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        factors.confirm_app(work, first.factor_id, code(first.secret))


def test_new_codes_on_paper_replace_the_old_ones(work_of, actors, app, sessions):
    with work_of(actors.officer) as work:
        assert not set(factors.renew_paper(work)) & set(app[1])
    with sessions() as session:
        assert sum(row.works for row in session.scalars(select(RecoveryCode))) == 10
    with pytest.raises(NotAllowed), work_of(actors.second) as work:
        factors.renew_paper(work)


def test_with_the_last_factor_the_codes_on_paper_go(work_of, actors, app, sessions):
    with work_of(actors.officer) as work:
        factors.remove_factor(work, app[0].factor_id)
        assert factors.list_factors(work) == factors.OwnFactors((), 0)
    with sessions() as session:
        assert not any(row.works for row in session.scalars(select(RecoveryCode)))
        assert not session.scalars(select(Factor)).one().works
