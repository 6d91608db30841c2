"""Half a page of a copy names that copy and no other; one without a mark accuses nobody.

Each copy is printed with its own mark. Half of a page, at a random height and with sixty words or
more, is cut out, everything else removed, and saved again by another program: fewer words than that
do not tell enough. `python -m
tests.campaigns.traces` tries a few copies of one short paper, with `--full` a hundred copies of a
whole dossier, and what else can be done to a page.
"""

import io
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from bureau.rules.vocabulary import Language, Track
from reports import marks, spacing, tracing
from reports.html import to_html
from reports.pdf import print_page
from reports.tracing import Outcome
from tests.campaigns.place import command
from tests.reports.samples import sample

FEW, MANY, PRESSES = 2, 100, 2
LEAST_WORDS = 120
LEAST_IN_HALF = 60  # fewer words do not tell a copy for certain
TRIES = 40
ATTACHMENT = {"name": "d.json", "text": "{}", "description": "d"}
IDENTIFIER, MOMENT = "0" * 32, "2026-11-20T08:15:00Z"


def page_of(track: Track) -> str:
    """The page of a sample, before it is paper."""
    return to_html(sample(track, Language.NL))


def printed(html: str, secret: bytes | None) -> bytes:
    """The paper, with the mark of one copy or without any."""
    return print_page(
        marks.marked(html, secret) if secret else html, ATTACHMENT, IDENTIFIER, MOMENT
    )[1]


def full_pages(pdf: bytes) -> list[int]:
    """The pages that hold words enough."""
    document = pypdfium2.PdfDocument(pdf)
    counts = (len(page.get_textpage().get_text_bounded().split()) for page in document)
    return [number for number, count in enumerate(counts) if count >= LEAST_WORDS]


def half(pdf: bytes, page: int, share: float) -> bytes:
    """Half of one page, its middle between a quarter and three quarters; the rest is taken out."""
    document = pypdfium2.PdfDocument(pdf)
    kept = pypdfium2.PdfDocument.new()
    kept.import_pages(document, [page])
    one = kept[0]
    low = share * one.get_height() / 2
    high = low + one.get_height() / 2
    for piece in list(one.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1)):
        _, bottom, _, top = piece.get_bounds()
        if not low <= (bottom + top) / 2 <= high:
            one.remove_obj(piece)
    one.gen_content()
    written = io.BytesIO()
    kept.save(written)
    return saved_again(written.getvalue())


def words_in(pdf: bytes) -> int:
    """How many words stand in a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    return sum(len(page.get_textpage().get_text_bounded().split()) for page in document)


def cut_out(pdf: bytes, chance: random.Random) -> tuple[bytes, int, int]:
    """A half that holds words enough, with its page and its words; some pages hold few."""
    for _ in range(TRIES):
        page = chance.choice(full_pages(pdf))
        found = half(pdf, page, chance.random())
        if (count := words_in(found)) >= LEAST_IN_HALF:
            return found, page, count
    raise ValueError("No half of these pages holds words enough.")


def saved_again(pdf: bytes) -> bytes:
    """The same pages, packed anew by another program."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(written, recompress_flate=True)
    return written.getvalue()


def scaled(pdf: bytes, factor: float = 0.71) -> bytes:
    """Every page drawn smaller, as two on a sheet are."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            page.contents_add(f"q {factor} 0 0 {factor} 0 0 cm".encode(), prepend=True)
            page.contents_add(b"Q")
        document.save(written)
    return written.getvalue()


def pictured(pdf: bytes) -> bytes:
    """Every page as a picture at 300 dots an inch: what a scanner leaves."""
    shots = [page.render(scale=300 / 72).to_pil() for page in pypdfium2.PdfDocument(pdf)]
    written = io.BytesIO()
    shots[0].save(written, "PDF", save_all=True, append_images=shots[1:])
    return written.getvalue()


def typed_over(html: str) -> bytes:
    """The same words, set anew by whoever copied the text."""
    return printed(html, None)


def mixed(copies: list[bytes], page: int) -> bytes:
    """One page whose upper half is that of one copy and whose lower half that of another."""
    written = io.BytesIO()
    with pikepdf.new() as whole:
        for number, one in enumerate(copies):
            with pikepdf.open(io.BytesIO(half(one, page, float(number)))) as part:
                whole.pages.extend(part.pages)
        whole.save(written)
    return written.getvalue()


def campaign(copies: int, track: Track, chance: random.Random) -> Iterator[str]:
    """Every half page that named somebody else or nobody, and every false accusation."""
    html = page_of(track)
    secrets = {UUID(int=number): chance.randbytes(32) for number in range(1, copies + 1)}
    with ThreadPoolExecutor(PRESSES) as presses:
        papers = presses.map(lambda secret: printed(html, secret), secrets.values())
        known = {**secrets, **{UUID(int=1000 + n): chance.randbytes(32) for n in range(900)}}
        named, least, counts = 0, -1000.0, list[int]()
        for copy_id, paper in zip(secrets, papers, strict=True):
            part, page, count = cut_out(paper, chance)
            verdict = tracing.judge(spacing.spacing(part), known)
            counts.append(count)
            first = [each.copy_id for each in verdict.matches]
            least = max(least, verdict.matches[0].chance if verdict.matches else 0.0)
            if verdict.outcome is Outcome.NAMED and first == [copy_id]:
                named += 1
            else:
                yield f"copy {copy_id.int}, page {page}: {verdict.outcome}, {verdict.words} words"
    print(
        f"traces: {named} of {copies} copies named from half a page of {min(counts)} to"
        f" {max(counts)} words; chance at most 1e{least:.1f}"
    )
    accused = 0
    plain = printed(html, None)
    for _ in range(copies):
        verdict = tracing.judge(spacing.spacing(cut_out(plain, chance)[0]), known)
        accused += bool(verdict.matches)
    print(f"traces: {accused} of {copies} half pages without a mark accused somebody")
    if accused:
        yield f"{accused} false accusations"


def endured(track: Track, chance: random.Random) -> None:
    """Print what a copy survives and what it does not."""
    html = page_of(track)
    secrets = {UUID(int=number): chance.randbytes(32) for number in range(1, 101)}
    one, two = (printed(html, secrets[UUID(int=number)]) for number in (1, 2))
    page = full_pages(one)[2]
    tried = {
        "saved again": saved_again(one),
        "scaled to A5": scaled(one),
        "half of one copy, half of another": mixed([one, two], page),
        "printed and scanned (pictures of pages)": pictured(one),
        "typed over": typed_over(html),
    }
    for what, pdf in tried.items():
        verdict = tracing.judge(spacing.spacing(pdf), secrets)
        told = ", ".join(f"{each.copy_id.int}: {each.agree}/{each.of}" for each in verdict.matches)
        print(f"traces: {what}: {verdict.outcome} {told}")


def short() -> list[str]:
    """A few copies of a short paper."""
    return list(campaign(FEW, Track.VICTIM, random.Random(3)))  # noqa: S311 - a repeatable walk


def full() -> list[str]:
    """A hundred copies of a whole dossier, and what they survive."""
    endured(Track.CRIMINAL, random.Random(4))  # noqa: S311 - a repeatable walk
    return list(campaign(MANY, Track.CRIMINAL, random.Random(5)))  # noqa: S311 - the same


if __name__ == "__main__":
    command("traces", short, full)
