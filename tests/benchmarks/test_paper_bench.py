"""What the measurement of paper rests on: a dossier of the right length, and a strict look."""

from tests.benchmarks.paper_made import changed, chapters, dossier, right
from tests.benchmarks.paper_typst import typst

LISTED = ["1 Status", "2 Samenvatting"]


def test_a_dossier_grows_and_one_sentence_of_it_can_change(tmp_path):
    short, longer = dossier(10), dossier(30)
    assert len(longer) > 2 * len(short)
    assert len(changed(short)) == len(short) + len("Herzien. ")
    assert chapters(short)[:2] == ["1 Status van deze informatie", "2 Samenvatting"]
    source = typst(short, tmp_path)
    assert source.count("#link(") == short.count('<a class="ref"')
    assert list(tmp_path.glob("*.jpg"))


def test_a_number_counts_only_where_it_is_that_of_a_page():
    told = ["Inhoud 1 Status 2 2 Samenvatting 3", "1 Status", "2 Samenvatting"]
    untold = ["Inhoud 1 Status 2 Samenvatting", "1 Status", "2 Samenvatting"]
    wrong = ["Inhoud 1 Status 3 2 Samenvatting 3", "1 Status", "2 Samenvatting"]
    assert [right(pages, LISTED) for pages in (told, untold, wrong)] == [2, 0, 1]
