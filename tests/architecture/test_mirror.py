"""Every module has a test in the same place under tests/."""

from tests.architecture import tree

# Modules that are proved elsewhere, each with the place.
EXEMPT: dict[str, str] = {}


def mirror(path):
    """Where the test of a module stands."""
    return tree.ROOT / "tests" / path.relative_to(tree.ROOT).with_name(f"test_{path.name}")


def test_every_module_has_its_mirrored_test():
    unproved = [
        f"{tree.name(path)} has no {tree.name(mirror(path))}"
        for path in tree.files("*.py", *tree.PACKAGES)
        if path.name != "__init__.py" and tree.name(path) not in EXEMPT
        if not mirror(path).exists()
    ]
    assert unproved == []


def test_an_exemption_names_a_module_that_exists():
    assert [each for each in EXEMPT if not (tree.ROOT / each).exists()] == []


def test_every_folder_of_tests_is_a_package():
    folders = {path.parent for path in tree.files("test_*.py", "tests")}
    assert [tree.name(f) for f in sorted(folders) if not (f / "__init__.py").exists()] == []
