"""The measures of the plans: as far as each has come, with the harm that was asked after."""

from app.demo.planning import CASE
from bureau.operations import measures


def test_harm_was_asked_after_each_measure_as_soon_as_it_was_due(city):
    with city.work("coordinator") as work:
        rows = measures.list_measures(work, city.id(CASE))
        assert not any(view.owed for view in rows)
        assert {form.month for view in rows for form in view.measure.harm} == {0, 3, 12}
        assert {view.measure.state for view in rows} == {"executed", "dropped", "invited"}
        assert {view.measure.outcome for view in rows} >= {"upheld", "changed"}
