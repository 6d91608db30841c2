"""In a joint case nothing runs, comes in or sits down that the register does not cover."""

import pytest
from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Case, Organisation, ProcessingChange
from bureau.operations import _processing, members, networks, phases
from bureau.operations._brought_in import Whose
from bureau.rules.patterns import pattern
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE
PURPOSE = "is there a hidden owner?"


@pytest.fixture
def table(work_of, actors):
    """A joint case in its third phase, in a house whose register is founded."""
    made = Table(work_of, actors)
    with made.by("coordinator") as work:
        _processing.entries(work, actors.coordinator.organisation_id)
    return made


def forget(sessions, *keys):
    """As if these rows came or changed after the founding."""
    with sessions.begin() as session:
        row = session.scalars(select(ProcessingChange)).one()
        row.covers = {key: mark for key, mark in row.covers.items() if key not in keys}


def refused(table, act):
    with pytest.raises(NotAllowed) as refusal, table.by("coordinator") as work:
        act(work)
    told = refusal.value
    assert told.where["guard"] == "processing"
    assert "WGS 1.8(6)" in told.where["basis"]
    assert "Changes of processing" in told.hint
    return told


def detect(table, *codes):
    with table.by("coordinator") as work:
        return networks.detect(work, table.case, PURPOSE, codes)["runs"]


def test_what_stood_at_the_founding_is_covered(table, sessions):
    with sessions() as session:
        row = session.scalars(select(ProcessingChange)).one()
    assert (row.number, row.cover) == (1, "founding")
    assert {"pattern:UB-42", "category:TAX", "partner:police"} <= set(row.covers)
    assert detect(table, "UB-42")


def test_a_pattern_that_nobody_advised_on_is_refused_by_name_and_passed_over_otherwise(
    table, sessions
):
    forget(sessions, "pattern:UB-42")
    refused(table, lambda work: networks.detect(work, table.case, PURPOSE, ("UB-42",)))
    assert "UB-42" not in {run["pattern"] for run in detect(table)}
    with table.by("coordinator") as work:
        shown = networks.open_patterns(work, table.case)
        assert pattern("UB-42", work.today) in shown.closed


def test_a_changed_pattern_must_be_covered_anew(table, sessions):
    with sessions.begin() as session:
        row = session.scalars(select(ProcessingChange)).one()
        row.covers = {**row.covers, "pattern:UB-42": "of another version"}
    refused(table, lambda work: networks.detect(work, table.case, PURPOSE, ("UB-42",)))


def test_a_new_category_comes_in_from_nobody(table, sessions):
    forget(sessions, "category:TAX")
    for whose in (Whose("tax", "TAX"), Whose("", "TAX")):
        refused(table, lambda work, whose=whose: add_source(work, table.case, whose=whose))


def test_a_new_partner_brings_nothing(table, sessions):
    forget(sessions, "partner:tax")
    refused(table, lambda work: add_source(work, table.case, whose=Whose("tax", "TAX")))


def test_outside_the_joint_processing_the_register_is_not_asked(
    work_of, actors, table, sessions, case_id
):
    forget(sessions, "pattern:UB-42", "category:TAX", "partner:police")
    with work_of(actors.officer) as work:
        assert networks.detect(work, case_id, PURPOSE, ("UB-47",))["runs"]
        case = work.session.get_one(Case, case_id)
        assert not _processing.joint(work, case)
    with sessions.begin() as session:
        session.get_one(Case, table.case).regime = "MUNICIPAL"
    assert detect(table, "UB-42")


def test_the_register_is_founded_once_and_by_the_first_joint_case(work_of, actors, sessions):
    made = Table(work_of, actors)
    for _ in range(2):
        with made.by("coordinator") as work:
            phases.read_phases(work, made.case)
            networks.open_patterns(work, made.case)
    with sessions() as session:
        assert len(session.scalars(select(ProcessingChange)).all()) == 1


def test_another_municipality_is_a_new_partner_and_shows_once_it_sits_in_a_case(
    work_of, actors, table
):
    house = actors.coordinator.organisation_id
    with work_of(actors.coordinator) as work:
        assert "partner:elsewhere" not in _processing.founding(work, house)
        assert "partner:elsewhere" not in {row.key for row in _processing.standing(work, house)}
        members.share_case(work, table.case, "outsider", "partner", "the same people")
        work.session.flush()
        assert "partner:elsewhere" in {row.key for row in _processing.standing(work, house)}


def test_a_body_of_another_house_is_no_row_of_the_register(work_of, actors, sessions):
    with sessions.begin() as session:
        far = session.scalars(select(Organisation).where(Organisation.code == "elsewhere")).one()
        port = session.get_one(Organisation, actors.port.organisation_id)
        port.house_id = far.id
    with work_of(actors.coordinator) as work:
        rows = _processing.standing(work, actors.coordinator.organisation_id)
        assert "partner:port" not in {row.key for row in rows}
        work.undo()
