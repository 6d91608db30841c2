"""The annexes of a dossier as they are kept with it: looked at, approved and handed over as one.

They stand in the sealed row of the dossier, like its pages.
"""

from collections.abc import Sequence
from uuid import UUID

from bureau.errors import OutOfOrder
from bureau.formats import annex_pack
from reports.assembly.order import Remade


def kept(annexes: Sequence[Remade]) -> bytes | None:
    """The annexes as one content: what they are, and then each of them; nothing for none."""
    if not annexes:
        return None
    told = [
        {
            "document": str(one.document),
            "dossier": one.dossier_id,
            "sha256": one.sha256,
            "pages": one.pages,
            "whole": one.whole,
            "words_out": list(one.words_out),
        }
        for one in annexes
    ]
    return annex_pack.packed(told, [one.pdf for one in annexes])


def opened(content: bytes | None) -> tuple[Remade, ...]:
    """The annexes in `content`; raises OutOfOrder for anything else."""
    made = []
    try:
        for one, pdf in annex_pack.unpacked(content):
            document = UUID(one["document"])
            said = one["dossier"], one["sha256"], one["pages"], one["whole"]
            made.append(Remade(document, *said, pdf, tuple(one.get("words_out", ()))))
    except (ValueError, KeyError, TypeError) as error:
        raise OutOfOrder("The kept annexes of a dossier cannot be read.") from error
    return tuple(made)
