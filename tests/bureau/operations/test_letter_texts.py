"""Texts of letters follow each other in versions; who may not write them finds none."""

import pytest
from sqlalchemy.exc import DBAPIError

from bureau.errors import AccessDenied, Invalid, NotFound
from bureau.operations import letter_texts, letters
from bureau.operations.letters import Wanted
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
BODY = "Goedendag,\n\n{received} {decision_due}"


@pytest.fixture
def write(work_of, actors):
    def wrote(version, body=BODY, who="coordinator", subject="Uw aanvraag"):
        with work_of(getattr(actors, who)) as work:
            return letter_texts.write_text(
                work, "receipt", "nl", version, subject, body, "eenvoudiger"
            ).number

    return wrote


def test_each_change_is_a_version_and_so_is_the_way_back(work_of, actors, write):
    assert write(0) == 1
    assert write(1, who="admin") == 2
    with work_of(actors.admin) as work:
        letter_texts.reset_text(work, "receipt", "nl", 2, "toch maar niet")
    with work_of(actors.admin) as work:
        page = letter_texts.read_text(work, "receipt", "nl")
        assert [row.number for row in page.versions] == [3, 2, 1]
        assert (page.now.own, page.now.number) == (False, 3)
        assert "Goedendag" not in page.now.body


def test_a_letter_says_which_version_it_began_from(work_of, actors, write, road):
    write(0)
    with road.by("officer") as work:
        made = letters.compose_letter(work, road.id, "receipt", Wanted())
        assert made.template == 1
        assert made.paper.text.startswith("Goedendag,")


def test_two_people_do_not_write_over_each_other(write):
    write(0)
    with pytest.raises(Invalid):
        write(0)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"body": BODY + " {gaps}"}, "body"),
        ({"body": "{received}"}, "body"),
        ({"body": ""}, "body"),
        ({"subject": "{mood}"}, "subject"),
        ({"subject": "x" * 301}, "subject"),
    ],
)
def test_a_text_that_does_not_fit_its_letter_is_refused(write, change, field):
    with pytest.raises(Invalid) as refusal:
        write(0, **change)
    assert refusal.value.where["field"] == field


def test_a_text_is_looked_at_with_examples_before_it_is_stored(work_of, actors):
    with work_of(actors.admin) as work:
        page = letter_texts.read_text(work, "receipt", "nl", "Over {subject}", BODY)
        assert page.subject == "Over Café De Voorbeeldhaven"
        assert page.blocks[-1].lines == ("2 maart 2026 27 april 2026",)
        assert page.versions == ()


def test_only_the_coordinator_and_the_administrator_write_texts(work_of, actors, write):
    write(0)
    for who in ("officer", "mayor", "auditor", "outsider"):
        with pytest.raises(AccessDenied), work_of(getattr(actors, who)) as work:
            letter_texts.list_texts(work)


def test_a_version_is_never_changed(write, engine):
    write(0)
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.exec_driver_sql("UPDATE letter_template SET body = 'x'")


@pytest.mark.parametrize(("kind", "language"), [("poem", "nl"), ("receipt", "fr")])
def test_a_text_that_is_none_is_not_found(work_of, actors, kind, language):
    with pytest.raises(NotFound), work_of(actors.admin) as work:
        letter_texts.read_text(work, kind, language)
    with work_of(actors.admin) as work:
        assert len(letter_texts.list_texts(work)) > 20
