"""The financing shows the reckoning of the dossier, line by line, and balances to the cent."""

from dataclasses import replace
from datetime import date

import pytest

from bureau.errors import Changed, Invalid, NotFound
from bureau.operations import deals, documents, financings
from bureau.operations.financings import EntryFields
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
LINE = EntryFields(side="source", kind="gift", label="Gift of an aunt", amount="40", status="given")
USE = replace(LINE, side="use", kind="inventory", label="Bar and tables")


def add(road, fields=LINE):
    with road.by("officer", "03-11") as work:
        return financings.add_entry(work, road.id, fields, Learnt(road.source)).id


def read(road, day="03-12"):
    with road.by("officer", day) as work:
        return financings.read_financing(work, road.id)


def lend(road, **more):
    with road.by("officer", "03-11") as work:
        return deals.record_loan(
            work, road.id, lender_id=road.add_company(work, "Geldgever B.V."),
            borrower_id=road.applicant, principal="30", learnt=Learnt(road.source), **more,
        ).id  # fmt: skip


def test_sources_and_uses_are_added_per_currency_and_others_stand_apart(road):
    with road.by("officer") as work:
        lender = road.add_company(work, "Geldgever B.V.")
        sister = road.add_company(work, "Zus B.V.")
        for borrower, currency in (
            (road.applicant, "EUR"),
            (road.applicant, "USD"),
            (sister, "EUR"),
        ):
            deals.record_loan(
                work, road.id, lender_id=lender, borrower_id=borrower, principal="100.00",
                currency=currency, learnt=Learnt(road.source),
            )  # fmt: skip
    found = read(road)
    assert [(row.currency, row.brings.minor, row.takes.minor) for row in found.now] == [
        ("EUR", 10000, 0),
        ("USD", 10000, 0),
    ]
    assert [deal.parties[1][2] for deal in found.others] == ["Zus B.V."]
    assert found.applied == ()


def test_entries_detail_a_total_of_the_form_and_the_table_balances(road):
    road.to_returned()  # total investment, own money and money of others of 100.00 each
    add(road, USE)
    add(road)
    lend(road)
    [sheet] = read(road).now
    assert [(line.kind, line.stated.minor) for line in sheet.uses] == [
        ("rest", 60_00),
        ("inventory", 40_00),
    ]
    assert [line.running.minor for line in sheet.sources] == [100_00, 140_00, 170_00, 200_00]
    assert [line.kind for line in sheet.sources][-1] == "declared"
    assert (sheet.brings.minor, sheet.takes.minor, sheet.unused.minor) == (200_00, 100_00, 100_00)
    assert sheet.takes + sheet.unused == sheet.brings + sheet.unsourced == sheet.total
    assert sum(line.share for line in sheet.sources) == 100
    own = replace(LINE, kind="own", label="Savings", amount="100")
    add(road, own)
    [sheet] = read(road).now
    assert [line.kind for line in sheet.sources].count("own") == 1
    assert sheet.brings.minor == 200_00


def test_only_what_is_borne_out_counts_as_shown(road):
    with road.by("officer", "03-11") as work:
        paper = documents.add_document(
            work, road.id, "a.txt", b"Fictional.", title="Deed of gift", kind="DC08"
        ).id
    shown = replace(LINE, status="verified", document_id=paper)
    add(road, shown)
    add(road)
    [sheet] = read(road).now
    assert (sheet.brings.minor, sheet.shown.minor, sheet.unshown.minor) == (80_00, 40_00, 40_00)
    assert sheet.sources[0].entry.document == "Deed of gift"
    assert [line.open.minor for line in sheet.sources] == [0, 40_00]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"amount": "-1"}, "amount"),
        ({"amount": "0"}, "amount"),
        ({"amount": "10%"}, "amount"),
        ({"label": " "}, "label"),
        ({"kind": "takeover"}, "kind"),
        ({"side": "both"}, "side"),
        ({"status": "guilty"}, "status"),
        ({"status": "evidenced"}, "status"),
        ({"status": "contradictory"}, "remark"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field_and_nothing_is_stored(road, wrong, field):
    with pytest.raises(Invalid) as refusal:
        add(road, replace(LINE, **wrong))
    assert refusal.value.where.get("field", field) == field
    assert read(road).now == ()


def test_a_percentage_is_of_the_total_and_together_at_most_the_whole(road):
    road.to_returned()
    add(road, replace(USE, amount="33,33%"))
    [sheet] = read(road).now
    assert sheet.uses[-1].stated.minor == 33_33
    for amount in ("66.68%", "101%", "-5%", "0%"):
        with pytest.raises(Invalid):
            add(road, replace(USE, amount=amount))
    add(road, replace(USE, amount="66.67%"))
    [sheet] = read(road).now
    assert [line.kind for line in sheet.uses] == ["inventory", "inventory"]
    assert sheet.takes.minor == 100_00


def test_a_line_is_changed_at_its_version_and_taken_out_with_a_reason(road, trail):
    found = add(road)
    with road.by("officer", "03-12") as work:
        financings.change_entry(work, road.id, found, 1, replace(LINE, amount="41.50"))
    with pytest.raises(Changed), road.by("officer", "03-12") as work:
        financings.change_entry(work, road.id, found, 1, LINE)
    with road.by("officer", "03-12") as work:
        row = financings.read_entry(work, road.id, found)
        assert row.amount.minor == 41_50
    with pytest.raises(Invalid), road.by("officer", "03-12") as work:
        financings.withdraw_entry(work, road.id, found, row.version, " ")
    with road.by("officer", "03-12") as work:
        financings.withdraw_entry(work, road.id, found, row.version, "counted twice")
    view = read(road)
    assert view.now == ()
    assert [each.withdrawn for each in view.withdrawn] == ["counted twice"]
    done = [e.facts["done"] for e in trail() if e.kind == EventKind.FINANCING_CHANGED]
    assert done == ["added", "changed", "withdrawn"]


def test_a_record_of_another_case_cannot_bear_out_a_line(road):
    with pytest.raises(NotFound):
        add(road, replace(LINE, document_id=road.source))
    with pytest.raises(NotFound):
        add(road, replace(LINE, party_id=road.source))


def test_a_loan_is_not_repaid_before_it_was_given(road):
    loan = lend(road, paid_out_on="2026-03-05")
    with pytest.raises(Invalid) as refusal, road.by("officer", "03-12") as work:
        deals.end_loan(work, road.id, loan, 1, date(2026, 3, 4), "repaid")
    assert refusal.value.where["field"] == "last_day"
    with road.by("officer", "03-12") as work:
        deals.end_loan(work, road.id, loan, 1, date(2026, 3, 5), "repaid")
    with pytest.raises(Invalid), road.by("officer", "03-12") as work:
        deals.record_loan(
            work, road.id, lender_id=road.add_company(work, "Ander B.V."),
            borrower_id=road.applicant, principal="1", paid_out_on="2026-03-05",
            learnt=Learnt(road.source, valid_to="2026-03-01"),
        )  # fmt: skip


def test_an_export_is_recorded_with_the_number_of_lines(road, trail):
    add(road)
    with road.by("officer", "03-12") as work:
        financings.export_financing(work, road.id)
    assert trail()[-1].facts["lines"] == 1
    assert trail()[-1].kind == EventKind.FINANCING_EXPORTED
