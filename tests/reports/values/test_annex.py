"""An annex names the document it was made of, and lies where its number says."""

import pytest

from bureau.errors import Invalid
from reports.values.annex import Annex, annex_path


def test_an_annex_lies_in_the_folder_of_annexes():
    made = Annex(2, "Contract", (), "a" * 64, "b" * 64, 3)
    assert made.path == annex_path(2) == "annexes/annex-2.pdf"


@pytest.mark.parametrize("wrong", [("", "a" * 64), ("Contract", "nonsense")])
def test_an_annex_without_a_title_or_with_no_digest_is_refused(wrong):
    title, digest = wrong
    with pytest.raises(Invalid):
        Annex(1, title, (), digest, "b" * 64, 1)
