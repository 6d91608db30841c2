"""The form with which owners of other cases are asked."""

from types import SimpleNamespace
from uuid import UUID

from app.forms.contacts import AskForm
from bureau.rules.contacts import contact_grounds, contact_purposes

PARTY = UUID(int=7)


def test_it_offers_the_parties_bases_and_purposes_that_there_are(app):
    found = SimpleNamespace(
        parties=((PARTY, "De Kade B.V."),),
        grounds=tuple(contact_grounds()),
        purposes=tuple(contact_purposes()),
    )
    with app.test_request_context("/"):
        form = AskForm(formdata=None, entity_id=str(PARTY))
        form.offer(found)
        assert form.about == PARTY
        assert [row.label for row in form.entity_id.choices] == ["De Kade B.V."]
        assert "WGS 1.7(8)" in form.ground.choices[0].label
        assert len(form.purpose.choices) == len(found.purposes)
