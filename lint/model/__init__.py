"""Claims in words nobody listed: a linear model over what the language step and the rules know of a sentence.

Trained with spaCy's text categoriser from corpus/sentences; at run time its weights alone are needed.
"""

from lint.model.model import ClaimModel, Marked, load_model

__all__ = ["ClaimModel", "Marked", "load_model"]
