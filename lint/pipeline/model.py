"""Trains the model that looks for claims, and measures it beside the rules and the evidence."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from lint.evaluation.curves import average_precision, interval, reliability
from lint.model.calibrate import platt
from lint.model.samples import Sample, document_of, samples_of
from lint.model.sentences import Line, load_lines
from lint.model.train import exported, load_training_config, train
from lint.model.weights import Weights, save_weights
from lint.pipeline.review import Reviewer
from lint.pipeline.settings import Settings
from lint.types.settings import SOURCES

_TODAY = "2026-01-01"  # no claim depends on the date
WAYS = (*SOURCES, "all")
_FOLDS = 5  # of voices


def train_model(sentences: Path, config: Path, out: Path) -> dict[str, Any]:
    """Trains on the sentences and writes the weights; returns what it was made of.

    Raises LeaflintError naming the file that cannot be used.
    """
    settings, reviewer = load_training_config(config), _reviewer(frozenset(["rules", "evidence"]))
    samples = tuple(samples_of(load_lines(sentences), reviewer.lexicon, reviewer.rulebook))
    weights = trained(samples, settings)
    save_weights(weights, out)
    parts = Counter(sample.line.part for sample in samples)
    return {"sentences": dict(parts), "features": len(weights.features), "labels": len(weights.labels), "bytes": out.stat().st_size}


def trained(samples: Sequence[Sample], settings: Any) -> Weights:
    """Weights learnt from the training part, their probabilities fitted to the validation part."""
    learnt, tuned = ([sample for sample in samples if sample.line.part == part] for part in ("train", "validation"))
    weights = exported(train(learnt, settings), learnt, settings)
    slope, shift = platt([weights.claim_score(sample.names) for sample in tuned], [bool(sample.rules) for sample in tuned])
    return replace(weights, slope=slope, shift=shift)


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with what is so and what each source said of it."""

    sample: Sample
    probability: float  # the model's, whatever the language step says
    said: dict[str, frozenset[str]]  # source or "all": the names of the rules it found broken


def measure_model(sentences: Path, part: str, ways: Sequence[str] = WAYS) -> dict[str, Any]:
    """The figures of the shipped model on a part of the sentences: each source alone, all together, by rule."""
    lines = tuple(line for line in load_lines(sentences) if line.part == part)
    judged = tuple(_judged(lines, ways))
    truths, probabilities = [bool(one.sample.rules) for one in judged], [one.probability for one in judged]
    model = _reviewer(frozenset(SOURCES)).model
    assert model is not None
    return {
        "part": part, "lines": len(lines), "sentences": len(judged), "claims": sum(truths),
        "average precision": round(average_precision(probabilities, truths), 3),
        "at threshold": _shares([(p >= model.weights.decision["confidence"], t) for p, t in zip(probabilities, truths, strict=True)]),
        "confidence": model.weights.decision["confidence"],
        "sources": {name: _shares([(bool(one.said[name]), bool(one.sample.rules)) for one in judged]) for name in ways},
        "reliability": [
            {"from": b.low, "to": b.high, "sentences": b.count, "said": round(b.said, 3), "found": round(b.found, 3)}
            for b in reliability(probabilities, truths)
        ],
        "rules": {rule: _rule(rule, judged) for rule in sorted({rule for one in judged for rule in one.sample.rules})},
    }  # fmt: skip


def measure_voices(sentences: Path, config: Path) -> dict[str, Any]:
    """Whether tone alone was learnt: sentences outside the training part, each scored by a model that never saw its voice."""
    settings, reviewer = load_training_config(config), _reviewer(frozenset(["rules", "evidence"]))
    samples = tuple(samples_of(load_lines(sentences), reviewer.lexicon, reviewer.rulebook))
    learnt, held = ([s for s in samples if (s.line.part == "train") is wanted] for wanted in (True, False))
    whole = exported(train(learnt, settings), learnt, settings)
    apart: dict[Sample, float] = {}
    for fold in range(_FOLDS):
        own = [sample for sample in held if _fold(sample.line.voice) == fold]
        others = [sample for sample in learnt if _fold(sample.line.voice) != fold]
        weights = exported(train(others, settings), others, settings)
        apart |= {sample: weights.claim_score(sample.names) for sample in own}
    truths = [bool(sample.rules) for sample in held]
    return {
        "voices": len({sample.line.voice for sample in samples}), "folds": _FOLDS, "sentences": len(held),
        "average precision, voice unseen": round(average_precision([apart[sample] for sample in held], truths), 3),
        "average precision, voice seen": round(average_precision([whole.claim_score(sample.names) for sample in held], truths), 3),
    }  # fmt: skip


def _fold(voice: str) -> int:
    return int.from_bytes(hashlib.blake2b(voice.encode(), digest_size=4).digest(), "big") % _FOLDS


def _reviewer(sources: frozenset[str]) -> Reviewer:
    return Reviewer.build(Settings(today=_TODAY, kind="article", sources=sources))


def _judged(lines: Sequence[Line], ways: Sequence[str]) -> Iterator[Judged]:
    """Every sentence of some lines, each line reviewed as a text of its own in each of some ways: by a source, or by all together."""
    full = _reviewer(frozenset(SOURCES))
    assert full.model is not None
    reviewers = {
        name: full if name == "all" else replace(full, settings=replace(full.settings, sources=frozenset([name]))) for name in ways
    }
    for line, samples in groupby(samples_of(lines, full.lexicon, full.rulebook), key=lambda sample: sample.line):
        found = {name: _found(line, reviewer) for name, reviewer in reviewers.items()}
        at = 0
        for sample in samples:
            start = line.text.index(sample.text, at)
            at = start + len(sample.text)
            said = {name: frozenset(rule for rule, place in marks if start <= place < at) for name, marks in found.items()}
            yield Judged(sample, full.model.weights.probability(full.model.weights.claim_score(sample.names)), said)


def _found(line: Line, reviewer: Reviewer) -> list[tuple[str, int]]:
    """The claims that a reviewer finds in a line: rule and where it begins."""
    review = reviewer.review(document_of(line), drug=line.drug)
    return [(found.name, found.place.start) for found in review.findings if found.check == "claims" and found.place]


def _shares(pairs: Sequence[tuple[bool, bool]]) -> dict[str, Any]:
    """Precision and recall of (said, so), each with its 95 % interval."""
    hits, said, so = sum(s and t for s, t in pairs), sum(s for s, _ in pairs), sum(t for _, t in pairs)
    return {
        name: {"share": round(hits / total, 3) if total else None, "hits": hits, "of": total,
               "interval": [round(end, 3) for end in interval(hits, total)]}
        for name, total in (("precision", said), ("recall", so))
    }  # fmt: skip


def _rule(rule: str, judged: Sequence[Judged]) -> dict[str, Any]:
    """How many sentences that break a rule are found at all, by each source and by all, and how many are named right."""
    own = [one for one in judged if rule in one.sample.rules]
    named = sum(rule in one.said["all"] for one in own)
    found = {name: sum(bool(one.said[name]) for one in own) for name in own[0].said}
    called = [one for one in judged if rule in one.said["all"]]
    true = sum(bool(one.sample.rules) for one in called)
    low, high = interval(found["all"], len(own))
    return {
        "sentences": len(own), "found": found, "recall interval": [round(low, 3), round(high, 3)], "named": named,
        "called": len(called), "rightly": true,
    }  # fmt: skip
