"""The PAdES signature of the house under a printed dossier (ETSI EN 319 142, level B-B or B-T).

It is an update behind the pages: what was printed stays byte for byte in front of it, and stays
PDF/A-3a and PDF/UA-1. The same pages at the same moment get the same bytes, as long as the key is
RSA and no service of time stamps is asked (see `reports.stamping`).
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.hashes import SHA256
from pyhanko.keys.pemder import load_certs_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import Signer
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper, TimestampRequestError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from bureau.certificate import Bearer, bearer
from bureau.errors import OutOfOrder
from reports import stamping

FIELD, DIGEST = "Seal", "sha256"
ID_BYTES, PATIENCE = 16, 20


class _Pages(IncrementalPdfFileWriter):
    """Printed pages to which a signature is added and nothing else: no new date, no chance."""

    @classmethod
    def _handle_id(cls, prev: Any) -> Any:
        made = super()._handle_id(prev)  # type: ignore[no-untyped-call]
        made[1] = type(made[1])(sha256(bytes(made[0])).digest()[:ID_BYTES])
        return made

    def _update_meta(self) -> None:
        """The particulars stay those of the pages."""


class _Hand(Signer):
    """Signs with the key of the house, which is opened once."""

    def __init__(self, whose: Bearer) -> None:
        own, *chain = load_certs_from_pemder_data(whose.chain)
        known = SimpleCertificateStore.from_certs(chain)  # type: ignore[no-untyped-call]
        super().__init__(signing_cert=own, cert_registry=known)
        self._key = whose.key

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """The signature on `data`."""
        if isinstance(self._key, ec.EllipticCurvePrivateKey):
            return self._key.sign(data, ec.ECDSA(SHA256()))
        return self._key.sign(data, padding.PKCS1v15(), SHA256())


class _Signer(PdfSigner):
    """A signer that writes the moment of the issue, not that of the printing."""

    moment: datetime

    def init_signing_session(self, *args: Any, **kwargs: Any) -> PdfSigningSession:
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.moment
        return session


def signed(pdf: bytes, moment: datetime) -> bytes:
    """`pdf` with the signature of the house, made at `moment`; raises OutOfOrder without one."""
    shape = PdfSignatureMetadata(FIELD, md_algorithm=DIGEST, subfilter=SigSeedSubFilter.PADES)
    signer = _Signer(shape, signer=_Hand(bearer()), timestamper=_service())
    signer.moment = moment
    out = BytesIO()
    try:
        # pyHanko starts an event loop, and whoever calls may have one: so in a thread of its own.
        with ThreadPoolExecutor(1) as own:
            own.submit(signer.sign_pdf, _Pages(BytesIO(pdf)), output=out).result()
    except (TimestampRequestError, OSError) as trouble:
        raise OutOfOrder(
            "The service of time stamps does not answer; nothing was issued.",
            where={"setting": "BUREAU_TIMESTAMP_URL"},
            hint="Try again later, or take the setting away.",
        ) from trouble
    return out.getvalue()


def _service() -> TimeStamper | None:
    address = stamping.service()
    return HTTPTimeStamper(address, timeout=PATIENCE) if address else None
