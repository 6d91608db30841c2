"""The second button of a form that records a fact."""

from app.views.traying import asked


def test_only_its_own_button_asks_for_the_tray(app):
    for do, wanted in (("tray", True), ("", False)):
        with app.test_request_context("/", method="POST", data={"do": do}):
            assert asked() is wanted
