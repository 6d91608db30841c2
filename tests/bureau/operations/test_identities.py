"""A link to a sign-in elsewhere takes two: an administrator asks, its owner confirms."""

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.operations import identities
from bureau.operations.identities import answer_own, ask_identity, end_own, list_identities
from bureau.rules.vocabulary import Role
from tests.bureau.operations.test_grants import somebody

ISSUER, SUBJECT = "https://login.example", "person-1234-abcd"


def ask(work_of, actors, login="officer", by="admin", subject=SUBJECT, issuer=ISSUER):
    with work_of(getattr(actors, by)) as work:
        return ask_identity(work, getattr(actors, login).id, issuer, subject, "pass 12").id


def test_it_waits_for_its_owner_and_shows_no_more_than_its_end(work_of, actors):
    ask(work_of, actors)
    with work_of(actors.officer) as work:
        (row,) = identities.list_own(work)
        assert (row.waits, row.opens, row.tail) == (True, False, "abcd")
        assert SUBJECT not in row.asked_mark
    with work_of(actors.admin) as work:
        assert len(list_identities(work, actors.officer.id)) == 1


def test_nobody_but_its_owner_confirms_it(work_of, actors):
    link = ask(work_of, actors)
    for login in ("admin", "coordinator"):
        with pytest.raises(NotFound), work_of(getattr(actors, login)) as work:
            answer_own(work, link, confirmed=True)
    with work_of(actors.officer) as work:
        assert answer_own(work, link, confirmed=True).opens
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        answer_own(work, link, confirmed=True)


def test_what_its_owner_refused_is_free_again(work_of, actors):
    link = ask(work_of, actors)
    with work_of(actors.officer) as work:
        answer_own(work, link, confirmed=False)
    assert ask(work_of, actors, "coordinator")


def test_one_identifier_opens_one_account(work_of, actors):
    ask(work_of, actors)
    with pytest.raises(Invalid, match="linked already"):
        ask(work_of, actors, "coordinator")
    assert ask(work_of, actors, "coordinator", issuer="https://another.example")


def test_an_owner_ends_a_link_once(work_of, actors):
    link = ask(work_of, actors)
    with work_of(actors.officer) as work:
        end_own(work, link)
        (row,) = identities.list_own(work)
        assert (row.mark, row.asked_mark, row.tail, row.shown) == (None, None, "", "")
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        end_own(work, link)


def test_an_administrator_of_another_house_learns_nothing_of_a_link(work_of, actors, sessions):
    link = ask(work_of, actors)
    with work_of(actors.officer) as work:
        answer_own(work, link, confirmed=True)
    far = somebody(sessions, "far-admin", [Role.ADMIN], "elsewhere")
    with work_of(far) as work:
        other = ask_identity(work, actors.outsider.id, ISSUER, SUBJECT, "pass 12").id
    with pytest.raises(NotAllowed) as refusal, work_of(actors.outsider) as work:
        answer_own(work, other, confirmed=True)
    assert "linked" not in str(refusal.value)
    with work_of(far) as work:
        assert [row.waits for row in list_identities(work, actors.outsider.id)] == [True]


def test_no_administrator_links_the_own_account_or_that_of_another_house(work_of, actors):
    with pytest.raises(NotAllowed):
        ask(work_of, actors, "admin")
    with pytest.raises(NotFound):
        ask(work_of, actors, "outsider")
    with pytest.raises(AccessDenied):
        ask(work_of, actors, by="coordinator")


def test_a_house_that_takes_no_sign_ins_elsewhere_links_nobody(work_of, actors):
    with pytest.raises(NotAllowed, match="takes no sign-ins elsewhere"):
        ask(work_of, actors, issuer="")
