"""The signature of the house under printed pages."""

from datetime import UTC, datetime

import pytest
from pyhanko.sign import timestamps
from pyhanko.sign.signers.pdf_signer import PdfSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from bureau import keys
from bureau.certificate import bearer
from bureau.errors import OutOfOrder
from bureau.rules.vocabulary import Language, Track
from reports import signing, stamping, verify
from tests.reports import sealing

MOMENT = datetime(2026, 11, 20, 8, 15, tzinfo=UTC)
pytestmark = pytest.mark.pdf


@pytest.fixture
def pages(printed):
    keys.hold(sealing.RING)
    yield printed(Track.VICTIM, Language.NL).pdf
    stamping.stamp_with("")


def test_the_same_pages_at_the_same_moment_get_the_same_signature(pages):
    first = signing.signed(pages, MOMENT)
    assert signing.signed(pages, MOMENT) == first
    assert signing.signed(pages, MOMENT.replace(hour=9)) != first
    assert first.startswith(pages)
    assert b"(D\\07220261120081500Z)" in first


def test_a_service_of_time_stamps_is_asked_only_where_one_is_named(pages, monkeypatch):
    own = bearer()
    cert, *_ = signing.load_certs_from_pemder_data(own.chain)
    key = signing_key(own)
    stamper = timestamps.DummyTimeStamper(
        tsa_cert=cert, tsa_key=key, certs_to_embed=SimpleCertificateStore(), fixed_dt=MOMENT
    )
    asked = []
    monkeypatch.setattr(signing, "HTTPTimeStamper", lambda *a, **_: asked.append(a) or stamper)
    assert "timestamp" not in names(signing.signed(pages, MOMENT))
    stamping.stamp_with("https://tsa.example/")
    stamped = signing.signed(pages, MOMENT)
    assert asked == [("https://tsa.example/",)]
    assert "timestamp" in names(stamped)


def signing_key(own):
    """The key of the house as the service of a test signs with it."""
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from pyhanko.keys.pemder import load_private_key_from_pemder_data

    der = own.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return load_private_key_from_pemder_data(der, None)


def names(pdf):
    checks = verify.check({verify.PDF: pdf})
    assert all(one.ok for one in checks), checks
    return {one.name for one in checks}


def test_where_that_service_does_not_answer_nothing_goes_out(pages, monkeypatch):
    def silent(*_, **__):
        raise timestamps.TimestampRequestError("no answer")

    monkeypatch.setattr(PdfSigner, "sign_pdf", silent)
    with pytest.raises(OutOfOrder, match="nothing was issued"):
        signing.signed(pages, MOMENT)
