import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import sessionmaker

from app.commands.databases import upgraded
from app.demo import story
from app.demo.summary import Reader
from bureau.errors import Invalid
from bureau.model import Case, Dossier, Entity, Event, Organisation, Payment, SupportDossier
from bureau.rules.vocabulary import EntityKind
from bureau.store import open_store
from bureau.trust.integrity import damaged_blobs, first_bad_event
from tests.app.demo.terminal import NOW, PASSWORD, filled, run_demo


def count(city, *tables):
    with city.factory() as session:
        return sum(session.scalar(select(func.count()).select_from(t)) for t in tables)


def test_about_forty_parties_and_three_thousand_payments(city):
    kinds = (EntityKind.PERSON, EntityKind.COMPANY, EntityKind.PROPERTY)
    own = select(Entity.id).join(Case, Case.id == Entity.case_id).where(Entity.kind.in_(kinds))
    with city.factory() as session:
        house = select(Organisation.id).where(Organisation.code == "havermonde").scalar_subquery()
        parties = session.scalars(own.where(Case.organisation_id == house)).all()
    assert 36 <= len(parties) <= 48  # the town beside keeps two of the same companies too
    assert count(city, Payment) >= 3_000


def test_everything_happened_before_today_and_in_order(city):
    with city.factory() as session:
        moments = list(session.scalars(select(Event.at).order_by(Event.seq)))
    story_of = [moment for moment in moments if moment < NOW]
    assert story_of == sorted(story_of)
    assert story_of[-1].date() < NOW.date()


def test_the_trail_is_whole_and_holds_no_refusal(city):
    with city.factory() as session:
        events = list(session.scalars(select(Event).order_by(Event.seq)))
        assert first_bad_event(iter(events)) is None
        assert not damaged_blobs(iter(()))
    assert {event.outcome for event in events} == {"done"}


def test_nobody_has_a_real_citizen_number(city):
    with city.factory() as session:
        people = session.scalars(select(Entity)).all()
        sealed = [i.sealed for entity in people for i in entity.identifiers if i.sealed]
    assert sealed
    assert all(number.startswith("9999") for number in sealed)


@pytest.mark.parametrize("today", ["2026-05-26", "2027-01-03"])
def test_the_story_holds_on_other_days(fresh, unprinted, today):
    now = datetime.fromisoformat(f"{today}T07:00").replace(tzinfo=UTC)
    scene = story.fill(fresh, PASSWORD, now)
    assert scene.last < now


def digests(factory):
    """What was approved, without the marks and the signature of the house that issued it."""
    with factory() as session:
        plan = session.scalar(select(SupportDossier.content_sha256))
        kept = session.scalars(select(Dossier))
        return {row.track: (row.content_sha256, row.original_sha256) for row in kept} | {"": plan}


def test_two_fresh_houses_on_one_day_approve_the_same_bytes(city, tmp_path_factory):
    house = filled(tmp_path_factory)
    engine = open_store(f"sqlite:///{house.home / 'bureau.db'}")
    assert digests(sessionmaker(engine)) == digests(city.factory)
    engine.dispose()
    paths = [Path(one["path"]) for one in house.told["dossiers"]]
    assert {path.parent for path in paths} == {house.home / "demo"}


def test_a_house_that_is_filled_is_told_of_again(tmp_path_factory):
    house = filled(tmp_path_factory)
    again = run_demo("--json", **{**house.settings, "BUREAU_DEMO_PASSWORD": ""})
    assert json.loads(again.stdout) == house.told
    assert "BUREAU_DEMO_PASSWORD" in again.stderr


def test_it_cannot_be_set_before_its_rules(fresh):
    with pytest.raises(Invalid) as caught:
        story.fill(fresh, PASSWORD, datetime(2024, 1, 1, tzinfo=UTC))
    assert caught.value.where == {"setting": "BUREAU_NOW"}


@pytest.mark.postgres
def test_the_city_can_be_filled_on_a_server(postgres_server, unprinted, tmp_path):
    from tests.conftest import _admin, _database

    _admin(postgres_server, "CREATE DATABASE city")
    engine = open_store(_database(postgres_server, "city"))
    upgraded(engine)
    factory = sessionmaker(engine)
    story.fill(factory, PASSWORD, NOW)
    found = Reader(factory, NOW).summary(tmp_path, "http://127.0.0.1:8080/")
    assert [paper.track for paper in found.papers] == ["criminal", "administrative", "victim"]
    engine.dispose()
