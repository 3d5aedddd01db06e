"""From scores to probabilities: Platt's method, a logistic curve fitted to sentences that training did not see."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_STEPS = 100
_ENOUGH = 1e-9


def platt(scores: Sequence[float], truths: Sequence[bool]) -> tuple[float, float]:
    """(slope, shift) for which sigmoid(slope * score + shift) is the likeliest; by Newton's method."""
    x = np.column_stack([np.asarray(scores, float), np.ones(len(scores))])
    positive, negative = sum(truths), len(truths) - sum(truths)
    # Platt's targets: not quite 0 and 1, so that few sentences do not promise certainty.
    y = np.where(np.asarray(truths), (positive + 1) / (positive + 2), 1 / (negative + 2))
    found = np.zeros(2)
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-(x @ found)))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 1e-9 * np.eye(2), x.T @ (p - y))
        found = found - step
        if float(np.abs(step).max()) < _ENOUGH:
            break
    return float(found[0]), float(found[1])
