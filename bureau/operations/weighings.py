"""Proportionality: the weighing of interests, and what the law leaves open; never a choice."""

from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Case, Weighing
from bureau.operations import _fixed, _options
from bureau.operations._checks import said
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.grounds import Options
from bureau.work import Work


def weigh_measure(
    work: Work,
    case_id: UUID,
    *,
    interests: str,
    lapse_of_time: str,
    lesser_means: str,
    conclusion: str,
    proportionate: bool,
    conditions_identifiable: bool,
    version: int | None = None,
) -> Weighing:
    """The proportionality memo; `version` is that on the screen, None where there was none.

    Raises NotAllowed once a decision rests on it (Awb 3:46).
    """
    case = work.case(case_id, Permission.CASE_EDIT)
    _fixed.insist_open(work, case)
    texts = {
        "interests": interests,
        "lapse_of_time": lapse_of_time,
        "lesser_means": lesser_means,
        "conclusion": conclusion,
    }
    new: dict[str, object] = {field: said(text, field) for field, text in texts.items()}
    new |= {"proportionate": proportionate, "conditions_identifiable": conditions_identifiable}
    memo = _written(work, _memo(work, case, version, new), new)
    work.record(EventKind.MEASURE_WEIGHED, memo, proportionate=proportionate)
    return memo


def _written(work: Work, memo: Weighing, new: dict[str, object]) -> Weighing:
    for field, value in new.items():
        setattr(memo, field, value)
    memo.by_id, memo.at = work.actor.id, work.now
    return memo


def _memo(work: Work, case: Case, version: int | None, new: dict[str, object]) -> Weighing:
    memo = work.session.scalar(select(Weighing).where(Weighing.case_id == case.id))
    if memo is None:
        memo = Weighing(case_id=case.id)
        work.session.add(memo)
    else:
        work.expect(memo, version or 0, new)
        _fixed.keep(work, case, memo, {field: getattr(memo, field) for field in new})
    return memo


def options_now(work: Work, case_id: UUID, leave: Permission = Permission.CASE_READ) -> Options:
    """What the law leaves open after the assessment as it stands; the program never chooses.

    `leave` is that of the act for which it is asked.
    """
    case = work.case(case_id, leave)
    request = _options.request(work.session, case, work.today)
    if request is None:
        raise Invalid(
            "Only a screening has options.",
            where={"case": case.reference},
            hint="Open the screening of this decision.",
        )
    work.record(EventKind.CASE_READ, case, part="options")
    return _options.of(request)
