"""The spelling check on texts."""

from __future__ import annotations

import pytest

from lint.pipeline.review import Reviewer, review_text
from lint.types.review import DocumentReview, Finding


def _review(text: str, reviewer: Reviewer, jurisdiction: str = "US") -> DocumentReview:
    return review_text(text, jurisdiction=jurisdiction, path="x.md", reviewer=reviewer)


def _found(text: str, reviewer: Reviewer, jurisdiction: str = "US") -> list[Finding]:
    return [found for found in _review(text, reviewer, jurisdiction).findings if found.check == "spelling"]


def _said(text: str, reviewer: Reviewer) -> list[tuple[str, str, str]]:
    return [(f.name, f.place.quote, f.suggestions[0]) for f in _found(text, reviewer) if f.place]


@pytest.mark.parametrize(
    "text",
    [
        "Dr Helen Varga said so. Professor Ilse Kowarik agreed, and Nurse Okonjo too.",
        "Zubrelta is a tablet. Take Zubrelta once a day. How to store zubrelta is said below.",
        "ZUBRELTA tablets are white. Keep ZUBRELTA dry. What zubrelta is.",
        "The pre-filled pen, the maculo-papular rash and the non-small cell tumor are known.",
        "Write to info@zubrelta.example or see www.zubrelta.example/leaflet for the list.",
        "The 5mg tablet, B12, COX-2, type II and CYP3A4 are as they should be.",
        "The ingredients are povidone K30, E132 and hypromellose 2208 (Opadry).",
    ],
)
def test_names_parts_and_codes_are_left_alone(reviewer: Reviewer, text: str) -> None:
    """Surnames after titles, products in all their cases, parts before hyphens, addresses and codes."""
    assert _said(text, reviewer) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask your docter.", ("misspelling", "docter", "doctor")),
        ("Intenational units are used.", ("misspelling", "Intenational", "International")),
        ("You may take ibuprophen with it.", ("misspelt-drug-name", "ibuprophen", "ibuprofen")),
        ("Store the tablets in the the carton.", ("repeated-word", "the the", "the")),
        ("Read this infor mation first.", ("broken-word", "infor mation", "information")),
        ("Swallow the cap-\nsule whole and drink water.", ("broken-word", "cap- sule", "capsule")),
        ("Take the tаblet with water.", ("hidden-character", "tаblet", "tablet")),
        ("Take the tab\u200blet with water.", ("hidden-character", "tab\u200blet", "tablet")),
        ("Tell your doctor about side affects.", ("wrong-word", "affects", "effects")),
        ("Skip the missed does if it is late.", ("wrong-word", "does", "dose")),
        ("You may loose weight.", ("wrong-word", "loose", "lose")),
        ("Bring your prescription to you're doctor.", ("wrong-word", "you're", "your")),
    ],
)  # fmt: skip
def test_each_kind_of_error_is_found(reviewer: Reviewer, text: str, expected: tuple[str, str, str]) -> None:
    """The rule, the words at fault and the first suggestion."""
    assert expected in _said(text, reviewer)


@pytest.mark.parametrize(
    "text",
    [
        "It affects how you feel, and it does so for a week. Keep out of the sight and reach of children.",
        "If your allergic reaction gets worse, ask for advice. There are days when your dose is missed.",
        "Loose stools may occur. You may lose weight then, more than usual. It is easier to breathe in.",
        "The principal investigator explained the principle. Its effects wear off; it's safe then.",
        "He had had it before, and that that was so was known.",
        "For women: Women may become pregnant.",
    ],
)
def test_right_words_in_the_right_place_are_left_alone(reviewer: Reviewer, text: str) -> None:
    """The contexts ask for certainty."""
    assert _said(text, reviewer) == []


def test_two_medicines_that_fit_are_both_named(reviewer: Reviewer) -> None:
    """A name between two medicines is never led to one of them in silence."""
    (found,) = _found("Your doctor may give you prednisalone instead.", reviewer)
    assert found.name == "misspelt-drug-name"
    assert found.fix is None
    assert "prednisolone" in found.message


def test_lines_in_another_language_are_named_as_not_checked(reviewer: Reviewer) -> None:
    """They are not misspelt English, and not silently clean either."""
    review = _review("Take it daily.\n\nNehmen Sie dieses Arzneimittel immer genau nach Anweisung ein.\n", reviewer)
    assert not [found for found in review.findings if found.check == "spelling"]
    assert any("another language" in skipped.reason for skipped in review.skipped)


def test_mixed_spelling_is_one_finding(reviewer: Reviewer) -> None:
    """However many words stray, they are one remark with all of them beside it."""
    text = "Anemia and diarrhea may occur, and edema. A tumour of that colour is rare; anaemia is not."
    (found,) = [found for found in _found(text, reviewer) if found.name == "mixed-spelling"]
    assert found.place
    assert (found.place.quote, len(found.related)) == ("tumour", 2)


def test_the_spelling_of_a_long_text_takes_linear_time(reviewer: Reviewer) -> None:
    """Twice the text takes about twice the time, not four times."""
    import time

    def seconds(words: int) -> float:
        text = " ".join(f"medicine docter {at % 50}" for at in range(words))
        start = time.process_time()
        _review(text, reviewer)
        return time.process_time() - start

    seconds(100)
    assert seconds(8000) < 6 * seconds(4000) + 1
