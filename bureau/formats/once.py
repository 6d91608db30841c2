"""What a text means, worked out the first time that it is asked for."""

from collections.abc import Callable
from typing import TypeVar

Meaning = TypeVar("Meaning")


class Once(dict[str, Meaning]):
    """The meaning of each text that was asked for; what refuses a text refuses it every time."""

    def __init__(self, work_out: Callable[[str], Meaning]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, text: str) -> Meaning:
        found = self[text] = self._work_out(text)
        return found
