"""Where a visitor goes on to is a path of this house."""

import pytest

from app.inside import inside


@pytest.mark.parametrize(
    ("target", "place"),
    [("/cases", "/cases"), ("//evil.example", "/"), ("https://evil.example", "/"), ("", "/")],
)
def test_only_a_path_of_the_house_is_followed(app, target, place):
    with app.test_request_context():
        assert inside(target) == place
