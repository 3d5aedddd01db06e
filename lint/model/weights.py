"""The trained weights as a file: what training exports and a run loads."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from lint.errors import LeaflintError
from lint.files import replace_file
from lint.kept import code_of, hash_of, kept
from lint.types.quick import Quick

CLAIM = "claim"  # the label that says that a sentence makes a claim of any kind
FORMAT = "leaflint-model/1"
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Illustration(Quick):
    """An annotated sentence of the training part that makes a claim."""

    text: str
    rule: str
    quote: str


_Shown = tuple[Sequence[Illustration], npt.NDArray[np.uint32], npt.NDArray[np.int64]]  # illustrations, members, where each one's begin


@dataclass(frozen=True)
class Weights:
    """A linear model over named features, with what makes its scores probabilities."""

    labels: tuple[str, ...]  # the rules, and CLAIM
    features: Mapping[str, int]  # name: row of the table
    table: npt.NDArray[np.float16]  # features by labels
    bias: Floats  # one for each label
    slope: float  # probability of CLAIM = sigmoid(slope * score + shift), fitted on the validation part
    shift: float
    decision: Mapping[str, float]  # thresholds, from the training configuration
    illustrations: tuple[Illustration, ...]
    members: npt.NDArray[np.uint32]  # rows of the features of all illustrations, one after the other
    begins: npt.NDArray[np.int64]  # where each illustration's rows begin
    _by_rule: dict[str, tuple[list[Illustration], npt.NDArray[np.uint32], npt.NDArray[np.int64]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @cached_property
    def claim(self) -> int:
        """The column of CLAIM."""
        return self.labels.index(CLAIM)

    @cached_property
    def claim_weights(self) -> Sequence[float]:
        """What each feature, by its row, adds to the score of CLAIM."""
        column: list[float] = self.table[:, self.claim].tolist()
        return column

    @cached_property
    def _claim_bias(self) -> float:
        return float(self.bias[self.claim])

    def claim_score(self, names: Iterable[str]) -> float:
        """The score of CLAIM for a sentence with features of these names."""
        return self.score_of_rows(self.rows(names))

    def score_of_rows(self, rows: Set[int]) -> float:
        """The score of CLAIM for a sentence with these features: what `scores` gives, without the other labels.

        The same in whatever order they come: weights of half precision add up without rounding.
        """
        weights = self.claim_weights
        return self._claim_bias + sum([weights[row] for row in rows])

    def rows(self, names: Iterable[str]) -> set[int]:
        """The rows of those names that training knew."""
        known = self.features
        return {known[name] for name in names if name in known}

    def scores(self, rows: Set[int]) -> npt.NDArray[np.float64]:
        """The score of each label for a sentence with these features, in whatever order they come."""
        summed: npt.NDArray[np.float64] = self.table[_array(rows)].sum(axis=0, dtype=np.float64) + self.bias
        return summed

    def probability(self, score: float, divisor: float = 1.0) -> float:
        """How likely a score of CLAIM means a claim; `divisor`: by how much rarer they are than in training."""
        return 1 / (1 + divisor * math.exp(min(-(self.slope * score + self.shift), 700)))

    def nearest(self, rows: Set[int], rule: str) -> Illustration | None:
        """The illustration of a rule that shares most of what speaks for that rule; the first one where several do."""
        shown, members, begins = self._shown(rule)
        if not shown:
            return None
        pull, own = np.zeros(len(self.features), np.float32), _array(rows)
        pull[own] = np.maximum(self.table[own, self.labels.index(rule)].astype(np.float32), 0)
        shared = np.add.reduceat(pull[members], begins[:-1])
        shared /= np.sqrt(np.diff(begins)).astype(np.float32)
        best = int(shared.argmax())
        return shown[best] if shared[best] > 0 else None

    def _shown(self, rule: str) -> _Shown:
        """The illustrations of a rule, their members one after the other, and where each one's begin."""
        if rule not in self._by_rule:
            chosen = [number for number, shown in enumerate(self.illustrations) if shown.rule == rule]
            parts = [self.members[self.begins[number] : self.begins[number + 1]] for number in chosen]
            begins = np.cumsum([0, *map(len, parts)])
            self._by_rule[rule] = [self.illustrations[n] for n in chosen], np.concatenate([*parts, self.members[:0]]), begins
        return self._by_rule[rule]


def _array(rows: Set[int]) -> npt.NDArray[np.intp]:
    return np.fromiter(rows, np.intp, len(rows))


def save_weights(weights: Weights, path: Path) -> None:
    """Writes the weights; the same weights give the same bytes. Raises LeaflintError when that fails."""
    meta: dict[str, Any] = {
        "format": FORMAT, "labels": weights.labels, "features": list(weights.features), "slope": weights.slope, "shift": weights.shift,
        "decision": dict(weights.decision), "illustrations": [[s.text, s.rule, s.quote] for s in weights.illustrations],
    }  # fmt: skip
    packed = np.frombuffer(json.dumps(meta, ensure_ascii=False).encode(), np.uint8)
    out = io.BytesIO()
    arrays = {"meta": packed, "table": weights.table, "bias": weights.bias, "members": weights.members, "begins": weights.begins}
    np.savez_compressed(out, **arrays)  # type: ignore[arg-type]
    replace_file(path, out.getvalue())


def load_weights(path: Path) -> Weights:
    """Reads the weights, which are kept unpacked between runs. Raises LeaflintError when the file is none of ours."""
    try:
        return kept("model", f"{hash_of([path])} {code_of('model')}", Weights, lambda: _unpacked(path))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LeaflintError(f"{path}: not a model: {error}: make it with `leaflint model train`") from None


def _unpacked(path: Path) -> Weights:
    with np.load(path, allow_pickle=False) as arrays:
        meta = json.loads(arrays["meta"].tobytes())
        if meta["format"] != FORMAT:
            raise ValueError(meta["format"])
        return Weights(
            labels=tuple(meta["labels"]), features={name: row for row, name in enumerate(meta["features"])},
            table=arrays["table"], bias=arrays["bias"], slope=meta["slope"], shift=meta["shift"], decision=meta["decision"],
            illustrations=tuple(Illustration(*entry) for entry in meta["illustrations"]),
            members=arrays["members"], begins=arrays["begins"],
        )  # fmt: skip
