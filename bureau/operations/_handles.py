"""The name by which a person outside the house knows a party: account number, name in a list."""

from collections import Counter
from uuid import UUID

from sqlalchemy import select

from bureau.model import Account, Case, Entity
from bureau.work import Work

_FROM_A_LIST = "node:"


def handles(work: Work, case: Case) -> dict[UUID, str]:
    """What to call each party in results for programs: its own number or name, else its id."""
    numbers = select(Account.id, Account.number).where(
        Account.case_id == case.id, Account.number != ""
    )
    known = {row.id: row.number for row in work.session.execute(numbers)}
    rows = work.session.execute(
        select(Entity.id, Entity.key, Entity.label).where(Entity.case_id == case.id)
    )
    for row in rows:
        listed = row.key.startswith(_FROM_A_LIST)
        known.setdefault(row.id, row.label if listed else str(row.id))
    often = Counter(known.values())
    return {party: name if often[name] == 1 else str(party) for party, name in known.items()}
