"""The values that a dossier of ours carries inside itself, read back from its PDF."""

import io
import json
from typing import Any

import pikepdf

from bureau.errors import OutOfOrder
from reports.canonical import SCHEMA


def content(pdf: bytes) -> dict[str, Any]:
    """The values of a kept dossier; raises OutOfOrder where it carries none of this house."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            for name in document.attachments:
                found = json.loads(document.attachments[name].get_file().read_bytes())
                if isinstance(found, dict) and found.get("schema") == SCHEMA:
                    return found
    except (pikepdf.PdfError, ValueError, RecursionError) as error:
        raise OutOfOrder("A kept dossier cannot be read.") from error
    raise OutOfOrder("A kept dossier carries no values of this house.")
