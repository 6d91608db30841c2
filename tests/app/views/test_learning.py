"""From the fields of a form to where a fact was learnt."""

from uuid import uuid4

from app.forms.parts import LearntForm
from app.views.learning import learnt
from bureau.rules.vocabulary import Credibility


def test_what_the_form_says_is_what_is_learnt(app):
    source = uuid4()
    sent = {"source": str(source), "credibility": "2", "place": "p. 2", "valid_from": " 2024 "}
    with app.test_request_context(method="POST", data=sent):
        found = learnt(LearntForm())
    assert found.source_id == source
    assert found.credibility is Credibility.PROBABLE
    assert (found.place, found.valid_from, found.valid_to) == ("p. 2", "2024", "")
