"""Letters go out once and stay as they are; who handles the case writes, who is in it reads."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.model import Event, Letter
from bureau.operations import letters
from bureau.operations.letters import Dispatch, Wanted
from bureau.rules.vocabulary import Language
from tests.bureau.operations.letter_desk import compose, send
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
HOME = "Kade 1\n1234 AB  Havermonde"


@pytest.fixture
def decided(road):
    road.to_decision()
    road.decide()
    return road.make_known()


def test_a_sent_letter_is_frozen_and_stands_in_the_trail_and_in_the_case(decided):
    letter_id = send(decided, "decision_refuse", channel="post", address=HOME)
    with decided.by("mayor", "04-03") as work:
        sent = letters.read_letter(work, decided.id, letter_id)
        assert (sent.letter.channel, sent.letter.sent_by.login) == ("post", "officer")
        assert sent.paper.address[0] == "Kade 1"
        assert sent.pdf.startswith(b"%PDF")
        said = sent.paper
    [told] = decided.show("04-03")["letters"]
    assert (told["kind"], told["sent"], told["channel"]) == (
        "decision_refuse",
        "2026-04-02",
        "post",
    )
    with decided.by("officer", "04-03") as work:
        kinds = set(work.session.scalars(select(Event.kind)))
        assert "letter.sent" in kinds
    again = send(decided, "decision_refuse", day="04-03")
    assert again != letter_id
    with decided.by("officer", "04-03") as work:
        assert letters.read_letter(work, decided.id, letter_id).paper == said


@pytest.mark.parametrize("statement", ["UPDATE letter SET channel = 'post'", "DELETE FROM letter"])
def test_the_database_itself_refuses_to_change_a_sent_letter(decided, engine, statement):
    send(decided, "receipt")
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.exec_driver_sql(statement)


def test_what_changed_since_it_was_printed_is_not_sent(decided):
    with pytest.raises(NotAllowed) as refusal, decided.by("officer", "04-02") as work:
        letters.send_letter(
            work, decided.id, "receipt", Wanted(), Dispatch(date(2026, 4, 2), "portal"), b"%PDF",
            "0" * 64,
        )  # fmt: skip
    assert refusal.value.where["guard"] == "same content"


def test_a_draft_is_gone_on_with_and_then_sent(decided):
    body = "Beste,\n\n{received} {decision_due}"
    with decided.by("officer", "04-02") as work:
        kept = letters.keep_draft(work, decided.id, "receipt", Wanted(body=body))
        number = kept.number
    assert compose(decided, "receipt").paper.text.startswith("Beste,")
    with pytest.raises(NotAllowed), decided.by("officer", "04-02") as work:
        letters.read_letter(work, decided.id, work.session.scalars(select(Letter)).one().id)
    sent = send(decided, "receipt")
    with decided.by("officer", "04-03") as work:
        row = letters.read_letter(work, decided.id, sent).letter
        assert (row.number, row.state) == (number, "sent")


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"channel": "post", "address": ""}, "address"),
        ({"channel": "pigeon"}, "channel"),
        ({"body": "{received} {decision_due} {mood}"}, "body"),
        ({"body": "{received}"}, "body"),
        ({"subject": "{x}"}, "subject"),
    ],
)
def test_a_letter_that_cannot_go_like_this_is_refused_beside_its_field(decided, more, field):
    with pytest.raises(Invalid) as refusal:
        send(decided, "receipt", **more)
    assert refusal.value.where["field"] == field
    with decided.by("officer", "04-03") as work:
        assert letters.list_letters(work, decided.id).letters == ()


def test_a_letter_is_not_sent_tomorrow_nor_before_there_was_a_case(decided):
    for on in (date(2026, 2, 1), date(2026, 12, 24)):
        with pytest.raises(Invalid), decided.by("officer", "04-02") as work:
            letters.compose_letter(work, decided.id, "receipt", Wanted(dated=on))


def test_an_english_copy_goes_with_a_dutch_letter(decided):
    with pytest.raises(NotAllowed) as refusal:
        send(decided, "receipt", language=Language.EN)
    assert refusal.value.where["guard"] == "dutch first"
    send(decided, "receipt")
    assert send(decided, "receipt", language=Language.EN)


def test_only_who_handles_the_case_writes_and_others_in_it_read(decided):
    for login in ("second", "mayor", "coordinator", "outsider", "admin"):
        with pytest.raises(AccessDenied):
            compose(decided, "receipt", login=login)
    with decided.by("second", "04-02") as work:
        letters.list_letters(work, decided.id)
    for login in ("coordinator", "outsider", "auditor"):
        with pytest.raises(AccessDenied), decided.by(login, "04-02") as work:
            letters.list_letters(work, decided.id)


def test_the_sheet_of_a_kind_says_what_may_stand_in_it(road):
    with road.by("officer") as work:
        sheet = letters.read_kind(work, "supplement")
        assert {row.code for row in sheet.fields} == set(sheet.kind.fields)
