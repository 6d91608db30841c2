"""Contact between owners of cases: asked blindly, met only where both agree."""

from datetime import timedelta

import pytest
from sqlalchemy import event, select

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.model import Event
from bureau.operations import contacts, members, parties, tasks
from bureau.operations._notices import Contact
from bureau.rules.vocabulary import Role
from tests.bureau.operations.beside import BSN, company, person
from tests.bureau.operations.contact_desk import (
    answer,
    ask,
    both,
    change,
    hold,
    owners,
    party,
    seen,
)
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
OFFICER = (Role.OFFICER,)


def waiting(work_of, actor):
    with work_of(actor) as work:
        found = tasks.upcoming(work)
    return [row.kind for row in found if row.kind in ("answer_contact", "hold_contact")]


def test_owners_of_two_agencies_meet_only_when_both_agree(work_of, actors):
    two = both(work_of, actors)
    enquiry, _ = ask(work_of, two.mine)
    [told] = seen(work_of, two.theirs).told
    assert (told.label, told.purpose.code, told.asker) == ("De Kade B.V.", "ALIGN", None)
    assert waiting(work_of, actors.outsider) == ["answer_contact"]
    assert seen(work_of, two.mine).asked[0].partners == ()
    assert waiting(work_of, actors.officer) == []
    answer(work_of, two.theirs, enquiry)
    [asked] = seen(work_of, two.mine).asked
    assert asked.partners == (Contact("Gemeente Elders", OFFICER, actors.outsider.name),)
    [told] = seen(work_of, two.theirs).told
    assert told.asker == Contact("Gemeente Havermonde", OFFICER, actors.officer.name)
    assert waiting(work_of, actors.officer) == ["hold_contact"]
    assert waiting(work_of, actors.outsider) == []


def test_asking_does_and_answers_the_same_with_and_without_another_case(work_of, actors, sessions):
    two, said = owners(work_of, actors), []
    company(work_of, two.mine)
    company(work_of, two.mine, kvk="90001354", name="De Wal B.V.")
    company(work_of, two.theirs)

    def note(_connection, _cursor, statement, *_rest):
        said[-1].append(statement)

    engine = sessions.kw["bind"]
    event.listen(engine, "before_cursor_execute", note)
    try:
        for name in ("De Kade B.V.", "De Wal B.V."):
            said.append([])
            ask(work_of, two.mine, name)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert said[0] == said[1]
    hit, none = sorted(seen(work_of, two.mine).asked, key=lambda row: row.label)
    told = ("version", "ground", "purpose", "necessity", "asked_on", "until_on", "runs", "partners")
    assert [getattr(hit, each) for each in told] == [getattr(none, each) for each in told]


def test_a_no_is_seen_by_nobody_else_and_can_become_a_yes(work_of, actors):
    two = both(work_of, actors)
    enquiry, _ = ask(work_of, two.mine)
    before = seen(work_of, two.mine)
    version = answer(work_of, two.theirs, enquiry, agreed=False)
    assert seen(work_of, two.mine) == before
    assert seen(work_of, two.theirs).told[0].asker is None
    assert waiting(work_of, actors.outsider) == []
    with pytest.raises(Changed):
        answer(work_of, two.theirs, enquiry, version + 1)
    answer(work_of, two.theirs, enquiry, version)
    assert seen(work_of, two.mine).asked[0].partners


def test_when_the_purpose_ends_neither_sees_the_other(work_of, actors):
    two = both(work_of, actors)
    enquiry, version = ask(work_of, two.mine)
    answer(work_of, two.theirs, enquiry)
    with work_of(actors.officer) as work:
        contacts.end_contact(work, two.mine.id, enquiry, version, "the measures are aligned")
    [asked], [told] = seen(work_of, two.mine).asked, seen(work_of, two.theirs).told
    assert (asked.runs, asked.partners, asked.ended_reason) == (
        False,
        (),
        "the measures are aligned",
    )
    assert (told.runs, told.asker, told.agreed) == (False, None, True)
    with pytest.raises(NotAllowed), work_of(actors.officer) as work:
        contacts.end_contact(work, two.mine.id, enquiry, version + 1, "again")
    with pytest.raises(NotFound):
        answer(work_of, two.theirs, enquiry, 1)


def test_it_ends_by_itself_on_its_last_day(work_of, actors):
    two = both(work_of, actors)
    enquiry, _ = ask(work_of, two.mine)
    answer(work_of, two.theirs, enquiry)
    with work_of(actors.officer) as work:
        later = work.now + timedelta(days=92)
    with work_of(actors.officer, now=later) as work:
        [asked] = contacts.list_contacts(work, two.mine.id).asked
    assert (asked.runs, asked.partners) == (False, ())


@pytest.mark.parametrize("number", ["", "123456782"])
def test_a_name_or_a_placeholder_is_never_compared(work_of, actors, number):
    two = owners(work_of, actors)
    with work_of(actors.officer) as work:
        row = parties.record_person(work, two.mine.id, two.mine.learnt, family_name="Voorbeeld")
        work.session.flush()
        if number:
            learnt = two.mine.learnt
            parties.add_identifier(work, two.mine.id, row.id, "bsn", number, learnt=learnt)
        name = row.label
    with pytest.raises(Invalid, match="a name alone is never compared"):
        ask(work_of, two.mine, name)
    assert seen(work_of, two.mine).parties == ()


def test_numbers_are_kept_as_keyed_digests_only(work_of, actors):
    two = owners(work_of, actors)
    person(work_of, two.mine)
    enquiry, _ = ask(work_of, two.mine, "Voorbeeld")
    with work_of(actors.officer) as work:
        row = work.session.get_one(contacts.ContactEnquiry, enquiry)
        digests = [mark.digest for mark in row.marks]
        facts = work.session.scalars(select(Event.facts).where(Event.kind == "contact.asked")).all()
    assert [len(each) for each in digests] == [64]
    assert len(facts) == 1
    assert BSN not in repr((digests, facts))


def test_nobody_but_a_handler_finds_anything_here(work_of, actors):
    two = both(work_of, actors)
    with work_of(actors.officer) as work:
        members.share_case(work, two.mine.id, "second", "second_reader", "second reading")
    for actor in (actors.second, actors.outsider):
        with pytest.raises((NotFound, AccessDenied)), work_of(actor) as work:
            contacts.list_contacts(work, two.mine.id)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"agreed": False}, "two who agree"),
        ({"ground": "WGS_HIT"}, "not possible for"),
        ({"purpose": "curious"}, "not possible for"),
        ({"necessity": " "}, "Fill in"),
    ],
)
def test_what_is_missing_is_said(work_of, actors, said, error):
    two = both(work_of, actors)
    with pytest.raises(Invalid, match=error):
        ask(work_of, two.mine, **said)


def test_one_question_at_a_time_and_no_longer_than_needed(work_of, actors):
    two = both(work_of, actors)
    with work_of(actors.officer) as work:
        far = work.today + timedelta(days=200)
    with pytest.raises(Invalid, match="at most"):
        ask(work_of, two.mine, until_on=far)
    ask(work_of, two.mine)
    with pytest.raises(NotAllowed, match="runs already"):
        ask(work_of, two.mine)
    assert party(work_of, two.mine) not in dict(seen(work_of, two.mine).parties)


def test_nobody_is_asked_about_the_people_of_a_held_case(work_of, actors):
    two = both(work_of, actors)
    change(work_of, two.mine, hold)
    with pytest.raises(NotAllowed, match="on hold"):
        ask(work_of, two.mine)
