"""The post room: a letter is composed, printed and recorded as sent, each in a piece of work."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from uuid import UUID

from bureau.operations import letters
from bureau.operations.letters import Compared, Composed, Dispatch, Wanted
from bureau.work import Work
from reports import readable
from reports.letter import PrintedLetter, printed

Unit = Callable[[], AbstractContextManager[Work]]


def preview(unit: Unit, case_id: UUID, kind: str, wanted: Wanted) -> PrintedLetter:
    """The letter on paper, marked as a draft; nothing is kept."""
    with unit() as work:
        made = letters.compose_letter(work, case_id, kind, wanted, handed_out=True)
    return printed(made.paper)


def send(unit: Unit, case_id: UUID, kind: str, wanted: Wanted, dispatch: Dispatch) -> UUID:
    """Print the letter and record that it went out; its id. It bears the day on which it went.

    Before that it is compared with the files of which nothing may be told; raises NotAllowed where
    it quotes one, or where one cannot be read and nobody declared to have read it.
    """
    dated = replace(wanted, dated=dispatch.on)
    with unit() as work:
        made = letters.compose_letter(work, case_id, kind, dated, final=True)
    seen = compared(made)
    paper = printed(replace(made.paper, draft=False))
    with unit() as work:
        sent = letters.send_letter(
            work, case_id, kind, dated, dispatch, paper.pdf, paper.content_sha256, seen
        )
        return sent.id


def compared(made: Composed) -> Compared:
    """The letter held against each file it is sealed against; takes seconds, needs no database."""
    if made.sealed is None:
        return Compared()
    said = f"{made.paper.subject}\n{made.paper.text}"
    unread = 0
    for file in made.sealed.files:
        found = readable.words(file.content, file.media_type)
        unread += made.sealed.unread(file, said, found.text, whole=found.whole)
    return Compared(frozenset(file.id for file in made.sealed.files), unread)
