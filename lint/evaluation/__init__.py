"""How good a review is: a JSON report against annotated documents."""

from lint.evaluation.score import Evaluation, evaluate

__all__ = ["Evaluation", "evaluate"]
