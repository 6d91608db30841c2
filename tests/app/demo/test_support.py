from pathlib import Path

import pytest
from sqlalchemy import select

from app.demo.support import STORY
from app.demo.texts import told
from bureau.errors import AccessDenied
from bureau.model import Base
from bureau.operations import supports

NAMES = (told(STORY)["code_name"], *told(STORY)["real_name"].split())
OWN = {"support_file", "support_member", "support_entry", "consent", "support_dossier"}
OWN |= {"support_part", "support_referral"}


def test_no_other_table_holds_a_name_of_it(city):
    with city.factory() as session:
        for name, table in Base.metadata.tables.items():
            if name in OWN:
                continue
            for row in session.execute(select(table)):
                said = str(tuple(row))
                assert not [one for one in NAMES if one in said], name


@pytest.mark.parametrize("track", ["criminal", "administrative"])
def test_no_other_dossier_holds_a_name_of_it(city, track):
    words = city.words(track)
    assert not [one for one in NAMES if one in words]


def test_the_plan_names_its_recipient_and_nobody_by_name(city):
    words = city.words("victim")
    assert told(STORY)["recipient"] in words
    assert NAMES[0] in words
    assert not [one for one in NAMES[1:] if one in words]


def test_the_real_name_is_sealed_and_stands_nowhere_in_clear(city):
    content = Path(city.engine.url.database).read_bytes()
    assert NAMES[2].encode() not in content
    with city.work("care") as work:
        assert supports.read_file(work, city.id(STORY)).file.real_name == told(STORY)["real_name"]


@pytest.mark.parametrize("login", ["officer", "coordinator", "mayor", "police", "auditor", "admin"])
def test_only_its_helpers_can_read_it(city, login):
    with pytest.raises(AccessDenied), city.work(login) as work:
        supports.read_file(work, city.id(STORY))


def test_indicators_plan_rights_and_consent_are_there(city):
    with city.work("care") as work:
        view = supports.read_file(work, city.id(STORY))
        kinds = {entry.kind for entry in view.file.entries}
        assert {"indicator", "plan", "right", "step"} <= kinds
        assert {one.recipient for one in view.consents} == {told(STORY)["recipient"]}
        assert {one.aim for one in view.consents} == {"coordination", "shelter"}
        assert view.parts.keys() >= {"triage", "talk", "contact"}
        assert view.file.state == "referral"
