"""What patterns ask of a node beside its name: what a company does, where an account is kept."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.model import Account, Address, Case, Company, Property
from bureau.rules.identifiers import country_of
from bureau.work import Work

_AREA = 4  # figures of a Dutch postcode, which name a part of a town


def node_facts(work: Work, case: Case) -> dict[UUID, dict[str, Any]]:
    """What patterns ask of a company, an account, an address or a property beside its name."""
    companies = select(Company.id, Company.hub, Company.activity, Company.staff)
    addresses = select(Address.id, Address.city, Address.postcode)
    sizes = select(Property.id, Property.square_metres)
    found: dict[UUID, dict[str, Any]] = {
        row.id: {
            "hub": row.hub or None,
            "activity": row.activity,
            "sector": _sector(row.activity),
            "staff": row.staff,
        }
        for row in work.session.execute(companies.where(Company.case_id == case.id))
    }
    numbers = select(Account.id, Account.number).where(Account.case_id == case.id)
    for party, number in work.session.execute(numbers):
        found[party] = {"country": country_of(number)}
    for party, city, postcode in work.session.execute(addresses.where(Address.case_id == case.id)):
        found[party] = {"place": city, "area": postcode.strip()[:_AREA]}
    for party, size in work.session.execute(sizes.where(Property.case_id == case.id)):
        found[party] = {"square_metres": size}
    return found


def _sector(activity: str) -> str:
    """The SBI code with which the description of an activity begins, "" where there is none."""
    code = activity.partition(" ")[0].rstrip(":,;").replace(".", "")
    return code if code.isdigit() else ""
