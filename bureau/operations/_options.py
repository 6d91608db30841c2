"""The stored assessment of a case, put as the question that the rules on grounds answer."""

from datetime import date

from sqlalchemy.orm import Session

from bureau.model import Advice, Assessment, Case, OrdinaryAnswer, Screening, Weighing
from bureau.operations import _ordinary
from bureau.operations._rows import Rows, rows
from bureau.rules import grounds, scope
from bureau.rules.grounds import Options, OptionsRequest
from bureau.rules.vocabulary import Danger, Stage

NEEDED = (Screening, OrdinaryAnswer, Assessment, Weighing, Advice)


def request(session: Session, case: Case, today: date) -> OptionsRequest | None:
    """The question for this case, or None where nothing is screened."""
    return request_from(rows(session, case, NEEDED), today)


def request_from(kept: Rows, today: date) -> OptionsRequest | None:
    """The same question from rows in hand."""
    screening = kept.screening
    if screening is None:
        return None
    degrees: dict[str, Assessment] = {row.ground: row for row in kept.all(Assessment)}
    memo: Weighing | None = kept.last(Weighing)
    return OptionsRequest(
        decision=scope.scopes().row(screening.scope, screening.law_date).decision,
        stage=Stage(screening.stage),
        danger_a=_degree(degrees, "a"),
        danger_b=_degree(degrees, "b"),
        today=today,
        art_3_6="art_3_6" in degrees and degrees["art_3_6"].present,
        refusal_proportionate=memo is not None and bool(memo.proportionate),
        conditions_identifiable=memo is not None and bool(memo.conditions_identifiable),
        form_refused=screening.form_refused,
        ordinary_grounds=_ordinary.put(kept),
        weighed=memo is not None,
    )


def of(question: OptionsRequest) -> Options:
    """What the law leaves open."""
    return grounds.options(question)


def _degree(degrees: dict[str, Assessment], ground: str) -> Danger:
    return degrees[ground].danger if ground in degrees else Danger.UNKNOWN
