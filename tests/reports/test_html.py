"""The page: everything in order, nothing obeyed, nothing that does not belong to the track."""

import re
from dataclasses import replace
from html import unescape

import pytest

from bureau.rules.vocabulary import Language, Track
from reports.html import TEMPLATES, attachment_name, chapters, stamp, to_html
from reports.pdf import style_sheet
from reports.tracks import TRACKS, Section
from reports.wording import texts
from tests.reports.samples import draft, sample

BOTH = [(track, language) for track in Track for language in Language]
JUDGING = r"\b(schuldige?|guilty|risicoscore|risk score|verdachte|perpetrator)\b"
SUSPICION = r"verdacht|verdenking|suspect|slachtoffer|victim|dader|misdrijf|crimin|politie|police"


def words_of(html):
    return unescape(re.sub(r"<[^>]+>", " ", html))


@pytest.mark.parametrize(("track", "language"), BOTH)
def test_every_section_of_the_track_is_there_in_order(track, language):
    html = to_html(sample(track, language))
    titles = [texts(language)(f"section.{s.value}.title") for s in TRACKS[track].sections]
    places = [html.rindex(f"</span> {title}</h2>") for title in titles]
    assert places == sorted(places)


@pytest.mark.parametrize(("track", "language"), BOTH)
def test_no_page_judges_or_scores_a_person(track, language):
    assert not re.search(JUDGING, words_of(to_html(sample(track, language))), re.I)


@pytest.mark.parametrize("language", list(Language))
def test_a_plan_for_support_has_no_word_of_suspicion(language):
    found = re.findall(SUSPICION, words_of(to_html(sample(Track.VICTIM, language))), re.I)
    assert found == []


@pytest.mark.parametrize("track", [Track.CRIMINAL, Track.ADMINISTRATIVE])
def test_nothing_of_a_plan_for_support_stands_in_the_other_tracks(track):
    plan, page = sample(Track.VICTIM), words_of(to_html(sample(track)))
    canaries = [plan.code_name, plan.contact.channel, plan.cover.case_reference, "De Brug"]
    canaries += [need.own_words for need in plan.needs]
    assert [word for word in canaries if word in page] == []


def test_what_is_withheld_is_named_and_never_shown():
    dossier = sample(Track.CRIMINAL, Language.EN)
    page = words_of(to_html(dossier))
    assert dossier.openness.withheld[0].ground in page
    assert set(type(dossier.openness.withheld[0]).__dataclass_fields__) == {
        "category", "count", "ground", "basis", "review_on",
    }  # fmt: skip


def test_what_was_typed_is_escaped_everywhere():
    evil = "<script>alert(1)</script>{{ 7*7 }}"
    dossier = sample(Track.ADMINISTRATIVE, Language.EN)
    first, *rest = dossier.signals
    hostile = replace(
        dossier,
        status_note=evil,
        signals=(replace(first, title=evil, observed=evil), *rest),
        cover=replace(dossier.cover, subject=evil, case_reference=evil),
    )
    html = to_html(hostile)
    assert "<script>" not in html
    assert "49" not in re.findall(r"alert\(1\)&lt;/script&gt;(.{12})", html)
    assert html.count("&lt;script&gt;") >= 5


def test_what_was_not_recorded_is_said_and_what_may_be_left_out_is():
    bare = replace(
        sample(Track.ADMINISTRATIVE, Language.EN),
        inquiry=(), chart=None, finances=None, advice=None, hearing=None, patterns=(),
        exculpatory=None, timeline=(),
    )  # fmt: skip
    page = words_of(to_html(bare))
    assert "No inquiry of the body's own was made." in page
    assert "Financial overview" not in page
    assert "No opportunity to give a view" in page
    found = chapters(bare, TRACKS[bare.track], texts(Language.EN))
    assert [c.number for c in found] == list(range(1, len(found) + 1))
    assert Section.ADVICE not in {c.section for c in found}


def test_a_decision_that_was_taken_says_until_when_one_may_object():
    dossier = sample(Track.ADMINISTRATIVE, Language.EN)
    on = dossier.danger[0].on
    taken = replace(dossier.decision, taken=True, on=on, announced_on=on, objection_until=on)
    page = " ".join(words_of(to_html(replace(dossier, decision=taken))).split())
    assert "Objection can be lodged up to and including 7 October 2026" in page


def test_a_decision_of_private_law_says_that_no_objection_lies_against_it():
    dossier = sample(Track.ADMINISTRATIVE, Language.EN)
    deal = replace(dossier.decision, objection_to="", objection_until=None)
    page = " ".join(words_of(to_html(replace(dossier, decision=deal))).split())
    assert "No objection (bezwaar) lies against it" in page
    assert "may lodge an objection" not in page


def test_a_draft_bears_a_band_and_no_copy_mark():
    html = to_html(draft(Track.CRIMINAL, Language.EN))
    assert 'class="criminal draft"' in html
    assert "copy 1 of 2" not in html
    assert "not approved yet" in html


def test_the_stamp_and_the_name_come_from_the_dossier():
    dossier = sample(Track.VICTIM)
    assert stamp(dossier) == "2026-11-20T08:15:00Z"
    assert attachment_name(dossier) == "S-2026-0004-P1.json"


@pytest.mark.parametrize("track", list(Track))
def test_a_page_refers_to_nothing_outside_itself(track):
    html = to_html(sample(track))
    assert set(re.findall(r'(?:src|href)="([^"#]*)', html)) <= {""}
    assert not re.search(r"<(script|link|img|style|iframe|object)\b", html)


def test_a_date_nobody_knows_is_said_to_be_unknown():
    assert "datum onbekend" in to_html(sample(Track.CRIMINAL))


def test_the_columns_of_every_table_fill_its_width():
    sheet = style_sheet()
    for path in sorted((TEMPLATES / "sections").glob("*.html")):
        for heads in re.findall(r"\[\((t\(.*?\d)\)\]", path.read_text("utf-8")):
            widths = re.findall(r", (\d+)(?:$|\), \()", heads)
            assert sum(map(int, widths)) == 100, path.name
            assert all(f".w{width} {{ width: {width}%; }}" in sheet for width in widths), path.name


def test_the_day_and_month_of_a_date_stay_on_one_line():
    html = to_html(sample(Track.CRIMINAL))
    assert "21\N{NO-BREAK SPACE}november 2024" in html
    assert "12\N{NO-BREAK SPACE}oktober 2026, 11.00\N{NO-BREAK SPACE}uur" in html


def test_amounts_stand_under_their_heads():
    html = to_html(sample(Track.CRIMINAL, Language.EN))
    for head in ("Stated", "Shown by documents", "Unexplained", "Price", "Value", "Number"):
        assert re.search(rf'<th scope="col" class="w\d+ amount">{head}</th>', html), head
