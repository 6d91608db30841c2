"""Every module has a test in the same place under tests/."""

import pytest

from tests.architecture import tree

# Modules that are proved elsewhere, each with the place.
EXEMPT: dict[str, str] = {}


@pytest.mark.parametrize("path", tree.files("*.py", *tree.PACKAGES), ids=tree.name)
def test_every_module_has_its_mirrored_test(path):
    if path.name == "__init__.py" or tree.name(path) in EXEMPT:
        return
    mirror = tree.ROOT / "tests" / path.relative_to(tree.ROOT).with_name(f"test_{path.name}")
    assert mirror.exists(), f"{tree.name(path)} has no {tree.name(mirror)}"


def test_an_exemption_names_a_module_that_exists():
    assert [each for each in EXEMPT if not (tree.ROOT / each).exists()] == []


def test_every_folder_of_tests_is_a_package():
    folders = {path.parent for path in tree.files("test_*.py", "tests")}
    assert [tree.name(f) for f in sorted(folders) if not (f / "__init__.py").exists()] == []
