"""Reviews to write: made by hand, so that a test says what must come out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from lint.readers import read
from lint.reporters import REPORTERS
from lint.types.review import Claim, DocumentInfo, DocumentReview, Evidence, Finding, Related, Requirement, Run, Skipped
from lint.types.rule import Rule
from lint.types.text import Document, Place, Source

LABEL = Evidence(
    "aza.box", "It raises the risk of cancer.", "Label of Imuran", "BOXED WARNING", "2024-07-20", "https://example.org/label", "Malignancy."
)
RULING = Evidence("", "Say so", "21 CFR 208.20")
HOSTILE = "<script>alert(1)</script> =cmd|' /C calc'!A0 \x1b[31mred\x1b[0m \x9b5m a|b `c` @all #1 ]]> & \u202eevil\u202c done"


def document_of(text: str, path: str = "a.txt") -> Document:
    """A text as read."""
    (found,) = read(Source(path, text.encode()))
    assert isinstance(found, Document)
    return found


MISSING = Finding(
    rule="SAF103", name="do-not-stop-alone", check="safety", severity="error", path="", part="", message="Nothing says so: add it.",
    why="It harms.", drug="azathioprine", requirement="do-not-stop-alone", evidence=(RULING,), fingerprint="f" * 32,
)  # fmt: skip


def found_at(place: Place, words: str, number: int, severity: str, **more: Any) -> Finding:
    """A finding at some words; `number` decides on its rule and fingerprint."""
    return Finding(
        rule=f"CLM10{number % 9 + 1}", name=f"rule-{number % 9}", check="claims", severity=severity, path=place.path, part="",
        message=f"“{words}” is at fault.", why="It matters.", place=place, suggestions=("instead",), evidence=(LABEL,),
        fingerprint=f"{number:032x}", **more,
    )  # fmt: skip


def review_of(
    text: str,
    flagged: Iterable[str] = (),
    *,
    path: str = "a.txt",
    severities: str = "ewi",
    related: str = "",
    disposition: str = "open",
    **more: Any,
) -> DocumentReview:
    """A review of a text with a finding at each of some words, one missing statement, a claim, and two requirements."""
    document = document_of(text, path)
    names = {"e": "error", "w": "warning", "i": "info"}
    findings, at = [], -1
    second = document.text.find(related)
    others = (Related(document.place(second, second + len(related)), "first stated here"),) if related else ()
    for number, words in enumerate(flagged):
        start = document.text.find(words, at + 1)
        at = start if start >= 0 else document.text.index(words)
        place, severity = document.place(at, at + len(words)), names[severities[number % len(severities)]]
        findings.append(found_at(place, words, number, severity, disposition=disposition, related=others))
    block = document.blocks[-1]
    place = document.place(block.start, block.end)
    requirements = (
        Requirement("talk-to-clinician", "Talk to a doctor", path, "", "present", "error", "azathioprine", place, (RULING,)),
        Requirement("do-not-stop-alone", "Do not stop alone", path, "", "missing", "error", "azathioprine", None, (RULING,)),
    )
    claims = (Claim(place, "effect", "azathioprine", "contradicted", "comparison", (LABEL,)),)
    info = DocumentInfo(path, "", document.sha256, "text", "utf-8", "en-US", "article", "US", ("azathioprine",), len(text.split()))
    review = DocumentReview(info, (*findings, replace(MISSING, path=path)), claims, requirements, original=document)
    return replace(review, **more)


RUN = Run(
    "0.1.0", "2026-11-24", (("default", "a" * 64),), (("azathioprine", "US+UK", "7", "b" * 64), ("other", "US", "1", "c" * 64)),
    skipped=(Skipped("gone.txt", "", "document", "cannot be read: Permission denied"),),
    catalogue=(Rule("CLM101", "rule-0", "claims", "error", "“{quote}” is at fault.", "It matters.", ("21 CFR 202.1",), ()),),
)  # fmt: skip


def written(name: str, *reviews: DocumentReview, run: Run = RUN) -> str:
    """What a format writes of some reviews."""
    out = io.StringIO()
    REPORTERS[name](run, reviews, out)
    return out.getvalue()


@pytest.fixture
def hostile() -> DocumentReview:
    """A review of a text full of what parsers and terminals obey."""
    text = f"A HEADING\n\nFirst {HOSTILE} end.\n\n{'Plain words. ' * 40}\n\nAsk your doctor.\n"
    review = review_of(text, ["script", "=cmd|", "red", "a|b", "doctor"])
    gap = Skipped("a.txt", "", "image\x1b[2J", "no text in it <b> :: ,\n second line")
    message = f"Odd: {HOSTILE}\nnext"
    return replace(review, skipped=(gap,), findings=tuple(replace(found, message=message, why=HOSTILE) for found in review.findings))


@pytest.fixture
def make() -> Callable[..., DocumentReview]:
    """Makes a review of a text with findings at some words."""
    return review_of


@pytest.fixture
def write() -> Callable[..., str]:
    """Writes reviews in a format."""
    return written


@pytest.fixture
def run() -> Run:
    """A run with a file that could not be read."""
    return RUN
