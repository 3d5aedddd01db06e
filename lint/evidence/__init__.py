"""What a drug's label says, sentence by sentence: searched for the one that a claim restates or contradicts."""

from lint.evidence.index import NEGATIONS, LabelIndex, LabelSentence, build_index, label_text
from lint.evidence.judge import Judgement, judge
from lint.evidence.numbers import UP_TO_TEN
from lint.evidence.quantities import Quantity, frequencies, often, quantities
from lint.evidence.search import UNCERTAIN, LabelMemory, LabelSearch
from lint.evidence.times import Stretch, stretches
from lint.evidence.warrant import denies, warrants
from lint.evidence.words import stems_for

__all__ = [
    "NEGATIONS",
    "UNCERTAIN",
    "UP_TO_TEN",
    "Judgement",
    "LabelIndex",
    "LabelMemory",
    "LabelSearch",
    "LabelSentence",
    "Quantity",
    "Stretch",
    "build_index",
    "denies",
    "frequencies",
    "judge",
    "label_text",
    "often",
    "quantities",
    "stems_for",
    "stretches",
    "warrants",
]
