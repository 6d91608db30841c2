"""In which order the seats of an item speak: the least power on its subject first."""

from dataclasses import dataclass

from bureau.model import AgendaItem, Case, PowerEntry, Seat
from bureau.operations import _power_map
from bureau.rules.agenda import Declaration
from bureau.rules.power_map import PowerPlace
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Voice:
    """A seat in the order in which voices are heard, and what its organisation can do."""

    seat: Seat
    entry: PowerEntry | None

    @property
    def place(self) -> PowerPlace:
        """What it can do; whom the map does not name can do nothing."""
        return self.entry.place if self.entry else PowerPlace.NOTHING


def in_order(work: Work, case: Case, item: AgendaItem) -> tuple[Voice, ...]:
    """The least power on the subject first; the chair last of those with the same."""
    places = _power_map.binding(work, case, item.meeting.held_on)
    voices = (
        Voice(seat, places.get((item.subject, seat.user.organisation_id)))
        for seat in item.seats
        if seat.declaration != Declaration.LEFT_ROOM
    )
    chair = item.meeting.chair_id
    return tuple(
        sorted(voices, key=lambda one: (one.place.weight, one.seat.user_id == chair, _name(one)))
    )


def _name(voice: Voice) -> str:
    return voice.seat.user.organisation.name.casefold()
