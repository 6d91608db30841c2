"""Who may not be named in anything about patterns: the protected, and what would point at them."""

from bureau.graph.project import barred
from bureau.model import Case
from bureau.operations._network_rows import parties, ties
from bureau.operations._rows import known_of
from bureau.work import Work


def barred_ids(work: Work, case: Case) -> frozenset[str]:
    """The ids of parties that nothing about patterns may name."""
    known = known_of(work.session, case)
    if barred not in known:
        who = parties(work, case)
        known[barred] = barred(who.nodes, ties(work, case, who.names))
    return frozenset(known[barred])
