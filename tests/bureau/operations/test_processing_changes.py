"""The register of changes of processing: an advice or a deviation switches a row on."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.model import ProcessingChange
from bureau.operations import networks, processing_changes
from bureau.rules.events import EventKind
from bureau.rules.processing import Heard
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table
from tests.bureau.operations.test__processing import PURPOSE, forget
from tests.conftest import NOW

pytestmark = ON_SQLITE
DAY = NOW.date()
ADVICE = Heard("RAC 2026-3", DAY, "No objection.", "One member thinks otherwise.", favourable=True)
AGAINST = Heard("RAC 2026-4", DAY, "Not like this.")
DEVIATION = Heard(deviation="It cannot wait.", told_committee_on=DAY, told_officer_on=DAY)
KEY = "pattern:UB-42"


@pytest.fixture
def table(work_of, actors, sessions):
    """A joint case in a house in which UB-42 came after the founding."""
    made = Table(work_of, actors)
    with made.by("coordinator") as work:
        processing_changes.read_changes(work)
    forget(sessions, KEY)
    return made


def register(table, heard, subjects=(KEY,), what="A new pattern for vacancy."):
    with table.by("coordinator") as work:
        return processing_changes.register_change(work, subjects, what, heard).id


def runs(table):
    with table.by("coordinator") as work:
        return networks.detect(work, table.case, PURPOSE, ("UB-42",))["runs"]


@pytest.mark.parametrize("heard", [ADVICE, DEVIATION], ids=["advice", "deviation"])
def test_an_advice_or_a_reported_deviation_switches_a_row_on(table, heard):
    with pytest.raises(NotAllowed):
        runs(table)
    register(table, heard)
    assert runs(table)


def test_an_advice_against_it_is_kept_and_switches_nothing_on(table, sessions):
    register(table, AGAINST)
    with pytest.raises(NotAllowed):
        runs(table)
    with table.by("coordinator") as work:
        found = processing_changes.read_changes(work)
        assert [row.key for row in found.uncovered] == [KEY]
        assert found.entries[0].advice == "Not like this."


def test_the_entry_keeps_the_minority_note_and_the_trail_says_what_it_rests_on(
    table, sessions, trail
):
    key = register(table, ADVICE)
    with sessions() as session:
        assert session.get_one(ProcessingChange, key).minority == "One member thinks otherwise."
        assert session.get_one(ProcessingChange, key).number == 2
    (told,) = [line for line in trail() if line.kind == EventKind.PROCESSING_REGISTERED]
    assert told.facts == {"cover": "advice", "rows": 1, "number": 2}


def test_a_withdrawn_entry_switches_off_what_it_alone_covered(table):
    key = register(table, ADVICE)
    with table.by("coordinator") as work, pytest.raises(Changed):
        processing_changes.withdraw_change(work, key, 7, "entered twice")
    with table.by("coordinator") as work:
        processing_changes.withdraw_change(work, key, 1, "entered twice")
    with pytest.raises(NotAllowed):
        runs(table)
    with table.by("coordinator") as work, pytest.raises(NotAllowed):
        processing_changes.withdraw_change(work, key, 2, "again")


def test_the_founding_is_never_withdrawn(table, sessions):
    with sessions() as session:
        key = session.scalars(select(ProcessingChange.id)).one()
    with table.by("coordinator") as work, pytest.raises(NotAllowed):
        processing_changes.withdraw_change(work, key, 2, "no")


@pytest.mark.parametrize(
    ("subjects", "what", "heard"),
    [
        ((), "x", ADVICE),
        (("pattern:UB-99",), "x", ADVICE),
        ((KEY,), " ", ADVICE),
        ((KEY,), "x", Heard()),
        ((KEY,), "x", Heard("RAC 9", DAY + timedelta(days=1), "Later.", favourable=True)),
    ],
)
def test_what_is_missing_is_not_registered(table, sessions, subjects, what, heard):
    with pytest.raises(Invalid):
        register(table, heard, subjects, what)
    with sessions() as session:
        assert len(session.scalars(select(ProcessingChange)).all()) == 1


def test_the_auditor_reads_and_only_the_coordinator_keeps(work_of, actors, table):
    with work_of(actors.auditor) as work:
        assert not processing_changes.read_changes(work).may_keep
    for login in ("auditor", "officer", "mayor", "police", "admin", "care"):
        with pytest.raises(AccessDenied), work_of(getattr(actors, login)) as work:
            processing_changes.register_change(work, (KEY,), "x", ADVICE)
    for login in ("officer", "mayor", "police", "admin", "care"):
        with pytest.raises(AccessDenied), work_of(getattr(actors, login)) as work:
            processing_changes.read_changes(work)


def test_an_entry_of_another_house_is_not_there(work_of, actors, table, sessions):
    with sessions.begin() as session:
        row = session.scalars(select(ProcessingChange)).one()
        row.house_id, key = actors.outsider.organisation_id, row.id
    with pytest.raises(NotFound), work_of(actors.coordinator) as work:
        processing_changes.withdraw_change(work, key, 2, "no")
