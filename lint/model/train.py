"""Trains spaCy's text categoriser on samples, after corpus/model/config.cfg, and takes its weights over."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from lint.errors import LeaflintError
from lint.model.samples import Sample
from lint.model.weights import CLAIM, Illustration, Weights

if TYPE_CHECKING:
    from spacy.language import Language

_COMPONENT = "textcat_multilabel"
_NOTHING = "@nothing"  # stands for a sentence without any known feature


@dataclass(frozen=True)
class Trained:
    """A trained pipeline and the features it knows."""

    nlp: Language
    features: tuple[str, ...]

    def scores(self, samples: Sequence[Sample]) -> np.ndarray[Any, Any]:
        """spaCy's own probabilities, samples by labels."""
        categoriser: Any = self.nlp.get_pipe(_COMPONENT)
        known = frozenset(self.features)
        found: np.ndarray[Any, Any] = categoriser.predict([_doc(self.nlp, sample, known) for sample in samples])
        return found


def load_training_config(path: Path) -> Any:
    """The committed configuration. Raises LeaflintError naming the file when it cannot be used."""
    from thinc.api import Config

    try:
        return Config().from_disk(path)
    except (OSError, ValueError) as error:
        raise LeaflintError(f"{path}: not a training configuration: {error}") from None


def train(samples: Sequence[Sample], config: Any) -> Trained:
    """Trains on samples; the same samples and configuration give the same weights."""
    import spacy
    from spacy.training import Example
    from thinc.api import fix_random_seed

    settings = config["training"]
    fix_random_seed(settings["seed"])
    nlp = spacy.util.load_model_from_config({"nlp": config["nlp"], "components": config["components"]}, auto_fill=True)
    optimizer = spacy.util.registry.resolve({"optimizer": settings["optimizer"]})["optimizer"]
    names = _features(samples, config["features"]["least"])
    known, labels = frozenset(names), _labels(samples)
    examples = [Example.from_dict(_doc(nlp, sample, known), {"cats": _cats(sample, labels)}) for sample in samples]
    nlp.initialize(lambda: examples)
    shuffled, order = list(examples), random.Random(settings["seed"])
    categoriser: Any = nlp.get_pipe(_COMPONENT)
    for _ in range(settings["epochs"]):
        order.shuffle(shuffled)
        for start in range(0, len(shuffled), settings["batch"]):
            categoriser.update(shuffled[start : start + settings["batch"]], sgd=optimizer, drop=0.0)
    if optimizer.averages is not None and settings["optimizer"]["use_averages"]:
        _keep(nlp, optimizer.averages)
    return Trained(nlp, names)


def exported(trained: Trained, samples: Sequence[Sample], config: Any) -> Weights:
    """The weights of a trained pipeline for each feature by name; `samples` are shown as illustrations."""
    categoriser: Any = trained.nlp.get_pipe(_COMPONENT)
    labels, layer = tuple(categoriser.labels), categoriser.model.get_ref("output_layer")
    names = trained.features
    table = _table(layer, [trained.nlp.vocab.strings[name] for name in names]).astype(np.float16)
    rows = {name: row for row, name in enumerate(names)}
    pulling = frozenset(np.flatnonzero(table[:, labels.index(CLAIM)] > 0).tolist())
    shown = [sample for sample in samples if sample.rules]
    members = [[rows[name] for name in sample.names if rows.get(name) in pulling] for sample in shown]
    kept = [(sample, own) for sample, own in zip(shown, members, strict=True) if own]
    return Weights(
        labels=labels, features=rows, table=table, bias=np.array(layer.get_param("b"), np.float32), slope=1.0, shift=0.0,
        decision=dict(config["decision"]),
        illustrations=tuple(Illustration(sample.text, sample.rules[0], sample.quotes[0]) for sample, _ in kept),
        members=np.array([row for _, own in kept for row in own], np.uint32),
        begins=np.cumsum([0, *(len(own) for _, own in kept)]),
    )  # fmt: skip


def _features(samples: Sequence[Sample], least: int) -> tuple[str, ...]:
    """The features that at least so many samples have, in order of name."""
    counts = Counter(name for sample in samples for name in sample.names)
    return tuple(sorted(name for name, count in counts.items() if count >= least))


def _labels(samples: Sequence[Sample]) -> tuple[str, ...]:
    return (*sorted({rule for sample in samples for rule in sample.rules}), CLAIM)


def _cats(sample: Sample, labels: Sequence[str]) -> dict[str, float]:
    return {label: float(label in sample.rules or (label == CLAIM and bool(sample.rules))) for label in labels}


def _doc(nlp: Language, sample: Sample, known: frozenset[str]) -> Any:
    """A sample as spaCy's text categoriser is given it: each feature one token."""
    from spacy.tokens import Doc

    return Doc(nlp.vocab, words=[name for name in sample.names if name in known] or [_NOTHING])


def _keep(nlp: Language, averages: dict[Any, Any]) -> None:
    """Sets the parameters to their averages over training."""
    categoriser: Any = nlp.get_pipe(_COMPONENT)
    with categoriser.model.use_params(averages):
        values = [(node, name, node.get_param(name).copy()) for node, name in _parameters(categoriser.model)]
    for node, name, value in values:
        node.set_param(name, value)


def _parameters(model: Any) -> Iterator[tuple[Any, str]]:
    for node in model.walk():
        yield from ((node, name) for name in node.param_names if node.has_param(name))


def _table(layer: Any, keys: Sequence[int]) -> np.ndarray[Any, Any]:
    """What each feature adds to the scores: spaCy's linear layer, given each feature alone."""
    alone = (np.array(keys, np.uint64), np.ones(len(keys), np.float32), np.ones(len(keys), np.int32))
    found: np.ndarray[Any, Any] = layer.predict(alone) - layer.get_param("b")
    return found
