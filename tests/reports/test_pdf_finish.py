"""The declaration of accessibility stands where validators look for it."""

from types import SimpleNamespace

from defusedxml.ElementTree import fromstring

from reports.pdf_finish import declare_accessible, declared

RDF = (
    b'<x><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF></x>'
)


def test_the_first_description_and_no_other_declares_it():
    first, second = fromstring(declared(RDF))
    part = "{http://www.aiim.org/pdfua/ns/id/}part"
    assert [e.text for e in first.iter(part)] == ["1"]
    assert list(second.iter(part)) == []


def test_only_the_metadata_is_touched():
    metadata = SimpleNamespace(extra={"Type": "/Metadata"}, stream=[RDF])
    page = SimpleNamespace(extra={"Type": "/Page"}, stream=[RDF])
    declare_accessible(None, SimpleNamespace(objects=[metadata, page, object()]))
    assert metadata.stream == [declared(RDF)]
    assert page.stream == [RDF]
