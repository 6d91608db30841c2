"""Which dossiers may not exist."""

from dataclasses import fields, is_dataclass, replace

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.rules.vocabulary import Danger, Language, Track
from reports.dossier import AdministrativeDossier, CriminalDossier, VictimDossier
from reports.values import cover, evidence, finance, findings, network, screening, steps, support
from reports.values.findings import Answer, ExculpatorySheet
from tests.reports.samples import APPROVER, draft, sample

THEMES = (cover, evidence, finance, findings, network, screening, steps)
IDENTITY = {"victim", "code_name", "real_name", "first_name", "birth", "shelter", "nationality"}


@pytest.fixture
def criminal():
    return sample(Track.CRIMINAL)


@pytest.fixture
def administrative():
    return sample(Track.ADMINISTRATIVE)


def with_explanation(dossier, **changes):
    first, *rest = dossier.exculpatory.hits
    answered, *others = first.explanations
    hit = replace(first, explanations=(replace(answered, **changes), *others))
    return replace(dossier, exculpatory=replace(dossier.exculpatory, hits=(hit, *rest)))


@pytest.mark.parametrize("lack", [{"answer": None}, {"by": " "}, {"on": None}, {"reason": ""}])
@pytest.mark.parametrize("track", [Track.CRIMINAL, Track.ADMINISTRATIVE])
def test_no_dossier_with_an_unanswered_innocent_explanation(track, lack):
    with pytest.raises(NotAllowed, match="not been answered"):
        with_explanation(sample(track), **lack)


def test_no_criminal_dossier_with_an_empty_exculpatory_sheet(criminal):
    with pytest.raises(NotAllowed, match="empty"):
        replace(criminal, exculpatory=ExculpatorySheet((), (), "M. de Wael"))


def test_no_pattern_hit_without_an_innocent_explanation(criminal):
    first, *rest = criminal.exculpatory.hits
    hits = (replace(first, explanations=()), *rest)
    with pytest.raises(NotAllowed, match="no innocent explanation"):
        replace(criminal, exculpatory=replace(criminal.exculpatory, hits=hits))


def test_an_explanation_is_only_excluded_on_evidence(criminal):
    with pytest.raises(NotAllowed, match="on evidence"):
        with_explanation(criminal, answer=Answer.EXCLUDED, sources=())


def test_patterns_without_a_weighing_may_not_be_used(administrative):
    with pytest.raises(NotAllowed, match="no innocent explanation"):
        replace(administrative, exculpatory=None)
    assert replace(administrative, exculpatory=None, patterns=()).exculpatory is None


@pytest.mark.parametrize("track", list(Track))
def test_nobody_approves_what_they_wrote(track):
    dossier = sample(track)
    author = replace(dossier.cover.author, name=APPROVER.name.upper())
    with pytest.raises(NotAllowed, match="person who wrote it"):
        replace(dossier, cover=replace(dossier.cover, author=author))


@pytest.mark.parametrize("track", [Track.CRIMINAL, Track.ADMINISTRATIVE])
def test_no_source_goes_out_without_its_origin(track):
    dossier = sample(track)
    first, *rest = dossier.evidence
    with pytest.raises(NotAllowed, match="not been released"):
        replace(dossier, evidence=(replace(first, cleared=False), *rest))


def test_every_reference_leads_to_a_source_or_a_statement(criminal):
    first, *rest = criminal.statements
    with pytest.raises(Invalid, match="number 99"):
        replace(criminal, statements=(replace(first, sources=(99,)), *rest))
    with pytest.raises(Invalid, match="in statements"):
        replace(criminal, statements=(first,))
    with pytest.raises(Invalid, match="flows_sources"):
        replace(criminal, finances=replace(criminal.finances, flows_sources=(98,)))


def test_numbers_rise(criminal):
    with pytest.raises(Invalid, match="do not rise"):
        replace(criminal, statements=tuple(reversed(criminal.statements)))


def test_the_advice_is_only_for_readers_who_may(administrative):
    reader = replace(administrative.cover.recipient, may_read_advice=False)
    with pytest.raises(NotAllowed, match=r"art\. 28"):
        replace(administrative, cover=replace(administrative.cover, recipient=reader))


def test_the_three_grounds_are_assessed_apart(administrative):
    with pytest.raises(Invalid, match="Every ground"):
        replace(administrative, danger=administrative.danger[:2])
    assert [a.degree for a in administrative.danger] == [Danger.LESSER, Danger.NONE, Danger.UNKNOWN]


def test_a_plan_for_support_has_a_neutral_cover():
    plan = sample(Track.VICTIM)
    with pytest.raises(NotAllowed, match="neutral"):
        replace(plan, cover=replace(plan.cover, subject="Uitbuiting"))


@pytest.mark.parametrize("name", ["Maria Jansen", "maria", "M.", "Linde-1234", "Linde 12", ""])
def test_a_plan_for_support_carries_a_code_name_and_no_name(name):
    with pytest.raises(Invalid, match="code name"):
        replace(sample(Track.VICTIM), code_name=name)


def test_the_values_of_the_other_tracks_cannot_even_carry_a_victim():
    classes = [v for theme in THEMES for v in vars(theme).values() if is_dataclass(v)]
    names = {f.name for c in (*classes, CriminalDossier, AdministrativeDossier) for f in fields(c)}
    assert not names & IDENTITY
    assert "victim" not in {role.value for role in network.PartRole}
    theirs = {c.__name__ for c in classes}
    ours = {v.__name__ for v in vars(support).values() if is_dataclass(v)}
    assert not ours & theirs


def test_the_plan_for_support_has_no_room_for_identity_or_suspicion():
    classes = [v for v in vars(support).values() if is_dataclass(v)]
    names = {f.name for c in (*classes, VictimDossier) for f in fields(c)}
    assert not names & {"name", "address", "born", "score", "degree", "offence", "hits", "entities"}


@pytest.mark.parametrize("track", list(Track))
def test_a_draft_bears_the_moment_it_was_prepared(track):
    issued, prepared = sample(track, Language.EN), draft(track, Language.EN)
    assert issued.moment == issued.issuance.issued_at
    assert prepared.moment == prepared.cover.prepared_at
    assert prepared.language is Language.EN
