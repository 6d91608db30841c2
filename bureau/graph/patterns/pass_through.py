"""UB-04: an account that keeps almost nothing; what comes in leaves within hours or days."""

from bureau.graph.passing import passing
from bureau.graph.scene import Budget, Found, Pattern, Scene
from bureau.graph.settings import Parameter, Settings


def detect(scene: Scene, settings: Settings, budget: Budget) -> Found:
    """UB-04, pass-through account.

    Credits are matched to later debits first in, first out, over all that is known of the
    account. In a window W of `W_days` that slides over the credits: C = sum of credits,
    R = (credits matched to debits in W) / C, dwell = median lag of those matches weighted by
    amount; hit if C >= Cmin and R >= r and dwell <= d_hours and the median of the balance
    at the end of each day of W <= b * C / W_days.
    Transfers within one hand are not counted; an agent of several accounts is tried as a
    whole too, and shown where none of its accounts alone is a hit. Regulated hubs are no
    subject, but what the account pays them and gets from them does count.
    Of overlapping windows the one of greatest C, then of greatest R, is kept.
    """
    return passing(scene, budget, settings)


PATTERN = Pattern(
    "UB-04",
    "1",
    {
        "W_days": Parameter("1", "3660"),
        "Cmin_eur": Parameter("0", "1000000000"),
        "r": Parameter("0", "1"),
        "d_hours": Parameter("0", "8784"),
        "b": Parameter("0", "1000"),
    },
    detect,
)
