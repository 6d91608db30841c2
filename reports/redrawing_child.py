"""The confined half of drawing a file anew; run by `reports.redrawing` as a process of its own."""

import base64
import ctypes
import io
import json
from collections.abc import Iterator
from typing import Any

from reports.confined import serve
from reports.values.redaction import WHOLE, spans

MOST_PAGES, MOST_PIXELS = 60, 60_000_000
LONGEST_SIDE, SHARPNESS = 1754, 150 / 72  # an A4 page at 150 dots an inch
QUALITY, SEEN = 82, 40  # a letter is seen where light and dark differ by so much
LOCKED = 4  # what the library answers for a file with a password
EDGE = 4

Box = tuple[int, int, int, int]
Page = tuple[Any, str, list[int]]


class Refused(Exception):
    """The file is not drawn; the word says why."""


def redraw(request: bytes) -> bytes:
    """The answer to one request: a line of JSON, then the file."""
    head, _, content = request.partition(b"\n")
    wanted = json.loads(head)
    try:
        drawn = list(_pdf(content, wanted) if wanted["pdf"] else _picture(content, wanted))
    except Refused as refusal:
        return json.dumps({"refused": str(refusal)}).encode()
    counts = [sum(each) for each in zip(*(page[2] for page in drawn), strict=True)]
    whole = all(page[1].strip() for page in drawn)
    pages = [_written(image, text) for image, text, _ in drawn]
    return json.dumps({"pages": pages, "whole": whole, "words_out": counts}).encode()


def _pdf(content: bytes, wanted: dict[str, Any]) -> Iterator[Page]:
    import pypdfium2  # noqa: PLC0415 (limits come first)
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(content)
        document.init_forms()
    except pypdfium2.PdfiumError as error:
        raise Refused("locked" if error.err_code == LOCKED else "broken") from error
    if not 1 <= len(document) <= MOST_PAGES:
        raise Refused("pages")
    for number in range(len(document)):
        try:
            # What stands in forms and notes becomes part of the page.
            pdfium.FPDFPage_Flatten(document[number], pdfium.FLAT_NORMALDISPLAY)
            yield _page(document[number], number + 1, wanted)
        except pypdfium2.PdfiumError as error:
            raise Refused("broken") from error


def _page(page: Any, number: int, wanted: dict[str, Any]) -> Page:
    wide, high = page.get_size()
    if min(wide, high) <= 0:
        raise Refused("broken")
    scale = min(SHARPNESS, LONGEST_SIDE / max(wide, high))
    bitmap = page.render(scale=scale)
    image = bitmap.to_pil().convert("RGB")
    letters, boxes = _letters(page, bitmap.get_posconv(page))
    barred, counts = list(_areas(image.size, number, wanted)), []
    for word in wanted["words"]:
        found = spans(letters, [word])
        counts.append(len(found))
        barred += (line for start, end in found for line in _lines(boxes[start:end]))
    seen = _seen(image, letters, boxes, barred)
    _blacken(image, barred)
    return image, seen, counts


def _letters(page: Any, places: Any) -> tuple[str, list[Box]]:
    """Every character of the page, and its box in the picture."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    words = page.get_textpage()
    letters, boxes = list[str](), list[Box]()
    left, right, low, high = (ctypes.c_double() for _ in range(4))
    for index in range(words.count_chars()):
        pdfium.FPDFText_GetCharBox(words, index, left, right, low, high)
        one, two = (places.to_bitmap(left.value, high.value),
                    places.to_bitmap(right.value, low.value))  # fmt: skip
        across, down = sorted((one[0], two[0])), sorted((one[1], two[1]))
        letters.append(chr(pdfium.FPDFText_GetUnicode(words, index) or 32))
        boxes.append((int(across[0]), int(down[0]), int(across[1]) + 1, int(down[1]) + 1))
    return "".join(letters), boxes


def _lines(boxes: list[Box]) -> list[Box]:
    """One box for the letters of each line: the outline of a bar must not tell what was under."""
    lines = list[Box]()
    for box in boxes:
        last = lines[-1] if lines else None
        if last and box[1] < last[3] and last[1] < box[3]:
            left, top = min(last[0], box[0]), min(last[1], box[1])
            lines[-1] = (left, top, max(last[2], box[2]), max(last[3], box[3]))
        else:
            lines.append(box)
    return lines


def _seen(image: Any, letters: str, boxes: list[Box], barred: list[Box]) -> str:
    """The words that can be read in the picture and are not taken out."""
    grey = image.convert("L")
    return "".join(
        letter
        for letter, box in zip(letters, boxes, strict=True)
        if letter.isspace()
        or (_differs(grey, box) and not any(_meet(box, other) for other in barred))
    )


def _differs(grey: Any, box: Box) -> bool:
    wide, high = grey.size
    inside = (max(0, box[0]), max(0, box[1]), min(wide, box[2]), min(high, box[3]))
    if inside[0] >= inside[2] or inside[1] >= inside[3]:
        return False
    dark, light = grey.crop(inside).getextrema()
    return bool(light - dark >= SEEN)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _areas(size: tuple[int, int], number: int, wanted: dict[str, Any]) -> Iterator[Box]:
    wide, high = size
    for area in wanted["areas"]:
        if area["page"] == number:
            across, down = area["left"], area["top"]
            yield (
                across * wide // WHOLE,
                down * high // WHOLE,
                -(-(across + area["width"]) * wide // WHOLE),
                -(-(down + area["height"]) * high // WHOLE),
            )


def _blacken(image: Any, barred: list[Box]) -> None:
    for left, top, right, low in barred:
        image.paste(0, (left - EDGE, top - EDGE, right + EDGE, low + EDGE))


def _picture(content: bytes, wanted: dict[str, Any]) -> Iterator[Page]:
    from PIL import Image, ImageOps  # noqa: PLC0415

    Image.MAX_IMAGE_PIXELS = None  # the size is looked at here, before anything is unpacked
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Refused("pixels")
            image = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, SyntaxError, ValueError) as error:
        raise Refused("broken") from error
    except Image.DecompressionBombError as error:
        raise Refused("pixels") from error
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    _blacken(paper, list(_areas(paper.size, 1, wanted)))
    yield paper, "", [0] * len(wanted["words"])


def _written(image: Any, text: str) -> dict[str, Any]:
    """A picture without anything but its points, and its words."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    picture = base64.b64encode(out.getvalue()).decode("ascii")
    return {"picture": picture, "width": image.width, "height": image.height, "text": text}


def main() -> None:
    """Draw what came in; end with a refusal when it cannot be drawn."""
    serve(redraw, "PIL.ImageOps", "file", "cannot be drawn")


if __name__ == "__main__":
    main()
