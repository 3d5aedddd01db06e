"""What the time of a run went into, for those who ask: the patterns of which rules take longest."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

from lint.pipeline.discover import load_source
from lint.pipeline.settings import Settings
from lint.rulebook import Rulebook
from lint.rulebook.matching import PatternSet
from lint.types.rule import Rule
from lint.types.text import Document, Source


def seconds_by_rule(paths: Iterable[Path], settings: Settings) -> dict[str, float]:
    """How long the patterns of each rule, with those of its topic, take alone on the documents of some files.

    In a run all patterns are looked for together, which is quicker than their sum; the order is the same. Rules without patterns are
    not among them. Raises LeaflintError when rules or references cannot be used.
    """
    from lint.language import analyse
    from lint.pipeline.review import Reviewer
    from lint.readers import read

    reviewer = Reviewer.build(settings)
    sources = (source for source in map(load_source, paths) if isinstance(source, Source))
    documents = (item for source in sources for item in read(source, settings.cms) if isinstance(item, Document))
    texts = [analyse(document, reviewer.lexicon, drug=settings.drug) for document in documents]
    seconds = dict[str, float]()
    for rule in filter(settings.applies, reviewer.rulebook.rules):
        patterns = _patterns(rule, reviewer.rulebook)
        if patterns.patterns:
            began = time.perf_counter()
            for text in texts:
                patterns.match(text.sentences)
            seconds[f"{rule.code} {rule.name}"] = time.perf_counter() - began
    return seconds


def _patterns(rule: Rule, rulebook: Rulebook) -> PatternSet:
    """The patterns of a rule, and those of the topic that it asks for."""
    topic = rulebook.topic(rule.topic) if rule.topic else None
    wanted = {text for match in rule.matches for text in (match.pattern, *match.exceptions, *match.unless_sentence)}
    if topic is not None:
        wanted |= {text for _, texts in topic.parts for text in texts} | set(topic.exceptions)
    return PatternSet(pattern for pattern in rulebook.patterns.patterns if pattern.text in wanted)
