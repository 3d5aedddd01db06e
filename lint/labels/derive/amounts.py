"""Doses, side effects with their frequency, forms and storage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lint.evidence.quantities import frequencies, quantities
from lint.labels.derive.part import Reading
from lint.types.reference import Fact

_CUES = re.compile(r"\b(recommended|initial|starting|start|maintenance|maximum|usual|exceed|up to|dose range|loading|total)\b", re.I)
_MOST = re.compile(r"\b(maximum|not exceed|no more than|exceeding|up to)\b", re.IGNORECASE)
_FREQUENCY = re.compile(
    r"\b(very common|very rare|uncommon|common|rare)(?:ly)?\b(?: side effects?)?\s*(?:\([^)]{0,80}\))?\s*[:\-–]", re.IGNORECASE
)
_AT_LEAST = re.compile(
    r"\((?:incidence )?(?:≥|>|at least|greater than|more than)\s*(?:or equal to )?(\d{1,2}(?:\.\d)?) ?%[^)]{0,80}\)", re.IGNORECASE
)
_STORED = re.compile(r"\bstor(e|age|ed)\b.{0,80}(°|degrees|refrigerat|room temperature|light|moist|dry)", re.I)
_ADVISED_AGAINST = re.compile(
    r"\bnot (?:be )?(?:recommended|used|required|necessary)\b", re.IGNORECASE
)  # a dose that nobody is to be given
_LIST_END = re.compile(r"[.;\[]|\bsee\b")
DIRECTIONS = (("dose-starts-low", "up"), ("dose-starts-high", "down"))  # topics
_MOST_DOSES = 60
_LONGEST_EFFECT = 5  # words


def doses(reading: Reading) -> Iterator[Fact]:
    """The sentences that say how much, how often and how much at most."""
    number = 0
    for sentence in reading.part("dosage").text.sentences:
        quote = reading.quote(sentence)
        amounts = [quote[q.start : q.end] for q in quantities(quote) if q.dose]
        if amounts and (_CUES.search(quote) or frequencies(quote)) and number < _MOST_DOSES:
            number += 1
            made = reading.fact("dosing", str(number), f"The label's doses include {', '.join(dict.fromkeys(amounts))}.", sentence)
            yield replace(made, amounts=tuple(dict.fromkeys(amounts)), maximum=bool(_MOST.search(quote)))


def direction(reading: Reading) -> Iterator[Fact]:
    """Whether the dose starts low and is raised, or high and is lowered, where the label knows one of the two only."""
    part = reading.part("dosage").without(_ADVISED_AGAINST)
    found = {way: sentence for name, way in DIRECTIONS if (topic := reading.rulebook.topic(name)) and (sentence := part.spoken(topic))}
    if len(found) == 1:
        ((way, sentence),) = found.items()
        said = "starts low and is raised" if way == "up" else "starts high and is lowered"
        yield replace(reading.fact("dosing", "direction", f"In the label the dose {said}.", sentence), direction=way)


def side_effects(reading: Reading) -> Iterator[Fact]:
    """Side effects under a frequency: “Very common: headache”, or “the most common (≥10 %) are headache and nausea”."""
    part, seen, current = reading.part("adverse-reactions"), set[str](), ""
    for sentence in part.text.sentences:
        quote = reading.quote(sentence)
        found = _FREQUENCY.search(quote)
        at_least = _AT_LEAST.search(quote)
        listed = ""
        if found:
            current, listed = found[1].lower(), quote[found.end() :]
        elif at_least:
            share = float(at_least[1])
            current = "very common" if share >= 10 else "common" if share >= 1 else "uncommon"
            after = quote[at_least.end() :]
            listed = re.split(r"\b(?:are|were|include|included|is|was)\b|:", after, maxsplit=1)[-1]
        name = f"{current}-{len(seen) + 1}"
        effects = tuple(_effects(listed))
        if effects and current:
            seen.add(name)
            made = reading.fact("side-effect", name, f"The label lists as {current}: {', '.join(effects[:8])}.", sentence)
            yield replace(made, frequency=current, effects=effects)


def _effects(listed: str) -> Iterator[str]:
    for part in re.split(r",|\band\b|•", _LIST_END.split(re.sub(r"\([^)]{0,80}\)", " ", listed), maxsplit=1)[0]):
        words = part.lower().split()
        if 0 < len(words) <= _LONGEST_EFFECT and all(word[0].isalpha() for word in words) and len(" ".join(words)) > 3:
            yield " ".join(words)


def forms(reading: Reading) -> Iterator[Fact]:
    """How the medicine is given."""
    routes = reading.label.routes
    if routes and reading.text.sentences:
        made = reading.fact("form", "routes", f"It is given by these routes: {', '.join(routes)}.", reading.text.sentences[0])
        yield replace(made, routes=routes, quote="", passage="")


def storage(reading: Reading) -> Iterator[Fact]:
    """How the label says to store it."""
    for sentence in reading.part("storage", "forms").text.sentences:
        if _STORED.search(reading.quote(sentence)):
            yield reading.fact("storage", "storage", "The label says how to store it.", sentence)
            return
