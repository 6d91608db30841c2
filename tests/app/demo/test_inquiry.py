from app.demo.inquiry import STORY, payments
from bureau.operations import case_files, imports, indicators


def test_the_files_show_in_the_case(city):
    with city.work("officer") as work:
        taken = imports.list_imports(work, city.id(STORY))
        stored = {one.format: one.stored for one in taken}
    assert set(stored) == {"kvk", "brk", "camt053", "payments-csv", "entities-csv"}
    assert stored["camt053"] + stored["payments-csv"] == len(payments())
    assert len(payments()) >= 3_000


def test_the_log_of_registers_names_basis_and_result(city):
    with city.work("officer") as work:
        log = case_files.read_case(work, city.id(STORY)).lookups
        assert {row.register for row in log} >= {"BR01", "BR02", "BR05", "BR09", "BR13"}
        assert all(row.basis and row.result and row.source_id for row in log)


def test_every_indicator_that_fired_is_answered(city):
    with city.work("officer") as work:
        every = indicators.list_indicators(work, city.id(STORY))
        fired = [row for row in every if row.signal == "fired"]
        assert {"FIN-03", "FIN-04", "FIN-05"} <= {row.code for row in fired}
        assert all(row.status in ("carried", "explained") and row.reason for row in fired)
