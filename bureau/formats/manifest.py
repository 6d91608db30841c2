"""The slip beside every exported file: what is in it and the hash that proves it."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def sha256(content: bytes) -> str:
    """The SHA-256 of a file's bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_manifest(name: str, content: bytes, counts: Mapping[str, int], **told: Any) -> bytes:
    """The manifest of one exported file: its name, size, hash, counts and what else is told."""
    slip = {
        "file": name,
        "bytes": len(content),
        "sha256": sha256(content),
        "counts": dict(counts),
        **told,
    }
    return json.dumps(slip, ensure_ascii=True, indent=1, sort_keys=True).encode() + b"\n"
