"""Asks the mandate register before a decision is taken, and says in whose name it is."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from bureau.errors import NotAllowed
from bureau.model import Case, Decision, Mandate
from bureau.model.organisation import CONFIRMED
from bureau.operations import _procedure
from bureau.rules import mandates
from bureau.rules.mandates import BASIS, Asked, Title, organs, organs_named
from bureau.rules.schema import listed
from bureau.rules.scope import scope
from bureau.work import Work


def held(work: Work, case: Case, day: date) -> Title | None:
    """By what right the actor may decide this case on a day; None without any."""
    return mandates.title(_asked(work, case, day), _confirmed(work))


def insist(work: Work, case: Case, day: date) -> Title:
    """The same, when one may decide it today too: what has ended gives no right to date back.

    Raises NotAllowed that names the organ, the rule and its articles.
    """
    found = held(work, case, day)
    if found is None or held(work, case, work.today) is None:
        names = [organs().row(code, day).name for code in _asked(work, case, day).organs]
        elsewhere = _procedure.screening(work, case).authority
        raise NotAllowed(
            "You have no mandate for this decision: it belongs to {organs}.",
            where={"guard": "mandate_held", "basis": BASIS},
            hint="Let whoever has the mandate decide, or have a mandate entered in the register"
            " under People, Mandates.",
            organs=listed(names, ", ") if names else elsewhere,
        )
    return found


def insist_other(work: Work, decision: Decision, found: Title) -> None:
    """Raises NotAllowed where one would judge the objection to one's own mandated decision."""
    if found.mandate and decision.mandate_id and decision.by_id == work.actor.id:
        raise NotAllowed(
            "Whoever took a decision by mandate does not decide on the objection to it.",
            where={"guard": "mandate_held", "basis": "Awb 10:3(3)"},
            hint="Let somebody else with a mandate decide, or the organ itself.",
        )


def columns(found: Title) -> Mapping[str, object]:
    """What a decision keeps of the right by which it was taken."""
    return {"organ": found.organ, "mandate_id": found.mandate.id if found.mandate else None}


def _asked(work: Work, case: Case, day: date) -> Asked:
    screening = _procedure.screening(work, case)
    row = scope(screening.scope, screening.law_date)
    return Asked(
        organs=organs_named(screening.authority.strip() or row.authority.nl, day),
        kind=row.decision,
        scope=row.code,
        user_id=work.actor.id,
        roles=work.actor.roles,
        day=day,
    )


def _confirmed(work: Work) -> list[Mandate]:
    query = select(Mandate).where(
        Mandate.organisation_id == work.actor.organisation_id, Mandate.state == CONFIRMED
    )
    return list(work.session.scalars(query.order_by(Mandate.from_on, Mandate.id)))
