from datetime import date

from app.demo import registers
from app.demo.days import Days
from app.demo.texts import told
from bureau.formats.registry import reader

DAYS = Days(date(2026, 11, 20))


def test_every_profile_reads_as_the_register_would_give_it():
    for row in told("steven")["profiles"]:
        answer = reader("kvk").read(registers.company(row, DAYS))
        (company,) = answer.companies
        assert (company.kvk, company.name) == (row["kvk"], row["name"])
        assert company.kvk.startswith("9000")
        assert not answer.warnings


def test_every_estate_names_its_owner():
    for row in told("steven")["estates"]:
        answer = reader("brk").read(registers.estate(row, row["holders"], DAYS))
        assert [right.holder for right in answer.rights] == [row["holders"][0]["name"]]
        assert not answer.warnings
