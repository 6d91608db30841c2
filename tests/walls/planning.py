"""A plan with its sheets and numbers, a measure and a role card, for the walls."""

from datetime import timedelta
from uuid import UUID

from bureau.operations import interventions, measures, plan_series, role_cards, worksheets
from bureau.operations.role_cards import CardWords
from bureau.rules.worksheets import Sheet, questions
from bureau.work import Work


def plan(work: Work, case_id: UUID) -> None:
    """What partners planned in a case, one of each."""
    made = interventions.open_plan(work, case_id, "Kades schoon")
    told = {row.field: "Samen gezien." for row in questions(Sheet.OPTION, work.today)}
    worksheets.begin_sheet(
        work, case_id, "option", "Toezicht", told, plan_id=made.id, track="prevention"
    )
    ahead = work.today + timedelta(days=60)
    plan_series.add_assumption(work, case_id, made.id, "Verhuurders melden.", ahead)
    series = plan_series.add_series(work, case_id, made.id, "Lege winkels", 4, "Monitor")
    work.session.flush()
    plan_series.add_point(work, case_id, series.id, "target", work.today, 9)
    weighed = {row.field: "Gewogen." for row in questions(Sheet.MEASURE, work.today)}
    measures.propose_measure(work, case_id, "M-13B", weighed, barrier="RE-5a")
    words = CardWords("A. Dekker", "Toezicht.", ("SUPERVISION",), ("AREA",), ahead, "Geen.")
    role_cards.write_card(work, case_id, work.actor.organisation_id, 0, words, "")
