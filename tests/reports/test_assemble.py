"""What goes into which track: nothing hidden, nobody protected, one language at a time."""

import re
from enum import Enum

import pytest
from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Base, Finding, Person, SupportFile
from bureau.operations import supports
from bureau.rules.vocabulary import Language, Track
from reports.assemble import _texts, assemble
from reports.assembly.order import Order
from tests.bureau.operations.road import at
from tests.reports.stage import CARER, Helped

CASE_TRACKS = pytest.mark.parametrize("track", [Track.CRIMINAL, Track.ADMINISTRATIVE])
# Codes, articles, dates, numbers and names of our own: alike in every language.
NO_SENTENCE = re.compile(
    r"[A-Z]{1,4}[-/\d].*|\d[\d.-]*|[\da-f-]{36}|[\da-f]{16}: .*|(Awb|Wet Bibob|art\.) .*"
    r"|[a-zA-Z]\w*"
)
DUTCH = re.compile(r"\b(de|het|een|niet|van|voor|wordt|zijn|aan|naar|bij|tot)\b")
ENGLISH = re.compile(r"\b(the|are|not|for|from|to|by|with|and)\b")


def texts(dossier):
    return {
        text
        for text in _texts(dossier)
        if text.strip() and not isinstance(text, Enum)
    }  # fmt: skip


@pytest.fixture
def written(rich):
    """Everything that people wrote into the case."""
    with rich.file() as file:
        session = file.work.session
        return " | ".join(
            str(value)
            for mapper in Base.registry.mappers
            for row in session.scalars(select(mapper.class_))
            for column in mapper.column_attrs
            if isinstance(value := getattr(row, column.key), str)
        )


def test_the_two_tracks_of_a_case_are_two_dossiers(made):
    assert made(Track.CRIMINAL).track is Track.CRIMINAL
    assert made(Track.ADMINISTRATIVE).track is Track.ADMINISTRATIVE


@CASE_TRACKS
def test_what_both_languages_share_was_written_by_people(made, written, track):
    shared = texts(made(track, Language.NL)) & texts(made(track, Language.EN))
    ours = {text for text in shared if text not in written and not NO_SENTENCE.fullmatch(text)}
    assert ours <= {"Officer, Gemeente Havermonde", "M. Verhaar", "Openbaar Ministerie"}


@CASE_TRACKS
@pytest.mark.parametrize(("language", "foreign"), [(Language.NL, ENGLISH), (Language.EN, DUTCH)])
def test_our_own_sentences_keep_to_one_language(made, track, language, foreign):
    other = Language.EN if language is Language.NL else Language.NL
    ours = texts(made(track, language)) - texts(made(track, other))
    assert len(ours) > 50
    named = re.compile(r"De Ankerplaats|\([^)]*\)|Who directs it|Met stukken verklaard|aan De\b")
    mixed = {text for text in ours if len(foreign.findall(named.sub("", text))) > 1}
    assert mixed == set()


@CASE_TRACKS
def test_every_reference_is_to_a_source_in_the_register(made, track):
    dossier = made(track)
    listed = {line.number for line in dossier.evidence}
    for name in ("statements", "timeline", "entities"):
        for row in getattr(dossier, name):
            assert row.sources
            assert set(row.sources) <= listed


@CASE_TRACKS
def test_a_text_that_names_a_protected_person_stops_it(rich, track):
    with rich.file() as file:
        someone = file.work.session.get_one(Person, rich.lender)
        someone.protected = True
        file.work.session.flush()
        file.rows.all(Finding)[0].text = "Kwakman leent het geld."
        file.work.session.flush()
        with pytest.raises(NotAllowed, match="names a protected person") as stop:
            assemble(file.work, file.case, track, rich.order(track=track))
        assert stop.value.where["guard"] == "protected person"
        assert "Kwakman" not in f"{stop.value}{stop.value.where}"


@CASE_TRACKS
def test_a_name_of_two_letters_stops_nothing(rich, track):
    with rich.file() as file:
        someone = file.work.session.get_one(Person, rich.victim)
        someone.family_name = someone.label = "De"
        file.work.session.flush()
        assert assemble(file.work, file.case, track, rich.order(track=track))


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("text", ["Mirte Zonneveld belt zelf", "mevrouw zonneveld"])
def test_a_plan_that_names_the_person_is_stopped_too(work_of, actors, text):
    helped = Helped(work_of, actors, at)
    helped.consent()
    with helped.by() as work:
        supports.add_entry(work, helped.id, "plan", text, at("03-03").date())
    order = Order(1, CARER, "toestemming", Language.NL, at("03-10"), organisation="Haven")
    with helped.by() as work:
        file = work.session.get_one(SupportFile, helped.id)
        with pytest.raises(NotAllowed, match="names a protected person") as stop:
            assemble(work, file, Track.VICTIM, order)
        assert stop.value.where["text"] == "plan"
        assert "onneveld" not in str(stop.value)
