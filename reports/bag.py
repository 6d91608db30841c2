"""The few files that make a folder a bag: BagIt 1.0 (RFC 8493), payload under `data`."""

import unicodedata
from collections.abc import Mapping
from datetime import UTC
from hashlib import sha256

from reports.dossier import Dossier, VictimDossier

MOST_BYTES = 1024**3  # what a package may hold; the zip has no need of its large form
_OTHER = "Cc", "Cf", "Zl", "Zp"


def declaration() -> bytes:
    """What makes it a bag."""
    return b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def manifest(files: Mapping[str, bytes]) -> bytes:
    """A line with the digest of each file, in order."""
    return "".join(
        f"{sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)
    ).encode()


def bag_info(dossier: Dossier, mark: str, payload: Mapping[str, bytes]) -> bytes:
    """For whom it is, on which ground and what for; of a plan for support only its size and day."""
    said = {
        "Bagging-Date": dossier.moment.astimezone(UTC).date().isoformat(),
        "Payload-Oxum": f"{sum(map(len, payload.values()))}.{len(payload)}",
    }
    if not isinstance(dossier, VictimDossier):
        cover = dossier.cover
        said |= {
            "Source-Organization": cover.organisation,
            "External-Identifier": cover.dossier_id,
            "Recipient": f"{cover.recipient.person}, {cover.recipient.office}",
            "Ground": cover.basis.basis,
            "Purpose": cover.purpose,
            "Recall-Contact": cover.recall_contact,
            "Copy": mark,
        }
    return "".join(f"{label}: {_line(text)}\n" for label, text in said.items()).encode()


def _line(text: str) -> str:
    """`text` on one line: a tag file knows no other signs than those that are seen."""
    kept = (" " if unicodedata.category(sign) in _OTHER else sign for sign in text)
    return " ".join("".join(kept).split())
