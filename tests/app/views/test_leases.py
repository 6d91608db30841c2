"""Files of colleagues on the page: asked, read, closed; an emergency confirmed and reviewed."""

import re

from bureau.operations import case_files, members
from tests.app.views.reading import text, words
from tests.bureau.operations.place import open_case

URGENT = "A witness of this file is at the desk and in danger"


def reference_of(house, road):
    with house.work_of(house.actors.officer) as work:
        members.unshare_case(work, road.id, "mayor", "Only for the decision")
        return case_files.read_case(work, road.id).reference


def test_a_colleague_opens_a_file_for_a_task_reads_its_pages_and_changes_nothing(
    house, road, client_of
):
    with house.work_of(house.actors.mayor) as work:
        task = open_case(work, title="A task of the mayor")
    mayor, path = client_of("mayor"), f"/cases/{road.id}"
    reference = reference_of(house, road)
    assert mayor.get(path).status_code == 404
    sent = {"reference": reference, "purpose": "TASK", "task": str(task), "reason": "because"}
    assert mayor.send("/leases", sent).status_code == 422
    done = mayor.send("/leases", {**sent, "reason": "The same lender lends in my own case"})
    assert done.headers["Location"].endswith(path)
    page = text(mayor.get(path))
    for address in sorted(set(re.findall(rf'href="({path}/[^"#?]*)', page))):
        assert mayor.get(address).status_code in (200, 302), address
    assert mayor.get("/cases").status_code == 200
    assert path not in text(mayor.get("/cases"))
    listed = text(mayor.get("/leases"))
    mayor.send(re.search(r'action="(/leases/[^"]*/end)"', listed)[1], {})
    assert mayor.get(path).status_code == 404


def test_an_emergency_goes_by_a_colleague_and_ends_with_the_auditor(house, road, client_of):
    mayor, auditor = client_of("mayor"), client_of("auditor")
    asked = {"urgent-reference": reference_of(house, road), "urgent-reason": URGENT}
    assert mayor.send("/leases/urgent", asked).status_code == 302
    second = client_of("second")
    page = text(second.get("/leases"))
    second.send(re.search(r'action="(/leases/[^"]*/confirmation)"', page)[1], {})
    assert mayor.get(f"/cases/{road.id}").status_code == 200
    assert "Mayor" in words(client_of("officer").get(f"/cases/{road.id}/looks"))
    assert "/trail/emergencies" in text(auditor.get("/"))
    page = text(auditor.get("/trail/emergencies"))
    action = re.search(r'action="(/trail/emergencies/[^"]*)"', page)[1]
    key = re.search(r'name="(\w{32})-version"', page)[1]
    told = {"version": "2", "justified": "yes", "finding": "It was one"}
    told = {f"{key}-{name}": said for name, said in told.items()}
    assert auditor.send(action, told).status_code == 302
    assert "It was one" in text(auditor.get("/trail/emergencies"))
