"""Proves that the check of PDF files refuses what it should and accepts what it should."""

import pytest
from weasyprint import HTML

from tests.tools.verapdf import validate

pytestmark = pytest.mark.pdf
PAGE = '<html lang="nl"><head><title>Proef</title></head><body><h1>Proef</h1><p>Tekst.</p></body>'


def test_a_plain_file_is_refused(tmp_path):
    HTML(string=PAGE).write_pdf(tmp_path / "plain.pdf")
    answer = validate(tmp_path / "plain.pdf", "ua1")
    assert not answer.ok
    assert answer.failures


@pytest.mark.parametrize(("variant", "flavour"), [("pdf/ua-1", "ua1"), ("pdf/a-3a", "3a")])
def test_a_file_that_keeps_its_claim_is_accepted(tmp_path, variant, flavour):
    HTML(string=PAGE).write_pdf(tmp_path / "claimed.pdf", pdf_variant=variant)
    answer = validate(tmp_path / "claimed.pdf", flavour)
    assert answer.failures == []
    assert answer.ok
    assert answer.checks > 0
