"""The guided tour: from whom the case concerns to the innocent explanations."""

from tests.app.views.case_with_money import money  # noqa: F401 - a fixture
from tests.app.views.reading import text, words


def test_the_tour_leads_from_the_applicant_to_the_lead(road, officer, money):  # noqa: F811
    page = officer.get(f"/cases/{road.id}/tour")
    assert page.status_code == 200
    assert f"start={road.applicant}" in text(page)
    assert f"lead={money.lead}" in text(page)
    assert "4 " in words(page)  # explanations still to be answered
