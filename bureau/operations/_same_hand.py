"""Which parties a person judged to be one: for patterns they are one hand, and stay two records."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select

from bureau.model import Case, PairJudgement
from bureau.rules.pairs import MatchJudgement
from bureau.work import Work


def same_hands(
    work: Work, case: Case, protected: Collection[UUID], keys: Mapping[UUID, str]
) -> Mapping[UUID, UUID]:
    """For each party that was judged the same as another, the one that stands for all of them.

    Only the last judgement of each pair counts. A protected person stands for all, so that the
    other records of that person stay out of every picture too; else the first by key, so that
    equal cases give equal runs.
    """
    rows = (
        select(PairJudgement.left_id, PairJudgement.right_id, PairJudgement.judgement)
        .where(PairJudgement.case_id == case.id)
        .order_by(PairJudgement.number)
    )
    last = {(left, right): said for left, right, said in work.session.execute(rows)}
    groups: dict[UUID, set[UUID]] = {}
    for pair, said in last.items():
        if said is MatchJudgement.SAME:
            joined = set(pair).union(*(groups.get(each, set()) for each in pair))
            groups |= dict.fromkeys(joined, joined)
    first = {
        each: min(group, key=lambda one: (one not in protected, keys[one]))
        for each, group in groups.items()
    }
    return {each: head for each, head in first.items() if head != each}
