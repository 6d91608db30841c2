"""A text about a place names no party of a case that the writer may see, and no number."""

import pytest

from bureau.errors import Invalid
from bureau.model import Person
from bureau.operations import parties
from bureau.operations._nobody import insist_nobody
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Credibility
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table

pytestmark = ON_SQLITE


@pytest.fixture
def table(work_of, actors):
    return Table(work_of, actors)


def add_person(road, label="Jan Voorbeeld"):
    with road.by("officer") as work:
        person = Person(
            case_id=road.id,
            label=label,
            given_names="Jan",
            family_name="Voorbeeld",
            key=label,
            learnt_from_id=road.source,
            credibility=Credibility.PROBABLE,
        )
        work.session.add(person)
        work.record(EventKind.PARTY_RECORDED, person)


def check(road, text, login="officer", looked=False):
    with road.by(login) as work:
        insist_nobody(work, {"note": text}, looked=looked)
        work.undo()


def test_a_person_of_a_case_is_stopped_always_and_a_company_until_somebody_looked(road):
    add_person(road)
    for looked in (False, True):
        with pytest.raises(Invalid):
            check(road, "De loods van JAN VOORBEELD staat leeg.", looked=looked)
    with pytest.raises(Invalid):
        check(road, "De Ankerplaats B.V. huurt de kade.")
    check(road, "De Ankerplaats B.V. huurt de kade.", looked=True)


@pytest.mark.parametrize("text", ["Bel mevr. Jansen", "Vraag P. de Vries", "Bel 06-12345678"])
def test_what_looks_like_a_name_or_a_number_is_stopped(road, text):
    with pytest.raises(Invalid):
        check(road, text)


@pytest.mark.parametrize("text", ["", "Kade 1 tot 14, P.C. Hooftstraat", "Wet Bibob 3 en 13b"])
def test_places_and_laws_may_stand(road, text):
    check(road, text)


def test_a_case_that_one_may_not_see_tells_nothing(road):
    add_person(road)
    check(road, "jan voorbeeld", login="police")


def test_who_reads_no_list_of_parties_learns_of_none_by_typing_names(table):
    with table.by("coordinator") as work:
        learnt = Learnt(add_source(work, table.case))
        parties.record_company(work, table.case, learnt, name="Loods Vier B.V.")
    check(table, "Loods Vier B.V. staat leeg.", login="police")
    with pytest.raises(Invalid):
        check(table, "Loods Vier B.V. staat leeg.", login="coordinator")
