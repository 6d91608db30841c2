"""The register as CSV; what a row holds is tested on its page."""

from app.sharing_paper import HEADS, text
from bureau.rules.vocabulary import Language


def test_an_empty_register_has_its_heads():
    assert text((), Language.NL).lstrip("\ufeff").strip() == ",".join(HEADS)
