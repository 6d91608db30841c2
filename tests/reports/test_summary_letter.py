"""The letter says what the dossier is, what it does not say and what one may do, and no more."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from bureau.rules.vocabulary import Language, Track
from reports import sheet, summary_letter
from reports.canonical import content_digest
from reports.html import to_html
from reports.package import Copy
from reports.values.steps import Openness, Withheld
from reports.wording import texts
from tests.reports.reading import attachment, pages
from tests.reports.samples import sample

COPY = Copy(b"%PDF", "a" * 64, "1/1")
OURS = "b" * 64
CASES = (Track.CRIMINAL, Track.ADMINISTRATIVE)


def told(dossier):
    """The words of a letter on one line."""
    html = sheet.to_html(summary_letter.sheet(dossier, COPY, OURS, 23))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("track", list(Track))
def test_it_says_to_whom_from_whom_on_which_basis_and_for_what(track, language):
    dossier = sample(track, language)
    cover, said = dossier.cover, told(dossier)
    for word in (
        *(cover.recipient.person, cover.recipient.office, cover.organisation, cover.dossier_id),
        *(cover.basis.basis, cover.purpose, cover.handling, cover.recall_contact, "verify.py"),
        *(OURS, "a" * 64, content_digest(dossier), "1/1", dossier.issuance.approver.name),
    ):
        assert word in said


@pytest.mark.parametrize("track", CASES)
def test_it_counts_what_is_in_the_dossier_and_gives_the_period_it_tells_of(track):
    dossier = sample(track)
    contains = summary_letter.sheet(dossier, COPY, OURS, 23).parts[1]
    counts = [value for _, value in contains.facts]
    wanted = (dossier.statements, dossier.evidence, dossier.annexes)
    assert counts[:4] == ["23", *(str(len(each)) for each in wanted)]
    assert re.fullmatch(r"van .*\d{4} tot en met .*\d{4}", counts[4])
    undated = SimpleNamespace(timeline=(), statements=())
    assert summary_letter._period(undated, texts(Language.NL)) == "datum onbekend"


@pytest.mark.parametrize(
    ("track", "words"),
    [
        (Track.CRIMINAL, ("trekt geen conclusie", "Niemand is verdachte", "onschuldig")),
        (Track.ADMINISTRATIVE, ("nergens van beschuldigd", "geen oordeel over schuld")),
        (Track.VICTIM, ("alleen bij de codenaam", "geen oordeel")),
    ],
)
def test_it_indicates_and_says_how_the_people_in_it_stand(track, words):
    said = told(sample(track))
    for word in words:
        assert word in said


@pytest.mark.parametrize("language", list(Language))
def test_a_plan_for_support_has_the_code_name_and_no_word_of_suspicion(language):
    dossier = sample(Track.VICTIM, language)
    said = told(dossier)
    assert dossier.code_name in said
    for word in ("verdacht", "verdenk", "schuldig", "strafbaar", "suspect", "guilt", "offence"):
        assert word not in said.lower()


def test_what_was_withheld_stands_there_by_kind_and_ground_alone():
    row = Withheld("stuk van een partner", 2, "de herkomst weigerde", "WGS 1.7")
    dossier = sample(Track.CRIMINAL)
    openness = replace(dossier.openness, withheld=(row,))
    said = told(replace(dossier, openness=openness))
    assert "stuk van een partner (2)" in said
    assert "de herkomst weigerde (WGS 1.7)" in said
    none = Openness(dossier.openness.disclosures, (), dossier.openness.notice)
    assert "Er is niets weggelaten." in told(replace(dossier, openness=none))


@pytest.mark.parametrize("track", CASES)
def test_whom_the_dossier_is_about_is_not_in_its_letter(track):
    dossier = sample(track)
    said = told(dossier)
    assert dossier.entities
    assert not [one.label for one in dossier.entities if one.label in said]
    assert dossier.cover.subject not in said
    assert not [one.text for one in dossier.statements if one.text in said]


def test_a_plan_asks_no_yearly_answer_and_a_dossier_says_until_when():
    assert "20 november 2027 weten" in told(sample(Track.CRIMINAL))
    assert "weten wat het heeft opgeleverd" not in told(sample(Track.VICTIM))


@pytest.mark.parametrize("track", list(Track))
def test_it_greets_its_reader_and_is_signed_by_who_sends_it(track):
    dossier = sample(track)
    made = summary_letter.sheet(dossier, COPY, OURS, 2)
    assert made.greeting == "Geachte heer, mevrouw,"
    assert made.closing[:2] == ("Hoogachtend,", dossier.cover.author.name)
    assert made.closing[-1].startswith(dossier.cover.author.office)


def test_a_consent_that_was_written_twice_is_counted_and_printed_once():
    once = sample(Track.VICTIM)
    twice = replace(once, consents=(*once.consents, once.consents[0]))
    facts = dict(summary_letter.sheet(twice, COPY, OURS, 2).parts[1].facts)
    assert facts["Toestemmingen"] == str(len(once.consents))
    assert to_html(twice).count(once.consents[0].how_explained) == to_html(once).count(
        once.consents[0].how_explained
    )


def test_the_letter_with_a_secret_says_in_one_way_when_it_may_be_passed_on():
    t = texts(Language.NL)
    said = f"{t('track.administrative.handling')} {t('letter.administrative.use')}"
    assert said.count("instemming") == 1
    assert "Niet kopiëren of doorgeven" not in said


def test_pages_that_were_not_marked_have_one_digest():
    same = Copy(b"%PDF", OURS, "1/1")
    facts = summary_letter.sheet(sample(Track.VICTIM), same, OURS, 2).parts[-1].facts
    assert [value for _, value in facts].count(OURS) == 1


@pytest.mark.pdf
def test_it_is_two_pages_at_most_and_printed_alike_each_time():
    dossier = sample(Track.CRIMINAL)
    made = summary_letter.printed(dossier, COPY, OURS, 23)
    assert made == summary_letter.printed(dossier, COPY, OURS, 23)
    assert made.pages <= 2
    name, data = attachment(made.pdf)
    assert name == f"{dossier.cover.dossier_id}-v{dossier.cover.version}-letter.json"
    assert OURS.encode() in data
    assert "Begeleidende brief" in pages(made.pdf)[0]
