"""A decision that somebody who can veto it sees otherwise is not taken without saying why."""

from bureau.errors import NotAllowed
from bureau.model import AgendaItem, Seat
from bureau.rules.power_map import BASIS


def against(item: AgendaItem) -> list[Seat]:
    """The seats that see it otherwise and whose organisation can veto it."""
    return [seat for seat in item.seats if seat.dissent and seat.veto]


def unsaid(item: AgendaItem) -> bool:
    """Whether a decision stands against a veto without a word on why."""
    return bool(item.decision and against(item) and not item.veto_reason)


def insist_said(item: AgendaItem) -> None:
    """Stop a decision against a veto unless it was said why; raises NotAllowed naming whose."""
    seats = against(item)
    if seats and not item.veto_reason:
        raise NotAllowed(
            "{organisation} can veto this and sees it otherwise: the decision is not recorded as"
            " taken without a reason ({basis}).",
            where={"guard": "veto", "basis": BASIS},
            hint="Say first, under the order of voices, why it is taken all the same; or leave the"
            " item open, hold it, or advise instead.",
            organisation=seats[0].user.organisation.name,
            basis=BASIS,
        )
