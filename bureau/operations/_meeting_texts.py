"""What may not be written about a meeting: nobody protected is ever discussed by name."""

from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Case, Person
from bureau.model.entity import folded
from bureau.policy import Permission
from bureau.work import Work

BASIS = "EU 2011/36, 12; AVG 9"


def insist_unnamed(work: Work, case: Case, field: str, *texts: str) -> None:
    """Stop when one of `texts` holds the name of a protected person of the case.

    Raises Invalid without repeating the name: a meeting speaks of a code and a hold with dates.
    Who does not read the parties of the case is not answered: it would tell who is protected.
    """
    if not work.may(Permission.NETWORK_READ, case):
        return
    query = select(Person.label_folded).where(Person.case_id == case.id, Person.protected)
    said = folded(" ".join(texts))
    if any(name in said for name in work.session.scalars(query) if name):
        raise Invalid(
            "The text for {field} names somebody who is protected.",
            where={"field": field, "guard": "victim by name", "basis": BASIS},
            hint="Leave the name out: say only that the victim check was done, and until when"
            " the case is held.",
            field=field,
        )
