"""A case as its dossiers read it: what is behind named readers, and who is protected, stays out."""

from bureau.rules.dates import PartialDate
from bureau.rules.vocabulary import Language
from reports.assembly.file import partial, read
from tests.reports.assembly.rich import SECRETS


def test_a_source_with_named_readers_does_not_go_along(rich):
    with rich.file() as file:
        titles = [source.title for source in file.sources.values()]
        assert not set(SECRETS) & set(titles)
        assert [source.number for source in file.sources.values()] == [1, 2, 4, 5]
        assert len(file.withheld) == 1


def test_only_what_goes_along_has_a_number(rich):
    with rich.file() as file:
        assert file.number(rich.source) == (1,)
        assert file.number(rich.secret) == file.number(None) == ()
        assert file.numbered([rich.form, None, rich.secret, rich.source, rich.form]) == (1, 2)


def test_a_protected_person_has_no_name_here(rich):
    with rich.file() as file:
        assert rich.victim not in file.entities
        assert file.label(rich.victim) == file.label(None) == "niet genoemd"
        assert file.label(rich.lender) == "Geertje Kwakman"
    with rich.file(Language.EN) as file:
        assert file.label(rich.victim) == "not named"


def test_the_account_of_a_protected_person_is_barred_too(rich):
    with rich.file() as file:
        barred = {
            entity.label for entity in file.entities.values() if str(entity.id) in file.barred
        }
        assert barred == {"SCHUILREKENING"}
        assert str(rich.victim) in file.barred


def test_a_lead_that_touches_a_protected_person_is_not_read(rich):
    with rich.file() as file:
        hit = next(hit for hit in file.hits if hit.code == rich.kept)
        hit.subjects = [*hit.subjects, str(rich.victim)]
        file.work.session.flush()
        found = read(file.work, file.case, Language.NL)
        assert [one.code for one in found.hits] == [rich.let_go]


def test_a_partial_date_stays_partial():
    assert partial(PartialDate(2019, 4)) == "2019-04"
    assert partial(None) == ""
