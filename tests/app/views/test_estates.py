"""Real estate over time on its page, reached from the party and the case."""

from datetime import date

from bureau.operations import deals, parties
from bureau.operations.sources import Learnt
from tests.app.views.reading import text, words


def test_a_jump_stands_beside_what_may_explain_it(road, officer):
    listed = f"/cases/{road.id}/properties"
    assert "Nog geen onroerend goed" in words(officer.get(listed))
    with road.by("officer", "03-02") as work:
        learnt = Learnt(road.source)
        place = parties.record_property(work, road.id, learnt, name="Loods 4").id
        one, two = (road.add_company(work, name) for name in ("Een B.V.", "Twee B.V."))
        for seller, buyer, price, day in (
            (one, two, "100000", date(2025, 1, 1)),
            (two, one, "200000", date(2025, 6, 1)),
        ):
            deals.record_sale(
                work, road.id, property_id=place, seller_id=seller, buyer_id=buyer, price=price,
                agreed_on=day, learnt=learnt,
            )  # fmt: skip
    assert "een sprong die uitleg vraagt" in words(officer.get(listed))
    page = officer.get(f"{listed}/{place}")
    assert "geen vergunning tussen de twee verkopen" in words(page)
    assert "+100,0%" in words(page)
    assert "<svg viewBox" in text(page)
    assert f"{listed}/{place}" in text(officer.get(f"/cases/{road.id}/parties/{place}"))
    assert officer.get(f"{listed}/{one}").status_code == 404


def test_a_property_without_any_day_has_no_drawing(road, officer):
    with road.by("officer", "03-02") as work:
        place = parties.record_property(work, road.id, Learnt(road.source), name="Kaal").id
    page = officer.get(f"/cases/{road.id}/properties/{place}")
    assert page.status_code == 200
    assert "timeline" not in text(page)
