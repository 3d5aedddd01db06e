"""A picture of measured speed, as SVG: python tests/benchmarks/chart.py speed.json speed.svg"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

_WIDTH, _ROW, _LEFT, _TOP, _GAP = 720, 24, 190, 64, 76
_OWN, _OTHER, _INK, _FAINT = "#1f6f8b", "#b8c4c9", "#22303a", "#d9e0e3"


def chart(measured: dict[str, Any]) -> str:
    """Two pictures in one: seconds by tool, and seconds and memory by number of pages."""
    runs = sorted(measured["runs"], key=lambda run: run["seconds"])
    scale = measured["scale"]
    below = _TOP + len(runs) * _ROW + _GAP
    height = below + (300 if len(scale) > 1 else 0)
    parts = [*_bars(runs, measured), *(_lines(scale, below) if len(scale) > 1 else ())]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="system-ui, sans-serif" font-size="13">'
    told = "; ".join(f"{run['name']} {run['seconds']:.1f} s" for run in runs)
    title = f"<title>Seconds for {measured['pages']:,} pages</title><desc>{escape(told)}</desc>"
    return "\n".join((head, title, f'<rect width="{_WIDTH}" height="{height}" fill="white"/>', *parts, "</svg>")) + "\n"


def _bars(runs: Sequence[dict[str, Any]], measured: dict[str, Any]) -> Iterator[str]:
    """A bar for each run, on a logarithmic axis, as the slowest takes hundreds of times as long as the quickest."""
    low = 10 ** math.floor(math.log10(min(run["seconds"] for run in runs)))
    high = max(run["seconds"] for run in runs)

    def at(seconds: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - 70) * math.log10(seconds / low) / math.log10(max(high / low, 10))

    yield _text(16, 26, f"Seconds for {measured['pages']:,} pages, {measured['words']:,} words", size=16, bold=True)
    yield _text(16, 46, f"{measured['cores']} cores; logarithmic; the better of {measured['repeats']} runs", color="#5b6b75")
    bottom = _TOP + len(runs) * _ROW
    for power in range(round(math.log10(low)), math.floor(math.log10(high)) + 1):
        x = at(10**power)
        yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 4}" y2="{bottom}" stroke="{_FAINT}"/>'
        yield _text(x, bottom + 16, f"{10**power:g}", anchor="middle", color="#5b6b75")
    for number, run in enumerate(runs):
        y, own = _TOP + number * _ROW, run["name"].startswith("leaflint")
        yield _text(_LEFT - 8, y + 14, run["name"], anchor="end", bold=own)
        width, fill = max(at(run["seconds"]) - _LEFT, 1), _OWN if own else _OTHER
        yield f'<rect x="{_LEFT}" y="{y}" width="{width:.1f}" height="{_ROW - 6}" fill="{fill}"/>'
        yield _text(at(run["seconds"]) + 6, y + 14, f"{run['seconds']:.1f}")


def _lines(scale: Sequence[dict[str, Any]], top: int) -> Iterator[str]:
    """Seconds by pages, both logarithmic, beside what strict proportion to the smallest number would be."""
    left, right, high, low = 80, _WIDTH - 90, top + 30, top + 240
    pages, seconds = [one["pages"] for one in scale], [one["seconds"] for one in scale]
    straight = [seconds[0] * count / pages[0] for count in pages]
    least, most = min(*seconds, *straight), max(*seconds, *straight)

    def at(count: float, took: float) -> tuple[float, float]:
        x = left + (right - left) * math.log(count / pages[0]) / math.log(pages[-1] / pages[0])
        return x, low - (low - high) * math.log(took / least) / math.log(most / least)

    yield _text(16, top + 6, "leaflint, anew, with the comparison of all pages", size=16, bold=True)
    for values, style in ((straight, f'stroke="{_OTHER}" stroke-dasharray="5 4"'), (seconds, f'stroke="{_OWN}" stroke-width="2"')):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(at, pages, values))
        yield f'<polyline points="{points}" fill="none" {style}/>'
    for one in scale:
        x, y = at(one["pages"], one["seconds"])
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{_OWN}"/>'
        yield _text(x + 8, y + 16, f"{one['seconds']:.1f} s, {one['megabytes']:.0f} MB")
        yield _text(x, low + 24, f"{one['pages']:,} pages", anchor="middle", color="#5b6b75")
    yield _text(left, low + 44, "dashed: in proportion to the first", color="#5b6b75")


def _text(x: float, y: float, text: str, *, anchor: str = "start", size: int = 13, bold: bool = False, color: str = _INK) -> str:
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{color}"{weight}>{escape(text)}</text>'


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(chart(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))), encoding="utf-8")
