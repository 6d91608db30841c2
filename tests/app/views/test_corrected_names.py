"""What was put right is named in words."""

from app.views.corrected_names import title


def test_a_field_of_a_party_and_another_fact_have_a_name(app):
    with app.test_request_context():
        assert title("finding", "") not in ("", "corrected_finding")
        assert title("party", "family_name") not in ("", "field_family_name")
        assert title("party", "kvk") not in ("", "field_kvk")
