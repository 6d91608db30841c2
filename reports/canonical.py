"""One spelling of a dossier as JSON, so that everybody arrives at the same digest.

Keys in order, no spaces, UTF-8, dates in ISO 8601, moments in UTC, enums as their value. The
*content* leaves the issuance out: that is what two people approve, and every copy shares it.
"""

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from hashlib import sha256
from typing import Any

from bureau.errors import Invalid
from bureau.rules.vocabulary import Track
from reports.dossier import Dossier

SCHEMA = "bureau-dossier-1"
_ISSUANCE = "issuance"
# A plan for support is a plan and nothing more, also to whoever opens its attachment.
_KINDS = {Track.CRIMINAL: "criminal", Track.ADMINISTRATIVE: "administrative", Track.VICTIM: "plan"}


def canonical_json(dossier: Dossier) -> bytes:
    """The whole dossier, issuance included, in its one spelling."""
    return _spell({"schema": SCHEMA, "kind": _KINDS[dossier.track], **plain(dossier)})


def content_digest(dossier: Dossier) -> str:
    """SHA-256 of everything but the issuance: this is what is approved."""
    return content_digest_of(canonical_json(dossier))


def content_digest_of(document: bytes) -> str:
    """The same digest, from the JSON as it was embedded in a PDF."""
    try:
        content = json.loads(document)
    except (ValueError, RecursionError) as error:
        raise Invalid("The embedded dossier is not JSON.") from error
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise Invalid("The embedded file is not a dossier of this house.")
    content.pop(_ISSUANCE, None)
    return sha256(_spell(content)).hexdigest()


def document_digest(dossier: Dossier) -> str:
    """SHA-256 of the whole dossier, issuance included: the identity of one copy."""
    return sha256(canonical_json(dossier)).hexdigest()


def _spell(content: dict[str, Any]) -> bytes:
    try:
        text = json.dumps(
            content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
        )
        return text.encode()
    except ValueError as error:
        raise Invalid("The dossier holds half a character or no number, unfit for JSON.") from error


def plain(value: Any) -> Any:
    """`value` as JSON can hold it: dates, enums and tuples written out."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value
