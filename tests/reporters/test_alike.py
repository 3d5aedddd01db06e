"""What stands at very many places of a text is listed for the first, and nothing else is left out."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest

from lint.reporters import REPORTERS
from lint.reporters.alike import MOST, folded
from lint.types.decision import Decision
from lint.types.review import DocumentReview, Finding, Related, Run

COUNT = MOST + 1_300
TEXT = "It cures you.\n\n" * COUNT + "It is safe. Ask your doctor.\n"
SAID = "the same at 1,300 more places"
Make = Callable[..., DocumentReview]


@pytest.fixture
def repeated(make: Make) -> DocumentReview:
    """A review with one finding and one claim at very many places, and a few others."""
    review = make(TEXT, ["cures"] * COUNT + ["safe"])
    same = {"rule": "CLM101", "name": "rule-0", "severity": "error", "fingerprint": "a" * 32}
    findings = tuple(replace(found, **same) if "cures" in found.message else found for found in review.findings)  # type: ignore[arg-type]
    (claim,) = review.claims
    claims = tuple(replace(claim, place=found.place, verdict="supported") for found in findings[:COUNT] if found.place)
    return replace(review, findings=findings, claims=(*claims, claim))


def test_the_first_places_are_listed(repeated: DocumentReview) -> None:
    """In their order; the last of them says how many more there are. The others stand as they were."""
    found = folded(repeated)
    assert found.findings[: MOST - 1] == repeated.findings[: MOST - 1]
    assert found.findings[MOST - 1] == replace(repeated.findings[MOST - 1], note=SAID)
    assert found.findings[MOST:] == repeated.findings[COUNT:]
    assert found.claims == (*repeated.claims[: MOST - 1], replace(repeated.claims[MOST - 1], note=SAID), repeated.claims[-1])


@pytest.mark.parametrize("count", [1, MOST - 1, MOST])
def test_fewer_are_all_listed(repeated: DocumentReview, count: int) -> None:
    """Nothing is said where nothing is left out."""
    few = replace(repeated, findings=repeated.findings[:count] + repeated.findings[COUNT:], claims=repeated.claims[:count])
    assert folded(few) == few


@pytest.mark.parametrize(
    "other",
    [{"fingerprint": "b" * 32}, {"severity": "info"}, {"disposition": "suppressed"}, {"rule": "CLM102"}, {"decision": Decision("x")}],
)
def test_what_differs_is_listed(repeated: DocumentReview, other: dict[str, object]) -> None:
    """Another sentence, severity, disposition, rule or decision is another matter, however late it comes."""
    last = replace(repeated.findings[COUNT - 1], **other)  # type: ignore[arg-type]
    found = folded(replace(repeated, findings=(*repeated.findings[: COUNT - 1], last)))
    assert found.findings[-1] == last
    assert found.findings[MOST - 1].note == "the same at 1,299 more places"


def test_a_misspelt_word_is_one_matter_in_all_sentences(repeated: DocumentReview) -> None:
    """What is said of it is the same; another word is another matter."""
    each = tuple(replace(found, check="spelling", fingerprint=f"{n:032x}") for n, found in enumerate(repeated.findings))
    found = folded(replace(repeated, findings=(*each[:-2], replace(each[-2], message="“helth” is misspelt."))))
    assert len(found.findings) == MOST + 1
    assert found.findings[-1].message == "“helth” is misspelt."


def test_a_note_is_kept(repeated: DocumentReview) -> None:
    """What an earlier stage says of the last one listed stands before."""
    noted = tuple(replace(found, note="new since the baseline") for found in repeated.findings)
    assert folded(replace(repeated, findings=noted)).findings[MOST - 1].note == f"new since the baseline; {SAID}"


def test_related_places_are_bounded_too(repeated: DocumentReview) -> None:
    """Of a passage that stands at very many places the first are listed; the last of them says how many more there are."""
    places = tuple(Related(found.place, "and here") for found in repeated.findings[:COUNT] if found.place)
    one: Finding = replace(repeated.findings[COUNT], related=places)
    (found,) = folded(replace(repeated, findings=(one,))).findings
    assert found.related[:-1] == places[: MOST - 1]
    assert found.related[-1].note == "and here, and at 1,300 more places"


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_every_format_says_it(name: str, repeated: DocumentReview, run: Run) -> None:
    """Of findings in all, of claims wherever there is a ledger."""
    out = io.BytesIO() if REPORTERS[name].binary else io.StringIO()
    REPORTERS[name](run, [folded(repeated)], out)
    if isinstance(out, io.StringIO):
        text = out.getvalue()
    else:
        word = docx.Document(out)
        cells = (cell.text for table in word.tables for row in table.rows for cell in row.cells)
        text = "\n".join([*(comment.text for comment in word.comments), *cells])
    assert text.count(SAID) == (2 if name in ("text", "html", "json", "docx", "junit") else 1)  # JUnit has each message twice
    if name == "json":
        assert [claim.get("note", "") for claim in json.loads(text)["claims"]].count(SAID) == 1
