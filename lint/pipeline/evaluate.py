"""Reviews annotated texts with each source of claims alone and with all together, and counts."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

from lint.evaluation import Evaluation, evaluate
from lint.evaluation.gold import load_gold
from lint.pipeline.run import check
from lint.pipeline.settings import Settings
from lint.reporters import REPORTERS

ALL = "all"


def evaluate_sources(gold: Path, documents: str, settings: Settings) -> dict[str, Evaluation]:
    """The counts of a review with all sources of claims that are on, and with each of them alone.

    Raises LeaflintError when the annotations or the texts cannot be used.
    """
    golds = load_gold(gold)
    ways = {ALL: settings} | {name: replace(settings, sources=frozenset([name])) for name in sorted(settings.sources)}
    found = {}
    for name, own in ways.items():
        run = check([documents], own).whole("half a review is not measured")
        buffer = io.StringIO()
        REPORTERS["json"](run.run, run.reviews, buffer)
        found[name] = evaluate(json.loads(buffer.getvalue()), golds)
    return found
