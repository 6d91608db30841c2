"""Forms of the applicant: what must be there is asked for."""

import pytest

from app.forms.applicant import CodeForm, FileForm, HandInForm, LinkForm
from tests.app.forms.filling import filled


@pytest.mark.parametrize(
    ("form", "sent", "wrong"),
    [
        (CodeForm, {"code": ""}, {"code"}),
        (CodeForm, {"code": "123 456"}, set()),
        (HandInForm, {"by_proxy": "no"}, {"name", "place"}),
        (HandInForm, {"by_proxy": "no", "name": "N", "place": "H"}, set()),
        (HandInForm, {"by_proxy": "perhaps", "name": "N", "place": "H"}, {"by_proxy"}),
        (FileForm, {}, {"file"}),
        (LinkForm, {"language": "fr"}, {"language"}),
        (LinkForm, {"language": "nl", "expires_on": "31-02-2026"}, {"expires_on"}),
        (LinkForm, {"language": "nl", "expires_on": ""}, set()),
    ],
)
def test_what_is_missing_is_said_at_its_field(app, form, sent, wrong):
    with filled(app, form, sent) as made:
        made.validate()
        assert set(made.errors) == wrong
