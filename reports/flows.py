"""Money in and out per month as bars: in above the line and dark, out below it and light."""

import math
from xml.etree.ElementTree import Element

from reports.drawing import shape, svg_text, words
from reports.values.finance import Amount, Finances
from reports.wording import Texts

_WIDTH = 600.0
_HEIGHT = 230.0
_LEFT = 86.0
_INK = "#1b2733"
# With more months than this only the first of each quarter bears its name.
_ALL_NAMED = 24
_QUARTERS = ("01", "04", "07", "10")
_STEPS = (1, 2, 2.5, 5, 10)


def flows_svg(finances: Finances, t: Texts) -> str:
    """The flows of `finances` as an SVG whose description gives the totals."""
    root = Element("svg", {"viewBox": f"0 0 {_WIDTH:.0f} {_HEIGHT:.0f}"})
    most = max((max(f.incoming, f.outgoing) for f in finances.flows), default=0)
    step = _step(most)
    top = step * max(1, math.ceil(most / step))
    scale = (_HEIGHT / 2 - 26) / top
    _draw_axis(root, finances.currency, step, top, scale, t)
    _draw_bars(root, finances, scale, t)
    _draw_legend(root, t)
    return svg_text(root, _description(finances, t))


def _step(most: int) -> int:
    """A round distance between lines, so that at most three stand on each side."""
    rough = max(most, 300) / 3
    power = 10 ** math.floor(math.log10(rough))
    return int(next(factor * power for factor in _STEPS if factor * power >= rough))


def _draw_axis(root: Element, currency: str, step: int, top: int, scale: float, t: Texts) -> None:
    zero = _HEIGHT / 2
    for level in range(-top, top + 1, step):
        y = zero - level * scale
        colour, width = (_INK, 1.0) if level == 0 else ("#c4ccd4", 0.6)
        shape(root, "line", x1=_LEFT, y1=y, x2=_WIDTH, y2=y, stroke=colour, stroke_width=width)
        label = t.amount(Amount(abs(level), currency))
        whole = label.rsplit(t("format.decimals"), 1)[0]
        words(root, whole, _LEFT - 8, y + 3.2, 9.5, text_anchor="end", fill=_INK)


def _draw_bars(root: Element, finances: Finances, scale: float, t: Texts) -> None:
    zero = _HEIGHT / 2
    slot = (_WIDTH - _LEFT) / max(1, len(finances.flows))
    width = min(26.0, slot * 0.6)
    for index, flow in enumerate(finances.flows):
        x = _LEFT + slot * (index + 0.5)
        up, down = flow.incoming * scale, flow.outgoing * scale
        shape(root, "rect", x=x - width / 2, y=zero - up, width=width, height=up, fill="#12395b")
        shape(root, "rect", x=x - width / 2, y=zero, width=width, height=down, fill="#ccd9e4",
              stroke="#12395b", stroke_width=0.8)  # fmt: skip
        if len(finances.flows) <= _ALL_NAMED or flow.month[5:] in _QUARTERS:
            _label_month(root, flow.month, x, first=index == 0, t=t)


def _label_month(root: Element, month: str, x: float, *, first: bool, t: Texts) -> None:
    words(root, t.short_month(month), x, _HEIGHT - 12, 9, text_anchor="middle", fill=_INK)
    if first or month.endswith("-01"):
        words(
            root, month[:4], x, _HEIGHT - 1.5, 9, text_anchor="middle", fill=_INK, font_weight=600
        )


def _draw_legend(root: Element, t: Texts) -> None:
    shape(root, "rect", x=_LEFT, y=3, width=11, height=9, fill="#12395b")
    words(root, t("finances.incoming"), _LEFT + 16, 11, 10, fill=_INK)
    shape(root, "rect", x=_LEFT + 60, y=3, width=11, height=9, fill="#ccd9e4", stroke="#12395b",
          stroke_width=0.8)  # fmt: skip
    words(root, t("finances.outgoing"), _LEFT + 76, 11, 10, fill=_INK)


def _description(finances: Finances, t: Texts) -> str:
    flows = finances.flows
    return t(
        "finances.flows_alt",
        first=t.partial(flows[0].month) if flows else "\N{EN DASH}",
        last=t.partial(flows[-1].month) if flows else "\N{EN DASH}",
        incoming=t.amount(Amount(sum(f.incoming for f in flows), finances.currency)),
        outgoing=t.amount(Amount(sum(f.outgoing for f in flows), finances.currency)),
    )
