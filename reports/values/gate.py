"""What must be so before a dossier can go, each with how it stands (partnership C.3)."""

from dataclasses import dataclass
from enum import StrEnum


class GateState(StrEnum):
    """Met, not met yet (nothing goes), or a thing to look at that stops nothing."""

    MET = "met"
    OPEN = "open"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Gate:
    """One demand, how it stands, and how many things wait for it."""

    code: str
    state: GateState
    count: int = 0

    @property
    def stops(self) -> bool:
        """Whether nothing can go because of it."""
        return self.state is GateState.OPEN
