"""One spelling, one digest."""

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from bureau.errors import Invalid
from bureau.rules.vocabulary import Track
from reports.canonical import (
    SCHEMA,
    canonical_json,
    content_digest,
    content_digest_of,
    document_digest,
)
from tests.reports.samples import draft, issuance, sample


def test_the_spelling_is_plain_sorted_and_complete():
    spelled = canonical_json(sample(Track.CRIMINAL))
    content = json.loads(spelled)
    assert content["schema"] == SCHEMA
    assert content["kind"] == "criminal"
    assert content["statements"][0]["sources"] == [1]
    assert content["cover"]["expires_on"] == "2027-11-20"
    assert list(content) == sorted(content)
    assert b": " not in spelled[:200]


@pytest.mark.parametrize("track", list(Track))
def test_what_was_approved_is_the_same_before_and_after_issue_and_on_every_copy(track):
    issued = sample(track)
    other = replace(issued, issuance=issuance(2))
    assert content_digest(draft(track)) == content_digest(issued) == content_digest(other)
    assert document_digest(issued) != document_digest(other)


@pytest.mark.parametrize("track", list(Track))
def test_the_digest_can_be_found_again_from_the_spelling(track):
    dossier = sample(track)
    assert content_digest_of(canonical_json(dossier)) == content_digest(dossier)


def test_one_changed_letter_changes_the_digest():
    dossier = sample(Track.CRIMINAL)
    assert content_digest(dossier) != content_digest(replace(dossier, status_note="."))


def test_the_zone_of_a_moment_does_not_matter():
    dossier = sample(Track.VICTIM)
    elsewhere = dossier.cover.prepared_at.astimezone(timezone(timedelta(hours=9)))
    moved = replace(dossier, cover=replace(dossier.cover, prepared_at=elsewhere))
    assert isinstance(elsewhere, datetime)
    assert content_digest(moved) == content_digest(dossier)


@pytest.mark.parametrize("text", [b"nonsense", b"[]", b'{"schema": "other"}', b"[" * 100_000])
def test_what_is_no_dossier_has_no_digest(text):
    with pytest.raises(Invalid):
        content_digest_of(text)


def test_half_a_character_is_refused():
    with pytest.raises(Invalid, match="half a character"):
        canonical_json(replace(sample(Track.CRIMINAL), status_note="\ud800"))


def test_a_place_that_is_no_number_is_refused():
    dossier = sample(Track.CRIMINAL)
    first, *rest = dossier.chart.nodes
    chart = replace(dossier.chart, nodes=(replace(first, x=float("nan")), *rest))
    with pytest.raises(Invalid):
        canonical_json(replace(dossier, chart=chart))
