"""What docs/ promises is there: what is cited exists, and nothing is left out."""

import csv
import re
import tomllib
from collections import Counter

import pytest
import yaml

from tests.architecture import tree

DOCS = tree.ROOT / "docs"
# OWASP ASVS 5.0.0: how many requirements each chapter and each level has.
CHAPTERS = dict(
    zip(
        range(1, 18),
        (30, 13, 31, 16, 13, 47, 19, 13, 7, 36, 24, 12, 21, 13, 21, 17, 12),
        strict=True,
    )
)
LEVELS = {"1": 70, "2": 183, "3": 92}
STATUSES = {"met", "partly", "deployment", "not met", "not applicable"}
PATH = re.compile(r"\b(?:tests|app|bureau|reports|docs)/[\w./-]+\w(?:::\w+)?")
CAMPAIGNS = re.compile(r"\btests\.campaigns\.\w+")
CITED = re.compile(r"`((?:tests|app|bureau|reports|docs|bin|migrations)/[\w./-]+(?:::\w+)?)`")


def rows(name):
    with (DOCS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def missing(cited):
    """Why what is cited is not there; an empty text where it is."""
    path, _, test = cited.partition("::")
    place = tree.ROOT / (f"{path.replace('.', '/')}.py" if path.startswith("tests.") else path)
    if not place.exists():
        return f"{cited}: there is no such file"
    if test and test not in {each.name for each in tree.functions(tree.parsed(place))}:
        return f"{cited}: there is no such test"
    return ""


def evidence(row):
    return [each.strip() for each in row["evidence"].split(";") if each.strip()]


def test_every_requirement_of_asvs_has_its_row():
    ids = [row["requirement"] for row in rows("asvs.csv")]
    parts = [tuple(map(int, each.split("."))) for each in ids]
    assert parts == sorted(set(parts))
    assert Counter(chapter for chapter, *_ in parts) == CHAPTERS
    assert Counter(row["level"] for row in rows("asvs.csv")) == LEVELS


def test_every_status_of_asvs_says_what_it_rests_on(capsys):
    found = rows("asvs.csv")
    for row in found:
        where = row["requirement"]
        assert row["status"] in STATUSES, where
        assert (row["status"] == "not applicable") == (row["applicable"] == "no"), where
        assert evidence(row) or row["status"] != "met", where
        assert row["remark"] or row["status"] not in {"not met", "not applicable"}, where
        assert row["remark"] or evidence(row), where
    asked = [row for row in found if row["applicable"] == "yes"]
    with capsys.disabled():
        print(f"\nASVS: {len(found)} requirements, {len(asked)} applicable")
        for level in LEVELS:
            counts = Counter(row["status"] for row in asked if row["level"] == level)
            print(f"level {level}: {', '.join(f'{n} {s}' for s, n in sorted(counts.items()))}")


def test_what_asvs_cites_is_there():
    assert [m for row in rows("asvs.csv") for c in evidence(row) if (m := missing(c))] == []


def test_every_control_of_bio2_has_its_row_and_what_it_cites_is_there():
    found = rows("bio2.csv")
    chapters = Counter(row["control"].partition(".")[0] for row in found)
    assert chapters == {"5": 37, "6": 8, "7": 14, "8": 34}
    assert {row["whose"] for row in found} == {"product", "municipality", "both"}
    for row in found:
        assert row["how"] or row["whose"] == "municipality", row["control"]
        cited = [*PATH.findall(row["how"]), *CAMPAIGNS.findall(row["how"])]
        assert [m for each in cited if (m := missing(each))] == [], row["control"]


@pytest.mark.parametrize("path", sorted(DOCS.glob("*")), ids=lambda path: path.name)
def test_what_a_document_cites_is_there(path):
    text = path.read_text("utf-8")
    cited = [*CITED.findall(text), *CAMPAIGNS.findall(text)]
    assert [found for each in cited if (found := missing(each))] == []


def test_every_document_is_named_in_the_readme():
    text = (tree.ROOT / "README.md").read_text("utf-8")
    assert [path.name for path in DOCS.glob("*") if f"docs/{path.name}" not in text] == []


# Publication standard 1.0 of the Dutch algorithm register: what must be there, and how long.
NEEDED = ("name", "description_short", "organization", "status", "contact_email")
NEEDED += ("publication_category", "lang")
LONGEST = {"name": 100, "description_short": 350, "methods_and_models": 5000, "provider": 200}
LONGEST |= dict.fromkeys(("goal", "proportionality", "human_intervention", "risks"), 2500)
LONGEST |= dict.fromkeys(("lawful_basis", "source_data", "tags", "impacttoetsen"), 2500)
GROUPED = {"lawful_basis_grouping", "impacttoetsen_grouping", "source_data_grouping"}
CLOSED = {
    "status": {"In ontwikkeling", "In gebruik", "Buiten gebruik"},
    "publication_category": {
        *("Hoog-risico AI-systeem", "Impactvolle algoritmes", "Overige algoritmes"),
    },
    "lang": {"nld"},
    "standard_version": {"1.0"},
}


def test_the_records_for_the_algorithm_register_keep_its_standard():
    records = yaml.safe_load((DOCS / "algorithm_register.yaml").read_text("utf-8"))
    for record in records:
        assert [field for field in NEEDED if not record.get(field)] == [], record["name"]
        assert all(len(record.get(field, "")) <= most for field, most in LONGEST.items())
        assert all(record[field] in allowed for field, allowed in CLOSED.items())
        known = {*LONGEST, *NEEDED, *CLOSED, *GROUPED, "category", "begin_date"}
        assert set(record) <= known, record["name"]


def test_a_term_of_the_processing_register_is_a_row_of_the_law():
    for row in rows("processing_register.csv"):
        assert all(row.values()), row["activity"]
        assert row["mark"] in {"V", "M", "D"}, row["activity"]
        for name, code in re.findall(r"\b([a-z_]+):([\w-]+)", row["term"]):
            table = tree.ROOT / f"bureau/rules/jurisdictions/nl/{name}.toml"
            codes = {each["code"] for each in tomllib.loads(table.read_text("utf-8"))["rows"]}
            assert code in codes, (row["activity"], name, code)


def test_the_check_sees_what_is_not_there():
    assert missing("tests/nowhere.py")
    assert missing("tests/architecture/test_docs.py::test_that_nobody_wrote")
    assert missing("tests.campaigns.nothing")
    assert not missing("tests/architecture/test_docs.py::test_the_check_sees_what_is_not_there")
