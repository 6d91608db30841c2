"""A network or its payments as a file that leaves: with its slip, and with a line in the trail."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from bureau.formats.manifest import write_manifest
from bureau.model import Case
from bureau.operations._withheld import Withheld
from bureau.rules.events import EventKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class ExportedNetwork:
    """A network as a file, and the manifest that says what is in it."""

    filename: str
    media_type: str
    content: bytes
    manifest: bytes
    nodes: int
    edges: int
    sha256: str


def filed(
    work: Work,
    case: Case,
    format_name: str,
    file: tuple[str, str, bytes],
    counts: Mapping[str, int],
    held: Withheld,
) -> ExportedNetwork:
    """The file (its name, media type and bytes) with its manifest; that it left is recorded."""
    name, media, content = file
    manifest = write_manifest(
        name,
        content,
        counts,
        case=case.reference,
        exported_at=work.now.isoformat(),
        withheld=held.told(),
    )
    digest = sha256(content).hexdigest()
    kept = held.counts.total()
    facts = {"format": format_name, "sha256": digest, "withheld": kept, **counts}
    work.record(EventKind.NETWORK_EXPORTED, case, **facts)
    edges = counts.get("edges", counts.get("payments", 0))
    return ExportedNetwork(name, media, content, manifest, counts.get("nodes", 0), edges, digest)
