"""The benchmark of the import still runs, and its peer holds the very same rows."""

from tests.benchmarks.import_bench import compare, file_of


def test_it_prints_a_ratio_against_a_bare_insert(capsys):
    [(ours, peer, checked)] = compare(300, 1)
    assert min(ours, peer, checked) > 0
    assert "bare executemany" in capsys.readouterr().out


def test_the_list_has_as_many_rows_as_asked():
    assert file_of(50).count(b"\n") == 51
