"""The step across documents on Spark finds what it finds in one process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lint.across.join import join
from lint.across.union import roots
from lint.cluster.across import across
from lint.cluster.components import components
from lint.cluster.persisted import Persisted
from lint.cluster.steps import words_of
from lint.cluster.worker import REVIEWS, Shared
from lint.pipeline.across import in_order
from lint.pipeline.packed import packed, unpacked
from lint.pipeline.review import Reviewer
from lint.readers import read
from lint.types.digest import Digest
from lint.types.review import Finding
from lint.types.text import Document, Source
from tests.cluster.conftest import job_of
from tests.cluster.pages import page, pool

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

APPROVED = """Ask the desk of this clinic for a copy of the page in large print or in another language.

For adults the usual dose of DRUG is 50 mg once a day, swallowed whole with a glass of water after a meal. Most people who take DRUG in
the evening notice nothing at all for the first few weeks of treatment. Keep the box in a dry place where no child can reach it.
"""


def documents(path: str, text: str) -> list[Document]:
    return [item for item in read(Source(path, text.encode())) if isinstance(item, Document)]


@pytest.fixture(scope="module")
def digests(reviewer: Reviewer) -> list[Digest]:
    """The digests of pages with copies, edited copies, other doses and leftovers; many sentences are on many of them."""
    sentences = pool()[::40]
    found = (reviewer.review(document).digest for n in range(60) for document in documents(f"{n:03}.md", page(n, sentences, 60)))
    return [digest for digest in found if digest]


def on_spark(
    spark: SparkSession, reviewer: Reviewer, digests: Sequence[Digest], standards: tuple[Digest, ...], monkeypatch: pytest.MonkeyPatch
) -> list[Finding]:
    """The findings of the steps for many pages, in the order that they have among those of one page."""
    monkeypatch.setattr("lint.cluster.across.FEW", 0)
    monkeypatch.setattr("lint.cluster.components.FEW", 0)
    shared = Shared.of(spark, job_of(reviewer, str(Path.cwd()), standards))
    reviews = spark.createDataFrame([(one.path, one.part, b"", packed(one)) for one in digests], REVIEWS)
    keep = Persisted()
    found = across(spark, reviews.repartition(2), standards, shared, keep)
    assert found is not None
    rows = [unpacked(row.finding) for row in found.collect()]
    keep.release()
    return [finding for _, finding in sorted(rows, key=lambda row: (row[1].path, row[0]))]


@pytest.mark.parametrize("approved", [False, True])
def test_findings_are_the_same(
    spark: SparkSession, reviewer: Reviewer, digests: list[Digest], approved: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every finding is the same in every field, and those of one page come in the same order; with approved texts too."""
    standards = in_order(reviewer.standard(document) for document in documents("approved/a.md", APPROVED)) if approved else ()
    rule, words = reviewer.rulebook.rule, words_of(job_of(reviewer))
    wanted = sorted(join(digests, standards, rule, words), key=lambda finding: finding.path)
    names = {finding.name for finding in wanted}
    assert {"repeated-page", "repeated-passage", "dangerous-difference-across", "passage-of-another-page"} - names == set() or approved
    assert approved == ("other-than-approved" in names)
    assert on_spark(spark, reviewer, digests, standards, monkeypatch) == wanted


@pytest.mark.parametrize("few", [0, 100])
def test_members_are_put_together(spark: SparkSession, few: int) -> None:
    """A long chain, a star and a pair have the roots that one process gives them, whichever way they are put together."""
    pairs = [*((n, n + 1) for n in range(1, 20)), *((100, n) for n in range(101, 110)), (300, 200)]
    keep = Persisted()
    found = components(spark.createDataFrame(pairs, "one long, other long"), "long", keep, few)
    assert found is not None
    rows = [tuple(row) for row in found.collect()]
    assert len(rows) == len(set(rows))
    assert dict(rows) == roots(pairs)
    keep.release()


def test_no_pairs_have_no_roots(spark: SparkSession) -> None:
    """Where nothing is joined there is nothing to put together."""
    assert components(spark.createDataFrame([], "one long, other long"), "long", Persisted()) is None
