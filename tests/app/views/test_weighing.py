"""What the law leaves open, in the reader's language."""

from datetime import date

import pytest

from app.views.weighing import plain
from bureau.rules.grounds import OptionsRequest, options
from bureau.rules.vocabulary import Danger, DecisionKind, Stage


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_has_words_and_a_basis(language):
    found = plain(
        options(
            OptionsRequest(
                DecisionKind.LICENCE,
                Stage.APPLICATION,
                Danger.SERIOUS,
                Danger.NONE,
                date(2026, 3, 2),
            )
        ),
        language,
    )
    assert found["may_refuse"]
    assert not found["must_refuse"]
    assert all(row["text"] and row["basis"] for row in found["reasons"])
