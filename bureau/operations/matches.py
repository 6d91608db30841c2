"""Same person? Pairs of parties that may be one, and what people judge of them; never a merge."""

from collections.abc import Mapping
from uuid import UUID

from bureau.errors import Changed, NotFound
from bureau.matching.comparison import compare
from bureau.model import Case, PairJudgement
from bureau.operations import _approving, _match_pairs, _match_view, _party_view
from bureau.operations._case_approvals import HAND
from bureau.operations._checks import one_of, said
from bureau.operations._match_subjects import Candidate, candidates, pair_facts
from bureau.operations._match_view import JudgementView, MatchQueue, MatchView, PairLine
from bureau.operations._same_hand import changes_hands
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.pairs import MatchJudgement
from bureau.work import Work

__all__ = ["JudgementView", "MatchQueue", "MatchView", "PairLine"]


def list_matches(work: Work, case_id: UUID) -> MatchQueue:
    """The pairs of a case that wait for a judgement, and those judged.

    A pair comes back only when what was compared has changed. Protected people and placeholders
    are on neither list. Comparing many parties takes seconds, and holds up nobody who writes.
    """
    case = work.case(case_id, Permission.NETWORK_READ)
    known = candidates(work, case)
    work.release()
    found = _match_pairs.likely(known, work.today)
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = _match_view.judgements(work, case)
    queue = MatchQueue(
        waiting=tuple(_match_view.waiting(found.found, known, rows)),
        judged=tuple(_match_view.judged(known, rows)),
        compared=found.compared,
        complete=found.complete,
    )
    work.record(EventKind.CASE_READ, case, part="matches", shown=len(queue.waiting))
    return queue


def read_match(work: Work, case_id: UUID, left_id: UUID, right_id: UUID) -> MatchView:
    """Two parties side by side, each fact with its source, and what was judged of them before.

    Raises NotFound where one of them is protected, a placeholder or of another kind.
    """
    case = work.case(case_id, Permission.NETWORK_READ)
    pair, one, other = _pair(work, case, left_id, right_id)
    rows = _match_view.judgements(work, case).get(pair, [])
    last = _match_view.holds(rows)
    left, right, _near = _match_view.entities(work, case, pair)
    facts = pair_facts(one, other)
    for each in (left, right):
        work.record(EventKind.PAIR_READ, each)
    views = tuple(_party_view.view(work, case, each) for each in (left, right))
    return MatchView(
        left=views[0],
        right=views[1],
        rows=_match_view.beside(*views),
        comparison=compare(one.subject, other.subject, work.today),
        history=tuple(_match_view.told(row) for row in reversed(rows)),
        facts=facts,
        changed=last is not None and last.facts != facts,
    )


def list_judged(work: Work, case_id: UUID, entity_id: UUID) -> tuple[PairLine, ...]:
    """The judgements that hold about one party and others, to be shown with it."""
    case = work.case(case_id, Permission.NETWORK_READ)
    rows = _match_view.judgements(work, case, entity_id)
    found = tuple(_match_view.judged(candidates(work, case), rows)) if rows else ()
    work.record(EventKind.CASE_READ, case, part="matches", focus=str(entity_id), shown=len(found))
    return found


def judge_match(
    work: Work,
    case_id: UUID,
    left_id: UUID,
    right_id: UUID,
    judgement: str,
    reason: str,
    *,
    facts: str,
) -> PairJudgement:
    """A person says whether two parties are one; raises Changed where `facts` is no longer so.

    What joins two parties, or splits what was joined, counts once a second person agrees.
    """
    case = work.case(case_id, Permission.FACT_RECORD)
    pair, one, other = _pair(work, case, left_id, right_id)
    _insist_seen(facts, one, other)
    meant = MatchJudgement(one_of(judgement, "judgement", tuple(MatchJudgement)))
    changes = changes_hands(work, case, pair, meant)
    row = _judged(work, case, pair, meant, said(reason, "reason"), facts)
    work.record(EventKind.PAIR_JUDGED, row, judgement=row.judgement, number=row.number)
    if changes:
        _approving.ask(work, HAND, row, row.reason)
    return row


def _judged(
    work: Work,
    case: Case,
    pair: _match_pairs.Pair,
    meant: MatchJudgement,
    reason: str,
    facts: str,
) -> PairJudgement:
    row = PairJudgement(
        case_id=case.id,
        left_id=pair[0],
        right_id=pair[1],
        number=len(_match_view.judgements(work, case).get(pair, [])) + 1,
        judgement=meant,
        reason=reason,
        facts=facts,
        by_id=work.actor.id,
        at=work.now,
    )
    work.session.add(row)
    return row


def _insist_seen(facts: str, one: Candidate, other: Candidate) -> None:
    if facts != pair_facts(one, other):
        raise Changed([], hint="Look at both parties again, then judge.")


def _pair(
    work: Work, case: Case, left_id: UUID, right_id: UUID
) -> tuple[_match_pairs.Pair, Candidate, Candidate]:
    known: Mapping[UUID, Candidate] = candidates(work, case)
    pair = _match_pairs.ordered(left_id, right_id)
    one, other = (known.get(each) for each in pair)
    if one is None or other is None or one is other or one.subject.kind is not other.subject.kind:
        raise NotFound("There is nothing here that you may see.")
    return pair, one, other
