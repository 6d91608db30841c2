"""Counts that tell of nobody: small ones are kept back, and what would give them away."""

from collections.abc import Sequence

FEWEST = 5


def told(counts: Sequence[int], fewest: int = FEWEST) -> tuple[int | None, ...]:
    """The counts that may be told; None for one that is kept back.

    What is below `fewest` is kept back, nought too. One kept back alone would follow from a total,
    so the smallest others join it until two or more are kept that make `fewest` or more together.
    """
    hidden = {at for at, count in enumerate(counts) if count < fewest}
    for at in sorted(range(len(counts)), key=lambda place: (counts[place], place)):
        if not hidden or (len(hidden) > 1 and sum(counts[i] for i in hidden) >= fewest):
            break
        hidden.add(at)
    return tuple(None if at in hidden else count for at, count in enumerate(counts))


def total(counts: Sequence[int]) -> int | None:
    """The sum of the counts; None where it is small, or would give away what is kept back."""
    hidden = [count for count, shown in zip(counts, told(counts), strict=True) if shown is None]
    safe = not hidden or (len(hidden) > 1 and sum(hidden) >= FEWEST)
    return sum(counts) if safe and sum(counts) >= FEWEST else None
