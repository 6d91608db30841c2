"""Which parties a person judged to be one: for patterns they are one hand, and stay two records."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import exists, or_, select

from bureau.model import ApprovalRequest, Case, PairJudgement
from bureau.rules.approvals import ApprovalState
from bureau.rules.pairs import MatchJudgement
from bureau.work import Work


def same_hands(
    work: Work, case: Case, protected: Collection[UUID], keys: Mapping[UUID, str]
) -> Mapping[UUID, UUID]:
    """For each party that was judged the same as another, the one that stands for all of them.

    Of each pair the last judgement counts, once a second person agreed to it where it joins or
    splits; until then it joins for a protected person only. A protected person stands for all, so
    that the other records of that person stay out of every picture too; else the first by key, so
    that equal cases give equal runs.
    """
    last = _counting(work, case, protected)
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


def changes_hands(
    work: Work, case: Case, pair: tuple[UUID, UUID], judgement: MatchJudgement
) -> bool:
    """Whether a judgement that is to be given joins two parties, or splits what was joined."""
    joined = _counting(work, case, ()).get(pair) is MatchJudgement.SAME
    return (judgement is MatchJudgement.SAME) is not joined


def _counting(
    work: Work, case: Case, protected: Collection[UUID]
) -> Mapping[tuple[UUID, UUID], MatchJudgement]:
    """For each pair the last judgement that counts: agreed to, or one that needed nobody."""
    asked = exists().where(
        ApprovalRequest.subject_kind == PairJudgement.__tablename__,
        ApprovalRequest.subject_id == PairJudgement.id,
    )
    counts = or_(~asked, asked.where(ApprovalRequest.state == ApprovalState.USED))
    rows = (
        select(PairJudgement.left_id, PairJudgement.right_id, PairJudgement.judgement, counts)
        .where(PairJudgement.case_id == case.id)
        .order_by(PairJudgement.number)
    )
    last: dict[tuple[UUID, UUID], MatchJudgement] = {}
    for left, right, said, settled in work.session.execute(rows):
        same = said is MatchJudgement.SAME
        if settled or (same and not {left, right}.isdisjoint(protected)):
            last[left, right] = said
    return last
