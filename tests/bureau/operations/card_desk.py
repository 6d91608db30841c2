"""A partnership case whose role cards are written and confirmed, for the tests."""

from dataclasses import replace
from datetime import timedelta

from bureau.model import Organisation, RoleCard
from bureau.operations import role_cards
from bureau.operations.role_cards import CardWords
from tests.bureau.operations.table import Table
from tests.conftest import NOW

POWERS = {"police": "POLICE_TASK", "tax": "TAX_INSPECTION", "customs": "CUSTOMS_CHECK"}
POWERS |= {"havermonde": "SUPERVISION"}
WORDS = CardWords(
    owner="P. Olie",
    task="Looks at the quay and tells what is seen.",
    categories=("AREA",),
    due_on=NOW.date() + timedelta(days=60),
    not_done="No investigation beside the prosecutor.",
)


class Cards(Table):
    """The table with police, tax, customs and the mayor, and the cards of their organisations."""

    def body(self, code):
        """The id of an organisation."""
        with self.by("coordinator") as work:
            rows = work.session.query(Organisation).filter_by(code=code)
            return rows.one().id

    def write(self, code, login="coordinator", number=0, reason="asked at the table", **changed):
        """Write a version; the id of the card."""
        words = (
            replace(WORDS, powers=(POWERS[code],), **changed)
            if "powers" not in changed
            else (replace(WORDS, **changed))
        )
        body = self.body(code)
        with self.by(login) as work:
            return role_cards.write_card(work, self.case, body, number, words, reason).id

    def confirm(self, card, login, number=1):
        with self.by(login) as work:
            role_cards.confirm_card(work, self.case, card, number)

    def card(self, card):
        with self.by("coordinator") as work:
            row = work.session.get_one(RoleCard, card)
            return row.number, row.confirmed
