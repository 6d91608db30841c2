"""Every state of a plan and of a measure has a word of its own."""

from app.plan_words import WORDS
from bureau.rules.measures import HARM_COUNTS, HARM_MONTHS, MeasureOutcome, MeasureState
from bureau.rules.plans import STEPS, PlanState, SeriesPlace


def test_no_closed_value_is_shown_as_a_code():
    wanted = {
        *(f"plan_{state}" for state in PlanState),
        *(f"plan_step_{step}" for step in STEPS),
        *(f"place_{place}" for place in SeriesPlace),
        *(f"measure_{state}" for state in MeasureState),
        *(f"outcome_{outcome}" for outcome in MeasureOutcome),
        *(f"harm_{name}" for name in HARM_COUNTS),
        *(f"month_{month}" for month in HARM_MONTHS),
    }
    assert wanted <= WORDS.keys()
