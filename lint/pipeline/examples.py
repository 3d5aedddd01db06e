"""Tries every rule on its own examples: they are its documentation and its test."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lint.judge import Judge
from lint.pipeline.across import across
from lint.pipeline.joined import with_findings
from lint.pipeline.review import Reviewer, review_text
from lint.pipeline.stages import Stages
from lint.readers import read
from lint.types.label import Label, Passage
from lint.types.review import FAILED, DocumentReview
from lint.types.rule import Example, Rule
from lint.types.text import Document, Source

APPROVED = "standard/"  # folder of an example's files that hold approved texts


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """Whether an example came out as written."""

    rule: Rule
    example: Example
    faults: tuple[str, ...]  # empty: as written


def run_examples(reviewer: Reviewer, codes: Iterable[str] = ()) -> Iterator[ExampleResult]:
    """The examples of the rules with these codes or names, or of all rules, each with what differs."""
    wanted = frozenset(codes)
    # A rule is tried by itself, with all that are still being tried.
    reviewer = replace(reviewer, settings=replace(reviewer.settings, preview=True), model=None)
    for rule in reviewer.rulebook.rules:
        if not wanted or rule.code in wanted or rule.name in wanted:
            for example in rule.examples:
                reviews = _together(example, reviewer) if example.files else (_review(rule, example, reviewer),)
                yield ExampleResult(rule, example, tuple(_faults(rule, example, reviews)))


def _together(example: Example, reviewer: Reviewer) -> tuple[DocumentReview, ...]:
    """The reviews of an example's files as one run; those in the folder `standard` are approved texts."""
    reviewer = replace(
        reviewer, settings=replace(reviewer.settings, jurisdiction=example.jurisdiction or "US", kind=example.kind or "article")
    )
    documents = [
        document for path, text in example.files for document in read(Source(path, text.encode())) if isinstance(document, Document)
    ]
    standards = [reviewer.standard(document) for document in documents if document.path.startswith(APPROVED)]
    pages = [reviewer.review(document, drug=example.drug) for document in documents if not document.path.startswith(APPROVED)]
    found, gaps = across((page.digest for page in pages if page.digest), reviewer, standards)
    reviews = [with_findings(page, found) for page in pages]
    return (*reviews[:-1], replace(reviews[-1], skipped=(*reviews[-1].skipped, *gaps)))


def _review(rule: Rule, example: Example, reviewer: Reviewer) -> DocumentReview:
    if example.label:
        reviewer = reviewer.with_labels((_label(example),))
    if example.judge:
        reviewer = replace(reviewer, judge=Judge(_Canned(example.judge)))
    review = review_text(
        example.text, kind=example.kind or "article", jurisdiction=example.jurisdiction or "US",
        drug=example.drug or "azathioprine", path="example.md" if rule.check == "suppressions" else "example.txt",
        encoding=example.encoding, reviewer=reviewer,
    )  # fmt: skip
    return next(iter(Stages(reviewer.settings).apply([review], reviewer.rulebook.rules)))


@dataclass
class _Canned:
    """A judge's client that always gives the example's answer."""

    answer: str
    gaps: list[str] = field(default_factory=list)

    def ask(self, system: str, question: str) -> str | None:
        return self.answer


def _label(example: Example) -> Label:
    passages = tuple(
        Passage(f"p{number}", section, (section.upper(),), text, "") for number, (section, text) in enumerate(example.label, 1)
    )
    drug = example.drug or "azathioprine"
    return Label(
        drug=drug, synonyms=(), brands=(), classes=(), routes=(), identifier="", version="", date="", url="", format="example",
        jurisdiction=example.jurisdiction or "US", title=f"{drug.capitalize()}, example", passages=passages,
        sha256=hashlib.sha256(repr(example.label).encode()).hexdigest(),
    )  # fmt: skip


def _instead(example: Example, quotes: Sequence[str], reviews: Sequence[DocumentReview]) -> str:
    """Which other rules flag the words that the rule was to flag: of several claims in the same words one is reported."""
    missed = [quote for quote in example.flags if quote not in quotes]
    found = ((found.rule, found.place.quote) for review in reviews for found in review.findings if found.place is not None)
    others = sorted({rule for rule, words in found if any(quote in words or words in quote for quote in missed)})
    return f" ({', '.join(others)} flags these words)" if others else ""


def _faults(rule: Rule, example: Example, reviews: Sequence[DocumentReview]) -> Iterator[str]:
    mine = [found for review in reviews for found in review.findings if found.rule == rule.code]
    quotes = tuple(found.place.quote for found in mine if found.place)
    if rule.check != "safety" and quotes != example.flags:
        yield f"flags {list(quotes)}, not {list(example.flags)}{_instead(example, quotes, reviews)}"
    yield from (gap.reason for review in reviews for gap in review.skipped if gap.what.startswith(FAILED))
    statuses = {requirement.id: requirement.status for review in reviews for requirement in review.requirements}
    for name, status in example.status:
        if statuses.get(name) != status:
            yield f"{name} is {statuses.get(name, 'not due')}, not {status}"
    related = tuple(other.place.quote for found in mine for other in found.related)
    if example.related and related != example.related:
        yield f"relates {list(related)}, not {list(example.related)}"
    first = tuple(found.suggestions[0] if found.suggestions else "" for found in mine)
    if example.suggestions and first != example.suggestions:
        yield f"suggests {list(first)}, not {list(example.suggestions)}"
