"""What reviewers of looks hear of at once, without waiting for the next run of the rules.

It is reckoned when a reviewer looks, never while somebody asks: so that neither the answer nor the
time of it can tell honey from a case that one may not see.
"""

from bureau.operations import _alert_rows, _watch_known, _watched
from bureau.rules.insider_rules import numbers_on
from bureau.watch.values import Known
from bureau.watch.watching import alerts
from bureau.work import Work

AT_ONCE = ("R11", "R14")


def raise_at_once(work: Work, since: int) -> None:
    """Keep what the lines after `since` ask about honey and about a quota that was reached."""
    honey = _watch_known.honey(work)
    looks = _watched.pressing(work, since, honey)
    if not looks:
        return
    numbers = {code: each for code, each in numbers_on(work.today).items() if code in AT_ONCE}
    asked = alerts(looks, Known(honey=honey), numbers, since)
    _alert_rows.keep(work, asked, {look.seq: look.actor for look in looks})
