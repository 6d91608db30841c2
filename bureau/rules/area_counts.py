"""Counts of cases by step and area that tell of nobody, beside a board that tells the sum."""

from collections.abc import Mapping
from datetime import date

from bureau.rules.small_numbers import FEWEST

Key = tuple[str, int]  # a barrier model and a step of it


def stand(day: date) -> date:
    """The first day of the month: what came after it is not counted yet.

    Whoever looks from day to day would otherwise see each single case come in.
    """
    return day.replace(day=1)


def counts(
    cases: Mapping[Key, frozenset[str]], places: Mapping[str, frozenset[str]], here: str
) -> dict[Key, int | None]:
    """How many cases touch each step in the area `here`; None for what is kept back.

    `cases` holds the cases of each step, `places` the cases of each area.
    """
    return {
        key: len(found & places[here]) if here in _told(found, places) else None
        for key, found in cases.items()
    }


def _told(found: frozenset[str], places: Mapping[str, frozenset[str]]) -> set[str]:
    """The areas of which the count of a step may be told.

    The board tells the sum of the step, so what is left beside the counts of areas has to be as
    many as may be told itself: the smallest areas are kept back until it is.
    """
    own = {code: found & lying for code, lying in places.items()}
    shown = {code for code, lying in own.items() if len(lying) >= FEWEST}
    for code in sorted(shown, key=lambda code: (len(own[code]), code)):
        if len(found.difference(*(own[each] for each in shown))) >= FEWEST:
            break
        shown.remove(code)
    return shown
