"""No page of the road asks the database too often: the work of a page does not grow by itself."""

from sqlalchemy import Engine, event

MOST = 50
PAGES = (
    *("", "/application", "/application/supplement", "/letters", "/letters/write/receipt"),
    *("/investigation", "/assessment", "/hearing", "/decision"),
)


def asked(client, path):
    """The status of a page and how many questions it put to the database."""
    seen = []

    def tell(conn, cursor, statement, *rest):
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", tell)
    try:
        return client.get(path).status_code, len(seen)
    finally:
        event.remove(Engine, "before_cursor_execute", tell)


def test_no_page_of_a_decided_road_asks_more_than_fifty_times(road, officer):
    road.to_decision()
    found = {page: asked(officer, f"/cases/{road.id}{page}") for page in PAGES}
    found["home"] = asked(officer, "/")
    assert {page: status for page, (status, _) in found.items() if status != 200} == {}
    assert {page: number for page, (_, number) in found.items() if number > MOST} == {}
