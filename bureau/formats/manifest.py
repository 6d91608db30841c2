"""The slip beside every exported file: what is in it and the hash that proves it."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from bureau.errors import Invalid
from bureau.formats.guard import Limits
from bureau.formats.guard_json import parse

_OWN = Limits(size=1 << 20)


def sha256(content: bytes) -> str:
    """The SHA-256 of a file's bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_manifest(name: str, content: bytes, counts: Mapping[str, int], **told: str) -> bytes:
    """The manifest of one exported file: its name, size, hash, counts and what else is told."""
    slip = {
        "file": name,
        "bytes": len(content),
        "sha256": sha256(content),
        "counts": dict(counts),
        **told,
    }
    return json.dumps(slip, ensure_ascii=True, indent=1, sort_keys=True).encode() + b"\n"


def check_manifest(manifest: bytes, content: bytes) -> dict[str, Any]:
    """The manifest as an object; raises Invalid where the file is not the one it was made for."""
    slip = parse(manifest, _OWN)
    if not isinstance(slip, dict) or slip.get("sha256") != sha256(content):
        raise Invalid(
            "The file is not the one that this manifest was made for.",
            where={"path": "sha256"},
            hint="The file was changed, damaged or exchanged after its export; ask for it again.",
        )
    return slip
