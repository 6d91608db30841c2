"""Every page of the house is on the one list, and the list holds nothing else."""

from importlib import import_module
from pkgutil import iter_modules

from app import views
from app.blueprints import PAGES


def test_every_set_of_pages_is_on_the_list():
    with_pages = {
        module.name
        for module in iter_modules(views.__path__)
        if hasattr(import_module(f"app.views.{module.name}"), "bp")
    }
    listed = {import_module(f"app.views.{name}").bp.name for name in PAGES}
    assert with_pages >= set(PAGES)
    assert {import_module(f"app.views.{name}").bp.name for name in with_pages} == listed
    assert len(PAGES) == len(set(PAGES))


def test_every_page_of_the_list_is_in_the_house(app):
    assert set(app.blueprints) >= {import_module(f"app.views.{name}").bp.name for name in PAGES}
    assert "api" in app.blueprints


def test_only_the_interface_for_programs_takes_forms_without_their_token(client_of):
    visitor = client_of("officer")
    assert visitor.post("/cases/new").status_code == 400
    assert visitor.post("/sign-out").status_code == 400
    assert visitor.post("/api/v1/cases").status_code == 401
