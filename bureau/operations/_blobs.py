"""The bytes of a file, kept once under their digest."""

from hashlib import sha256

from bureau.model import Blob
from bureau.work import Work


def kept(work: Work, content: bytes) -> Blob:
    """The one record of these bytes, new or as it was kept before."""
    digest = sha256(content).hexdigest()
    blob = work.session.get(Blob, digest)
    return blob or Blob(sha256=digest, size=len(content), content=content)
