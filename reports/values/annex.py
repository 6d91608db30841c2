"""A document of the case that goes along as an annex: drawn anew, numbered and stamped."""

from dataclasses import dataclass

from reports.values import checks

# What can be drawn anew.
DRAWABLE = ("application/pdf", "image/png", "image/jpeg")


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex; `source_sha256` is the document it was made of, `sha256` what goes along."""

    number: int
    title: str
    sources: tuple[int, ...]
    source_sha256: str
    sha256: str
    pages: int

    def __post_init__(self) -> None:
        checks.words_in("title of an annex", self.title)
        checks.digest("sha256 of the document", self.source_sha256)
        checks.digest("sha256 of the annex", self.sha256)

    @property
    def path(self) -> str:
        """Where it lies in a package."""
        return annex_path(self.number)


def annex_path(number: int) -> str:
    """Where the annex with this number lies in a package."""
    return f"annexes/annex-{number}.pdf"
