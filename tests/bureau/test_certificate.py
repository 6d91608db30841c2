"""The certificate of the house: made once, kept, and replaced by one's own."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from bureau import certificate, keys
from bureau.errors import OutOfOrder


@pytest.fixture
def folder(tmp_path):
    keys.hold(keys.KeyRing.load(tmp_path / "keys"))
    yield tmp_path / "keys"
    keys.hold(keys.KeyRing.fresh())


def own(key, algorithm, password):
    """A certificate of somebody's own, as a provider hands it out."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Gemeente Havermonde")])
    made = x509.CertificateBuilder(name, name, key.public_key(), 7)
    made = made.not_valid_before(certificate.BEGIN)
    made = made.not_valid_after(certificate.BEGIN.replace(year=2030)).sign(key, algorithm)
    locked = BestAvailableEncryption(password)
    return pkcs12.serialize_key_and_certificates(b"own", key, made, None, locked)


def test_it_is_made_once_and_only_its_owner_reads_it(folder):
    first = certificate.bearer()
    assert certificate.bearer().certificate == first.certificate
    assert stat.S_IMODE((folder / certificate.FILE).stat().st_mode) == 0o400
    assert first.key.key_size == 3072
    assert "PrivateKey" not in repr(first)


def test_ones_own_takes_its_place(folder):
    key = ec.generate_private_key(ec.SECP256R1())
    (folder / certificate.FILE).write_bytes(own(key, SHA256(), b"a few words"))
    (folder / certificate.PASSWORD).write_text("a few words\n")
    assert "Havermonde" in certificate.bearer().certificate.subject.rfc4514_string()


@pytest.mark.parametrize("password", ["", "another"])
def test_without_its_password_nothing_is_signed(folder, password):
    key = ec.generate_private_key(ec.SECP256R1())
    (folder / certificate.FILE).write_bytes(own(key, SHA256(), b"a few words"))
    (folder / certificate.PASSWORD).write_text(password)
    with pytest.raises(OutOfOrder, match="cannot be used"):
        certificate.bearer()


def test_a_key_that_readers_of_signatures_do_not_know_is_refused(folder):
    made = own(ed25519.Ed25519PrivateKey.generate(), None, b"a few words")
    (folder / certificate.FILE).write_bytes(made)
    (folder / certificate.PASSWORD).write_text("a few words")
    with pytest.raises(OutOfOrder):
        certificate.bearer()


def test_a_house_of_a_test_keeps_none():
    keys.hold(keys.KeyRing.fresh())
    assert certificate.bearer().pem.startswith(b"-----BEGIN CERTIFICATE")


def test_presses_that_begin_at_once_sign_with_one_certificate():
    certificate._made.cache_clear()
    with ThreadPoolExecutor(4) as presses:
        made = list(presses.map(lambda _: certificate.bearer().pem, range(4)))
    assert len(set(made)) == 1
