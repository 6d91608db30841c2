"""A first card asks for no reason; a card begins with the limits that the law sets."""

from app.forms.role_cards import card_form, template_form
from bureau.model import Organisation
from bureau.operations._role_cards import CardStart, CardWords
from bureau.rules.categories import categories_open
from bureau.rules.partners import partners
from bureau.rules.powers import powers_of
from tests.conftest import NOW

DAY = NOW.date()


def start(number=0, **words):
    return CardStart(
        organisation=Organisation(code="police", name="Politie", kind="POLICE"),
        words=CardWords(**words),
        number=number,
        powers=powers_of("POLICE", DAY),
        categories=categories_open(1, DAY),
        limits=partners().row("POLICE", DAY).limits,
    )


def test_a_change_asks_for_its_reason_and_a_first_version_does_not(app):
    with app.test_request_context("/"):
        assert card_form(start()).reason is None
        again = card_form(start(2, task="Looks."))
        assert "reason" in again
        assert (again.number.data, again.task.data) == ("2", "Looks.")


def test_it_offers_the_powers_of_the_organisation_and_begins_with_its_limits(app):
    with app.test_request_context("/"):
        form = template_form(start())
        assert [each.value for each in form.powers.choices] == ["POLICE_TASK", "DETECTION"]
        assert "Wpg" in form.not_done.data


def test_what_was_written_is_read_as_words(app):
    data = {"number": "0", "owner": "P. Olie", "task": "x", "powers": ["POLICE_TASK"]}
    data |= {"due_on": "2027-01-01", "not_done": "y"}
    with app.test_request_context("/", method="POST", data=data):
        said = card_form(start()).words()
        assert (said.owner, list(said.powers), said.due_on.year) == (
            "P. Olie",
            ["POLICE_TASK"],
            2027,
        )
        assert list(template_form(start()).words().categories) == []
