"""Sources and their hand-overs."""

from dataclasses import replace

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.rules.vocabulary import Track
from reports.values.evidence import only_cleared
from tests.reports.samples import sample

CRIMINAL = sample(Track.CRIMINAL)


@pytest.mark.parametrize("changes", [{"title": ""}, {"origin": " "}, {"sha256": "abc"}])
def test_a_source_has_a_title_an_origin_and_a_true_digest(changes):
    with pytest.raises(Invalid):
        replace(CRIMINAL.evidence[0], **changes)


def test_a_transfer_is_intact_only_when_both_digests_are_there_and_equal():
    transfer = CRIMINAL.custody[0]
    assert transfer.intact
    assert not replace(transfer, sha256_after="0" * 64).intact
    unknown = replace(transfer, sha256_before="", sha256_after="")
    assert not unknown.intact
    assert transfer.measured
    assert not unknown.measured
    assert not replace(transfer, sha256_after="").measured


def test_the_refusal_of_an_origin_is_named():
    item = replace(CRIMINAL.evidence[2], cleared=False)
    with pytest.raises(NotAllowed, match="Source 3 has not been released by Kadaster"):
        only_cleared((CRIMINAL.evidence[0], item))
