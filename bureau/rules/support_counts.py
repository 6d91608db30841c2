"""Counts in groups: what is too small to tell, and what would give it away, is kept back."""

from collections.abc import Mapping

from bureau.rules.small_numbers import told

LEAST = 10  # of the flow rules of the victim track: aggregates of ten or more


def kept_back(counts: Mapping[str, int], least: int = LEAST) -> dict[str, int | None]:
    """The counts of one table with None for those kept back; of equal ones the first by name.

    A group below `least` is kept back, and so is the next smallest as long as the groups kept back
    could be reckoned from the total: one alone, or fewer than `least` together.
    """
    names = sorted(counts)
    shown = dict(zip(names, told([counts[name] for name in names], least), strict=True))
    return {name: shown[name] for name in counts}
