"""Digests made by hand, and what the step across documents says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from lint.across.join import join
from lint.pipeline.review import Reviewer
from lint.repeats.difference import Words
from lint.types.digest import Digest, DigestSentence
from lint.types.review import Finding

DRUGS = {"simvastatin": "simvastatin", "warfarin": "warfarin"}
WORDS = Words(DRUGS.get, lambda word: True)
Joined = Callable[..., list[Finding]]


def digest(path: str, text: str, *, drugs: tuple[str, ...] = (), title: str = "") -> Digest:
    """The digest of lines of sentences: a line is a paragraph, its sentences end in full stops."""
    sentences: list[DigestSentence] = []
    at = 0
    for block, paragraph in enumerate(text.strip().splitlines()):
        for sentence in paragraph.split(". "):
            quote = sentence.strip().rstrip(".")
            line = " ".join(quote.lower().replace(",", "").split())
            number = len(sentences) + 1
            sentences.append(DigestSentence(line, "paragraph", block, False, quote, at, at + len(quote), number, 1, number, len(quote) + 1))
            at += len(quote) + 2
    return Digest(path, "", path, "article", title, drugs, tuple(sentences))


@pytest.fixture(scope="session")
def joined(reviewer: Reviewer) -> Joined:
    """Joins digests and returns the findings."""

    def run(digests: Iterable[Digest] | Mapping[str, str], standards: Iterable[Digest] = ()) -> list[Finding]:
        made = [digest(path, text) for path, text in digests.items()] if isinstance(digests, Mapping) else digests
        return list(join(made, standards, reviewer.rulebook.rule, WORDS))

    return run
