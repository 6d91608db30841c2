"""What may be shared with whom, as a page with its reasons."""

from tests.app.views.reading import text, words


def test_a_port_reads_why_and_what_is_lawful_instead(client_of):
    said = words(client_of("port").get("/sharing?partner=PORT&phase=P3"))
    assert "Een derde krijgt hoogstens een resultaat" in said
    assert "WGS 1.7(6)" in said
    assert "rechtmatigheidsadviescommissie" in said


def test_tax_data_wait_for_phase_two_on_the_page(officer):
    assert "pas vanaf fase 2" in words(officer.get("/sharing?partner=OM&phase=P1"))
    assert "pas vanaf fase 2" not in words(officer.get("/sharing?partner=OM&phase=P2"))


def test_the_page_is_offered_and_bears_an_odd_question(officer):
    assert 'href="/sharing"' in text(officer.get("/"))
    assert officer.get("/sharing").status_code == 200
    assert officer.get("/sharing?partner=%00&phase=9").status_code in (400, 422)
