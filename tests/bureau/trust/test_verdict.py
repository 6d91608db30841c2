"""The trail is verified as a whole and in parts; what is wrong is named by its line."""

import pytest
from sqlalchemy import text

from bureau.errors import Invalid
from bureau.operations import users
from bureau.rules.vocabulary import Language
from bureau.trust import tree
from bureau.trust.note import Checkpoint
from bureau.trust.verdict import verify
from tests.bureau.operations.road import ON_SQLITE


@pytest.fixture
def told(work_of, actors, sessions):
    """A trail of eight lines in four transactions of two."""
    for _ in range(4):
        with work_of(actors.officer) as work:
            users.choose_language(work, Language.EN)
            users.choose_language(work, Language.NL)
    return sessions


def last(sessions):
    with sessions() as session:
        return tree.latest(session)


def test_a_trail_as_it_was_written_is_good(told):
    found = verify(told)
    assert (found.ok, found.size, found.signed) == (True, last(told).size, last(told).size)
    assert found.root == last(told).root


def test_a_part_is_proven_by_the_first_signature_behind_it(told):
    found = verify(told, 3, 5)
    assert (found.ok, found.size, found.signed) == (True, 6, 6)


@pytest.mark.parametrize(("begin", "end"), [(0, 3), (5, 4), (1, 99), (99, None)])
def test_lines_that_cannot_be_are_refused(told, begin, end):
    with pytest.raises(Invalid) as refusal:
        verify(told, begin, end)
    assert refusal.value.where["option"] in ("--from", "--to")


def test_lines_that_were_seen_and_are_gone_are_missed(told):
    known = Checkpoint(tree.key().name, last(told).size + 3, bytes(32))
    assert verify(told, known=[known]).first_bad == last(told).size + 1


def test_another_history_than_the_one_that_was_seen_is_noticed(told):
    known = Checkpoint(tree.key().name, 4, bytes(32))
    assert verify(told, known=[known]).first_bad in (3, 4)


def test_an_empty_trail_is_good(sessions):
    assert verify(sessions).ok


@ON_SQLITE
def test_a_part_that_nobody_signed_is_not_good(told):
    with told() as session, session.begin():
        session.execute(text("DROP TRIGGER trail_checkpoint_no_delete"))
        session.execute(text("DELETE FROM trail_checkpoint"))
    assert verify(told, 1, 5).first_bad == 1
    assert verify(told).first_bad == 1
