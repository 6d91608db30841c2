"""This house as a witness of another: the tree it knows of each keeper, and what it signs next.

What was signed last stands in one file per keeper; it is replaced before a signature leaves.
"""

from hashlib import sha256
from pathlib import Path

from bureau import keys, lasting
from bureau.errors import Invalid, NotAllowed
from bureau.trust import head, note, witnessing
from bureau.trust.note import Checkpoint, Note, Verifier
from bureau.trust.witnessing import Request


def verifier(name: str) -> Verifier:
    """The public key of this house as the witness called `name`."""
    return note.verifier(keys.witness_key(), name, note.WITNESS)


def trust(folder: Path, line: str) -> Verifier:
    """Know the keeper of a tree by the key in `line`; raises NotAllowed for another key later."""
    keeper = Verifier.read(line)
    if keeper.kind != note.LOG:
        raise Invalid(
            "This is not the key of a trail.",
            where={"option": "--trust"},
            hint="Ask the other house for its line: bureau audit key.",
        )
    path = _place(folder, keeper.name, "key")
    if path.exists() and path.read_text() != str(keeper):
        raise NotAllowed(
            "{origin} is known by another key.",
            where={"option": "--trust"},
            hint="Speak to the auditor of that house before anything is signed.",
            origin=keeper.name,
        )
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lasting.put(path, str(keeper))
    return keeper


def signed(folder: Path, request: Request, name: str, moment: int) -> Note:
    """What is asked, signed by this house as the witness called `name`."""
    origin = request.point.origin
    path = _place(folder, origin, "key")
    if not path.exists():
        raise NotAllowed(
            "The keeper {origin} is not known here.",
            where={"guard": "witness"},
            hint="Add --trust with the line of its key, after comparing it by another way.",
            origin=origin,
        )
    keeper = Verifier.read(path.read_text())
    signature = witnessing.answered(
        request, keeper, _known(folder, origin), keys.witness_key(), name, moment
    )
    answer = Note(request.note.text, (*request.note.signatures, signature))
    head.remember(folder, _place(folder, origin, "note").name, answer)
    return answer


def _known(folder: Path, origin: str) -> Checkpoint | None:
    path = _place(folder, origin, "note")
    return Checkpoint.read(Note.read(path.read_text()).text) if path.exists() else None


def _place(folder: Path, origin: str, what: str) -> Path:
    return folder / f"{sha256(origin.encode()).hexdigest()[:24]}.{what}"
