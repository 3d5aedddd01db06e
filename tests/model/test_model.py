"""The shipped model: its file, its speed, what it says of a sentence, and that its figures are kept."""

from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np
import pytest

from lint.errors import LeaflintError
from lint.model import ClaimModel, load_model
from lint.model.samples import samples_of
from lint.model.sentences import load_lines, split_of
from lint.model.train import exported, load_training_config, train
from lint.model.weights import CLAIM, load_weights, save_weights
from lint.pipeline.model import measure_model
from lint.pipeline.review import Reviewer, review_text

ROOT = Path(__file__).parents[2]
SENTENCES, MODEL = ROOT / "corpus/sentences", ROOT / "corpus/model"
FIGURES = json.loads((MODEL / "figures.json").read_text(encoding="utf-8"))
SLACK = 0.015  # rules may change what the model is told of a sentence; more than this asks for new training


@pytest.fixture(scope="module")
def model(reviewer: Reviewer) -> ClaimModel:
    """The shipped model."""
    assert reviewer.model is not None
    return reviewer.model


def test_the_file_is_small_and_quick_to_load(reviewer: Reviewer) -> None:
    """At most 5 MB, and ready in a moment: processor time, for the machine may be busy."""
    assert (MODEL / "claims.npz").stat().st_size < 5_000_000
    seconds = []
    for _ in range(3):
        begun = time.process_time()
        load_model(reviewer.rulebook, reviewer.lexicon.drug_of)
        seconds.append(time.process_time() - begun)
    assert min(seconds) < 0.2


def test_a_file_that_is_no_model_is_named(tmp_path: Path) -> None:
    """What cannot be read says which file, and how to make a good one."""
    broken = tmp_path / "claims.npz"
    broken.write_bytes(b"nothing of the kind")
    with pytest.raises(LeaflintError, match=r"claims\.npz: not a model.*leaflint model train"):
        load_weights(broken)


def test_saving_keeps_everything(model: ClaimModel, tmp_path: Path) -> None:
    """A saved model is read back the same, and saved again it has the same bytes."""
    first, second = tmp_path / "a.npz", tmp_path / "b.npz"
    save_weights(model.weights, first)
    again = load_weights(first)
    save_weights(again, second)
    assert first.read_bytes() == second.read_bytes()
    assert again.labels == model.weights.labels
    assert np.array_equal(again.table, model.weights.table)


def test_numpy_scores_as_spacy_does(reviewer: Reviewer) -> None:
    """The exported weights give spaCy's own probabilities, for a model trained here on a few lines."""
    samples = list(samples_of(load_lines(SENTENCES)[:300], reviewer.lexicon, reviewer.rulebook))
    config = load_training_config(MODEL / "config.cfg")
    made = train(samples[:200], config)
    weights, theirs = exported(made, samples[:200], config), made.scores(samples[200:])
    for sample, row in zip(samples[200:], theirs, strict=True):
        ours = 1 / (1 + np.exp(-weights.scores(weights.rows(sample.names))))
        assert np.allclose(ours, row, atol=1e-3)


def test_training_again_gives_the_same(reviewer: Reviewer) -> None:
    """The same sentences and configuration give the same weights, to the last bit."""
    samples = list(samples_of(load_lines(SENTENCES)[:120], reviewer.lexicon, reviewer.rulebook))
    config = load_training_config(MODEL / "config.cfg")
    one, other = (exported(train(samples, config), samples, config) for _ in range(2))
    assert np.array_equal(one.table, other.table)
    assert list(one.features) == list(other.features)


def test_the_quick_score_is_the_score(reviewer: Reviewer, model: ClaimModel) -> None:
    """The score of a claim alone equals that among all labels, whatever the order and number of the names."""
    for sample in samples_of(load_lines(SENTENCES)[:40], reviewer.lexicon, reviewer.rulebook):
        whole = model.weights.scores(model.weights.rows(sample.names))[model.weights.labels.index(CLAIM)]
        assert model.weights.claim_score([*sample.names, *sample.names]) == pytest.approx(float(whole), abs=1e-3)


def test_the_split_is_recorded() -> None:
    """split.json holds the medicines of each part as the code has them, and no medicine is in two."""
    lines = load_lines(SENTENCES)
    assert json.loads((SENTENCES / "split.json").read_text(encoding="utf-8")) == split_of(lines)
    parts = {part: sum(line.part == part for line in lines) / len(lines) for part in ("train", "validation", "test")}
    assert 0.6 < parts["train"] < 0.8
    assert min(parts["validation"], parts["test"]) > 0.1


def test_the_test_part_keeps_its_figures() -> None:
    """On sentences that nothing was fitted to the figures are those that are committed, and as good as was asked for."""
    now = measure_model(SENTENCES, "test", ("model", "all"))
    for figures in (now, FIGURES):
        assert figures["average precision"] >= 0.85
        assert figures["at threshold"]["precision"]["share"] >= 0.85
        assert figures["at threshold"]["recall"]["share"] >= 0.6
    assert now["average precision"] >= FIGURES["average precision"] - SLACK
    for source in ("model", "all"):
        for name in ("precision", "recall"):
            assert now["sources"][source][name]["share"] >= FIGURES["sources"][source][name]["share"] - SLACK


def test_the_page_has_the_figures() -> None:
    """What docs/claims-model.md says of each source and of the ranking is what was measured."""
    page = (ROOT / "docs/claims-model.md").read_text(encoding="utf-8")
    assert f"Average precision of the model: **{FIGURES['average precision']:.2f}**" in page
    for name, shares in FIGURES["sources"].items():
        row = next(line for line in page.splitlines() if line.startswith((f"| {name} |", f"| {name} alone |")) and "to" in line)
        for share in shares.values():
            assert share["share"] is None or f"{share['share']:.2f} ({share['interval'][0]:.2f} to {share['interval'][1]:.2f})" in row


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Metformin strolls through your body and tidies up whatever it finds.", False),
        ("After metformin the whole family danced again at every wedding.", False),
        ("Does metformin stroll through your body and tidy up?", True),
        ("Metformin is taken with meals.", True),
        ("Ask your doctor before you stop taking metformin.", True),
    ],
)
def test_it_finds_what_no_rule_names(text: str, silent: bool, reviewer: Reviewer) -> None:
    """Claims in other words are found, with how sure and why; careful sentences, questions and instructions are left alone."""
    found = [f for f in review_text(text, kind="article", drug="metformin", reviewer=reviewer).findings if f.confidence is not None]
    assert bool(found) is not silent
    for finding in found:
        assert finding.severity in ("warning", "info")
        assert "Found by the model" in finding.message
        assert "“" in finding.message.split("most for")[1]
