"""The confined half of printing: a page on standard input, a PDF on standard output.

Reads one JSON object (html, css, attachment, identifier, moment), writes one JSON line with the
number of pages and then the file. Run by `reports.pdf` as a process of its own.
"""

import json
import sys
from datetime import datetime
from typing import Any

from reports.confined import Limits, confine, forbid_the_world, refuse


def main() -> None:
    """Print what came in; end with a refusal when it cannot be printed."""
    try:
        confine(Limits(**json.loads(sys.argv[1])))
        request = json.loads(sys.stdin.buffer.read())
        import weasyprint  # noqa: F401, PLC0415 (limits come before, the ban on files after)

        forbid_the_world()
        pages, pdf = printed(request)
    # The printer's own refusal to fetch is no Exception, so that nothing swallows it.
    except BaseException as error:
        refuse(*reason(error))
    else:
        sys.stdout.buffer.write(json.dumps({"pages": pages}).encode() + b"\n" + pdf)
        sys.stdout.buffer.flush()


def reason(error: BaseException) -> tuple[str, str]:
    """What kind of refusal an error of the printer is, and its words."""
    if isinstance(error, MemoryError | RecursionError):
        return "too_large", "it is nested too deeply or needs too much memory."
    name = type(error).__name__
    if name == "FatalURLFetchingError":
        return "invalid", "it refers to something outside itself."
    return "invalid", f"the printer stopped ({name})."


def printed(request: dict[str, Any]) -> tuple[int, bytes]:
    """The number of pages and the PDF (PDF/A-3a and PDF/UA-1) for one request."""
    from weasyprint import CSS, HTML  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    from reports.pdf_finish import declare_accessible  # noqa: PLC0415

    fetcher = URLFetcher(allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True)
    fonts = FontConfiguration()
    style = CSS(string=request["css"], font_config=fonts, url_fetcher=fetcher)
    page = HTML(string=request["html"], url_fetcher=fetcher)
    document = page.render(font_config=fonts, stylesheets=[style])
    document.metadata.attachments = [attached(request["attachment"], request["moment"])]
    pdf = document.write_pdf(
        finisher=declare_accessible,
        pdf_variant="pdf/a-3a",
        pdf_identifier=bytes.fromhex(request["identifier"]),
    )
    return len(document.pages), bytes(pdf)


def attached(attachment: dict[str, str], moment: str) -> Any:
    """The values of a paper as the file embedded in it."""
    from weasyprint import Attachment  # noqa: PLC0415

    at = datetime.fromisoformat(moment)
    return Attachment(
        string=attachment["text"],
        name=attachment["name"],
        description=attachment["description"],
        relationship="Data",
        created=at,
        modified=at,
    )


if __name__ == "__main__":
    main()
