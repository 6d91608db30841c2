"""The certificate with which the house signs what it hands over, in a PKCS#12 file beside the keys.

It is made once, signed by itself (RSA 3072: readers of PAdES take no Ed25519). One from a provider
of trust services goes in its place as `house.p12`; a password stands in `house.password` beside it.
"""

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, pkcs12
from cryptography.x509.oid import NameOID

from bureau import key_files, keys
from bureau.errors import OutOfOrder

FILE, PASSWORD = "house.p12", "house.password"
BITS, EXPONENT, NAME_BYTES = 3072, 65537, 4
BEGIN, DAYS = datetime(2026, 1, 1, tzinfo=UTC), 3650
_ONE = Lock()
Private = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class Bearer:
    """The key of the house with its certificate, and those that lead from it to a root."""

    key: Private = field(repr=False)
    certificate: x509.Certificate
    others: tuple[x509.Certificate, ...] = ()

    @property
    def pem(self) -> bytes:
        """The certificate as it is handed over."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def chain(self) -> bytes:
        """The certificate, and those behind it."""
        behind = (each.public_bytes(Encoding.PEM) for each in self.others)
        return b"".join([self.pem, *behind])


def bearer() -> Bearer:
    """What this house signs with; made at first use."""
    folder = keys.folder()
    if folder is None:
        with _ONE:  # two presses that begin at once sign with one certificate
            return _read(_made(), None)
    path = folder / FILE
    if not path.exists():
        key_files.write_once(path, _made())
    return _read(path.read_bytes(), _password(folder / PASSWORD))


def _password(path: Path) -> bytes | None:
    return path.read_bytes().strip() if path.exists() else None


@lru_cache(maxsize=2)
def _read(content: bytes, password: bytes | None) -> Bearer:
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(content, password)
    except ValueError:
        key = certificate = None
    fits = isinstance(key, rsa.RSAPrivateKey) or (
        isinstance(key, ec.EllipticCurvePrivateKey) and isinstance(key.curve, ec.SECP256R1)
    )
    if not fits or certificate is None:
        raise OutOfOrder(
            "The certificate of the house ({name}) cannot be used.",
            where={"file": FILE},
            hint="It is a PKCS#12 file with an RSA or P-256 key and its certificate; its password, "
            "if it has one, stands in house.password beside it.",
            name=FILE,
        )
    return Bearer(key, certificate, tuple(others))  # type: ignore[arg-type]


@cache
def _made() -> bytes:
    """A key with a certificate that it signs itself."""
    key = rsa.generate_private_key(EXPONENT, BITS)
    called = f"Bureau dossier seal {secrets.token_hex(NAME_BYTES)}"
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, called)])
    usage = x509.KeyUsage(True, True, *[False] * 7)  # for signing only
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(BEGIN)
        .not_valid_after(max(datetime.now(UTC), BEGIN) + timedelta(days=DAYS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, SHA256())
    )
    return pkcs12.serialize_key_and_certificates(b"house", key, certificate, None, NoEncryption())
