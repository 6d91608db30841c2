"""A picture of a page of a PDF, for a screen that shows what a dossier looks like.

The file is opened in a confined child process: a PDF may have come from anywhere.
"""

import io
import json

from bureau.errors import Invalid, OutOfOrder
from reports.confined import Limits, run, serve

MAX_WIDTH = 2400
_PNG = b"\x89PNG\r\n\x1a\n"
_LIMITS = Limits(cpu_seconds=20, wall_seconds=120)


def picture(pdf: bytes, page: int = 1, width: int = 1000) -> bytes:
    """Page `page` (from one) as a PNG `width` pixels wide; raises Invalid for no such page."""
    if not 1 <= width <= MAX_WIDTH or page < 1:
        raise Invalid(
            "A picture of page {page}, {width} wide, cannot be made.", page=page, width=width
        )
    head = json.dumps({"page": page, "width": width}).encode()
    png = run("reports.picture", head + b"\n" + pdf, _LIMITS)
    if not png.startswith(_PNG):
        raise OutOfOrder("The printing process gave no picture.")
    return png


def drawn(request: bytes) -> bytes:
    """The PNG for one request: a line of JSON, then the file."""
    import pypdfium2  # noqa: PLC0415 (limits come first)

    head, _, pdf = request.partition(b"\n")
    wanted = json.loads(head)
    document = pypdfium2.PdfDocument(pdf)
    page = document[wanted["page"] - 1]
    picture_ = page.render(scale=wanted["width"] / page.get_width()).to_pil()
    written = io.BytesIO()
    picture_.save(written, "PNG", optimize=True)
    return written.getvalue()


def main() -> None:
    """Draw what came in; end with a refusal when it cannot be drawn."""
    serve(drawn, "pypdfium2", "page", "cannot be drawn")


if __name__ == "__main__":
    main()
