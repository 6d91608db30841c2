"""The closed circle of art. 3 lid 4, and real estate that belongs to it."""

import pytest
from sqlalchemy import select

from bureau.model import Entity, Lease, Property, Screening, Tie
from bureau.operations import _circle
from bureau.rules.events import EventKind
from bureau.rules.sources import Inquiry, Relation
from bureau.rules.vocabulary import TieKind


@pytest.mark.parametrize(
    ("state", "inquiry"),
    [
        ("ST00", Inquiry.NONE),
        ("ST20", Inquiry.NONE),
        ("ST50", Inquiry.LIGHT),
        ("ST51", Inquiry.DEEP),
        ("ST100", Inquiry.NONE),
        ("P1", Inquiry.NONE),
    ],
)
def test_the_power_exists_between_selection_and_decision(state, inquiry):
    assert _circle.inquiry(state) is inquiry


def relation(work, road, entity_id):
    work.session.flush()
    screening = work.session.scalars(select(Screening)).one()
    subject = work.session.get_one(Entity, entity_id)
    return _circle.relation(work.session, screening, subject, work.today)


def test_real_estate_counts_with_the_people_it_is_tied_to(road):
    with road.by("officer") as work:
        place = Property(case_id=road.id, label="Kade 1", key="k1", learnt_from_id=road.source)
        other = Property(case_id=road.id, label="Kade 2", key="k2", learnt_from_id=road.source)
        work.session.add_all((place, other))
        work.session.flush()
        owner = road.add_company(work, "Owner B.V.", "R04")
        stranger = road.add_company(work, "Stranger B.V.")
        work.session.add(
            Tie(
                case_id=road.id,
                kind=TieKind.OWNS,
                from_id=owner,
                to_id=place.id,
                key="t",
                learnt_from_id=road.source,
            )
        )
        work.session.add(
            Lease(
                case_id=road.id,
                property_id=other.id,
                landlord_id=stranger,
                tenant_id=stranger,
                rent_minor=1,
                learnt_from_id=road.source,
            )
        )
        work.record(EventKind.TIE_RECORDED, place)
        assert relation(work, road, place.id) is Relation.RELATED
        assert relation(work, road, other.id) is Relation.OTHER
        assert relation(work, road, road.applicant) is Relation.APPLICANT
        assert relation(work, road, stranger) is Relation.OTHER
