"""Tests of the encoding findings: garbled words with their repair, and files that do not say their encoding."""

from __future__ import annotations

import pytest

from lint.checks.spelling.encoding import repair
from lint.pipeline.review import Reviewer, review_text

SIGNS = "’“”–—…≥≤µ°é½×™®·→"


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_is_repaired(sign: str) -> None:
    """What UTF-8 becomes when read as Windows-1252 or Latin-1, once or twice, becomes itself again."""
    raw = sign.encode()
    once = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in raw)
    assert repair(f"a{once}b") == f"a{sign}b"
    twice = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in once.encode())
    assert repair(f"a{twice}b") == f"a{sign}b"


@pytest.mark.parametrize("text", ["Café “naïve” – 5 µg ≥ 3 °C", "NESCAFÉ®", "SÃO João", "Île", "Ärzte", "Ångström Å”", "ÂGE", "Ï"])
def test_real_words_stay(text: str) -> None:
    """Accents, signs and capitals of real words are not garbled."""
    assert repair(text) == text


def test_findings_quote_the_garbled_word(reviewer: Reviewer) -> None:
    """Each garbled word is a finding at its place, with the repair as suggestion; a hard space belongs to its word."""
    review = review_text("Take 5 Â\u00a0mg. Donâ€™t stop; the caf\ufffd is near.", reviewer=reviewer)
    found = [f for f in review.findings if f.rule == "SPE120"]
    assert [(f.place.quote, f.suggestions) for f in found if f.place] == [
        ("Â\u00a0mg", ("\u00a0mg",)), ("Donâ€™t", ("Don’t",)), ("caf\ufffd", ()),
    ]  # fmt: skip


def test_a_guessed_encoding_is_said_once(reviewer: Reviewer) -> None:
    """At the first word that shows it; a file of plain letters, or one that declares itself, has no such finding."""
    text = "Take 20 µg, then 30 µg."
    assert [f.place.quote for f in review_text(text, encoding="cp1252", reviewer=reviewer).findings if f.rule == "SPE121" and f.place] == [
        "µg"
    ]
    for path, data, encoding in (
        ("a.txt", text, "utf-8"),
        ("a.html", f"<meta charset=cp1252><p>{text}", "cp1252"),
        ("a.txt", "Take it.", "cp1252"),
    ):
        assert not [f for f in review_text(data, path=path, encoding=encoding, reviewer=reviewer).findings if f.rule == "SPE121"]
