"""The index and the chart: who appears and as what; a protected person in neither."""

from bureau.model import PartyRole, Tie
from bureau.rules.vocabulary import EntityKind, Language, TieKind, Track
from reports.assembly import people
from reports.values.network import PartRole
from tests.reports.assembly.rich import BOTH, SECRETS, VICTIM


def test_the_index_names_who_has_a_part_and_where_that_is_known_from(made):
    index = {entry.label: entry for entry in made(Track.CRIMINAL).entities}
    assert set(index) == {
        *("De Ankerplaats B.V.", "Doorn", "Geertje Kwakman", "Havenbank N.V.", "Kade 9"),
        *("Kwakman Holding B.V.", "Vroeger"),
    }
    assert all(entry.sources for entry in index.values())
    assert index["De Ankerplaats B.V."].role is PartRole.SUBJECT
    assert {entry.role for entry in index.values()} == {PartRole.SUBJECT, PartRole.RELATED}


@BOTH
def test_a_role_is_said_in_words_and_only_when_its_source_goes_along(made, language):
    index = {entry.label: entry for entry in made(Track.CRIMINAL, language).entities}
    word = index["Geertje Kwakman"].note
    assert "vermogensverschaffer" in word
    assert word == ("vermogensverschaffer" if language is Language.NL
                    else "provider of capital (vermogensverschaffer)")  # fmt: skip


def test_a_number_from_a_withheld_source_is_not_shown(made):
    index = {entry.label: entry for entry in made(Track.CRIMINAL).entities}
    assert index["Kwakman Holding B.V."].identifiers == (("KVK", "69599084"),)


def test_accounts_and_addresses_have_no_line_of_their_own(made):
    kinds = {entry.kind for entry in made(Track.CRIMINAL).entities}
    assert not kinds & {EntityKind.ACCOUNT, EntityKind.ADDRESS}
    assert not {node.kind for node in made(Track.CRIMINAL).chart.nodes} & {EntityKind.ACCOUNT}


def test_the_chart_draws_ties_with_their_sources_and_the_applicant_apart(made):
    chart = made(Track.CRIMINAL).chart
    assert [node.label for node in chart.nodes if node.subject] == ["De Ankerplaats B.V."]
    assert all(tie.sources and set(tie.sources) <= {1, 2, 4, 5} for tie in chart.ties)
    assert "7 knopen" in chart.description
    drawn = {end for tie in chart.ties for end in (tie.start, tie.end)}
    assert drawn == {node.key for node in chart.nodes}


@BOTH
def test_neither_a_victim_nor_a_secret_is_drawn_or_listed(made, language):
    dossier = made(Track.CRIMINAL, language)
    told = repr((dossier.entities, dossier.chart))
    for word in (*SECRETS, *VICTIM):
        assert word not in told


def test_a_chart_that_grows_too_large_keeps_whoever_has_a_role(rich, monkeypatch):
    monkeypatch.setattr(people, "MOST_ON_PAPER", 3)
    with rich.file() as file:
        names = {node.label for node in people.chart(file).nodes}
        assert {"De Ankerplaats B.V.", "Geertje Kwakman"} <= names
        assert len(names) <= 3


def test_roles_decide_and_not_the_alphabet(rich, monkeypatch):
    monkeypatch.setattr(people, "MOST_ON_PAPER", 3)
    with rich.file() as file:
        last = next(one for one in file.entities.values() if one.label == "Kwakman Holding B.V.")
        last.roles.append(PartyRole(case_id=rich.id, role="R04", learnt_from_id=rich.source))
        file.work.session.flush()
        names = {node.label for node in people.chart(file).nodes}
        assert names == {"De Ankerplaats B.V.", "Geertje Kwakman", "Kwakman Holding B.V."}


def test_the_house_of_a_protected_person_is_not_drawn(rich):
    with rich.file() as file:
        place = next(one for one in file.entities.values() if one.kind is EntityKind.PROPERTY)
        file.work.session.add(
            Tie(
                case_id=rich.id, kind=TieKind.HOLDS_RIGHT, from_id=rich.victim, to_id=place.id,
                key="test", learnt_from_id=rich.source,
            )
        )  # fmt: skip
        chart = people.chart(file)
        assert all(tie.start != str(rich.victim) for tie in chart.ties)


def test_without_ties_there_is_no_chart(rich):
    with rich.file() as file:
        file.sources.clear()
        assert people.chart(file) is None
        assert people.entries(file) == ()
