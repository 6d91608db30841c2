"""What a dossier carries inside is read back as it was put in, and nothing else is taken for it."""

import json

import pytest

from bureau.errors import OutOfOrder
from bureau.rules.vocabulary import Language, Track
from reports.canonical import canonical_json
from reports.embedded import content
from tests.reports.samples import sample


@pytest.mark.pdf
def test_the_values_come_back_whole(printed):
    found = content(printed(Track.VICTIM, Language.NL).pdf)
    assert found == json.loads(canonical_json(sample(Track.VICTIM, Language.NL)))


def test_what_is_no_dossier_is_refused():
    with pytest.raises(OutOfOrder, match="cannot be read"):
        content(b"%PDF-1.7 nothing")
