"""The page that shows a new link, which the form that goes out may lead to at once."""

import re

from tests.app.views.reading import text


def test_the_form_goes_out_with_its_link_shown_this_once(road, officer):
    road.step("T02", "03-02")
    path = f"/cases/{road.id}/application/form/send"
    page = text(officer.send(path, {"reason": "selected sector", "with_link": "y"}))
    [address] = re.findall(r"<code>(http[^<]+/a/[^<]+)</code>", page)
    assert re.search(r"<code>\d{6}</code>", page)
    assert f'href="/cases/{road.id}"' in page
    listed = text(officer.get(f"/cases/{road.id}/application/links"))
    assert address not in listed
    assert road.state() == "ST30"
