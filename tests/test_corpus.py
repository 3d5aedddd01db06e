"""The figures that the corpus must reach: the annotated documents, and the rules' own examples."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from lint.evaluation import Evaluation, evaluate
from lint.evaluation.gold import load_gold
from lint.pipeline.examples import run_examples
from lint.pipeline.review import Reviewer
from lint.pipeline.run import check
from lint.pipeline.settings import Settings
from lint.reporters import REPORTERS

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def result() -> Evaluation:
    """The review of the corpus documents against their annotations."""
    found = check([str(ROOT / "corpus/documents")], Settings(today="2026-11-24"))
    out = io.StringIO()
    REPORTERS["json"](found.run, found.reviews, out)
    return evaluate(json.loads(out.getvalue()), load_gold(ROOT / "corpus/gold"))


def test_spelling(result: Evaluation) -> None:
    """All seven misspellings are found, the first suggestion is right, nothing else is flagged."""
    assert result.recall("spelling", "core") == (7, 7)
    assert result.counts["spelling.corrected"] == 7
    assert result.counts["spelling.false"] == 0


def test_duplicates(result: Evaluation) -> None:
    """Both core duplicates are found."""
    assert result.recall("duplicates", "core") == (2, 2)


def test_claims(result: Evaluation) -> None:
    """Most claims are found, under the right name, and nearly all findings are right."""
    assert result.recall("claims", "core")[0] >= 20
    assert result.recall("claims")[0] >= 32
    assert (result.precision("claims") or 0) >= 0.9
    assert result.counts["claims.named"] >= 0.8 * result.recall("claims")[0]


def test_safety(result: Evaluation) -> None:
    """All core statements are judged right, and nothing that is there is reported missing."""
    assert result.recall("safety", "core") == (25, 25)
    assert result.recall("safety")[0] >= 42
    assert result.counts["safety.same-status"] >= 0.8 * result.recall("safety")[0]
    assert result.counts["safety.false"] == 0


def test_nothing_forbidden_is_flagged(result: Evaluation) -> None:
    """No passage that must not be flagged is flagged."""
    assert result.violations == []


def test_every_rule_does_what_its_examples_say(reviewer: Reviewer) -> None:
    """Each example of each rule comes out as written."""
    differing = [(r.rule.code, r.example.text, r.faults) for r in run_examples(reviewer) if r.faults]
    assert differing == []


def test_every_fact_topic_exists(reviewer: Reviewer) -> None:
    """A fact's topic, condition and requirement exist in the rules, so that no fact is out of reach."""
    topics = {topic.id for topic in reviewer.rulebook.topics}
    names = {rule.name for rule in reviewer.rulebook.rules}
    for reference in reviewer.references:
        for fact in reference.facts:
            assert {fact.topic, *fact.conditions} - {""} <= topics, fact.id
        for required in reference.requires:
            assert required.requirement in names
            assert any(fact.id == required.fact for fact in reference.facts)


def test_documents_are_unchanged() -> None:
    """The corpus documents are the annotated ones, byte for byte."""
    import hashlib

    for path in sorted((ROOT / "corpus/gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        assert hashlib.sha256((ROOT / "corpus/documents" / gold["document"]).read_bytes()).hexdigest() == gold["sha256"]
