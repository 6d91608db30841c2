"""A sheaf of one page, as a child would tell it."""

from reports.sheaf import Bookmark, Glyphs, Joints, Leaf, Sheaf

FACE = "f" * 64


def glyphs(**more) -> Glyphs:
    """Two glyphs of a typeface."""
    plain = {
        "face": FACE, "name": "/ABCDEF+Some-Face", "family": "Some Face", "flags": 4,
        "italic_angle": 0, "ascent": 900, "descent": -200, "stem": 80,
        "widths": {3: 500.0, 4: 612.5}, "texts": {3: "a", 4: "ffi"},
    }  # fmt: skip
    return Glyphs(**plain | more)


def sheaf(**more) -> Sheaf:
    """A page with a link, an anchor, a bookmark and a cell that quotes a reference."""
    plain = {
        "leaves": (
            Leaf("", 10, "/MediaBox [0 0 595 842]/Annots [13 0 R]", 11, (12,), (12,)),
        ),
        "objects": {
            5: "<</N 3/Length 1>>\nstream\n!\nendstream",
            11: "<</Length 5>>\nstream\n9 0 R\nendstream",
            12: "<</Type /StructElem/S /P/P 2 0 R/Pg 10 0 R/K [0]/Alt (as in 9 0 R \\) 9 0 R)>>",
            13: "<</Type /Annot/Subtype /Link/Rect [0 0 9 9]/Dest (there)>>",
        },
        "streams": frozenset({5, 11}),
        "joints": Joints(1, 2, 3, 5),
        "resources": "/ExtGState <<>>",
        "drawings": "",
        "notes": ((13, 12),),
        "anchors": {"there": (0, "/XYZ 0 700 0")},
        "bookmarks": (Bookmark(1, "Één", 0, 0.0, 700.0, open=True),),
        "glyphs": {"ABCDEF": glyphs()},
        "catalog": "/Lang (nl)",
        "info": "<</Title (A paper)>>",
    }  # fmt: skip
    return Sheaf(**plain | more)
