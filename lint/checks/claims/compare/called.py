"""What kind of medicine a text calls its own, against the kinds that the label names: “warfarin is a beta blocker”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.passage import evidence_of_sentence
from lint.checks.scopes import span_of, under
from lint.checks.uses import broader
from lint.evidence import LabelSearch
from lint.rulebook import Hit
from lint.types.rule import Rule, Topic
from lint.types.text import Sentence, Span, Text

CALLED = "called"  # the part by which a topic is known as a kind of medicine
_OWN = re.compile(
    r" (?:@drug|it|they|this (?:medicine|medication|drug))(?: tablets?| capsules?| injections?)?"
    r" (?:is|are|belongs? to|acts as)((?: [a-z-]+){0,6}) $"
)
_OTHERWISE = frozenset(
    "not no never unlike used given taken with for than like compared similar alternative instead against in without before after to or "
    "stronger as safer better prescribed".split()
)
_NEXT = frozenset(
    ". , ; : ! ( ) – - that which and or medicine medicines drug drugs tablet tablets for of used in painkiller injection pill class "
    "group".split()
)
_SECTIONS = frozenset(["product", "indications", "description", "pharmacology", "boxed", "warnings", "dosage"])


def otherwise_called(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each place that calls the medicine a kind (topics with a part `called`) that its label, which names another, does not name."""
    kinds = [topic for topic in brief.rulebook.topics if CALLED in dict(topic.parts)] if brief.labels else []
    for topic in kinds:
        for pattern in dict(topic.parts)[CALLED]:
            for hit in brief.matches.of(pattern):
                sentence = text.sentences[hit.sentence]
                if under(sentence, hit, ("negated", "question", "conditional")) or not _own(sentence, hit):
                    continue
                for search in brief.labels:
                    number = _another(search, topic, kinds, brief)
                    if number is not None:
                        evidence = evidence_of_sentence(search, number, "The label names another kind of medicine.")
                        span = Span(sentence.words[0].start, span_of(text, hit).end)
                        yield Candidate(rule, span, "error", hit.sentence, search.reference.drug, (evidence,))


def _own(sentence: Sentence, hit: Hit) -> bool:
    """Whether the words before and after a kind say that the medicine is of it."""
    found = _OWN.search(sentence.line[: sentence.offsets[hit.first]])
    after = sentence.words[hit.last].norm if hit.last < len(sentence.words) else "."
    return found is not None and _OTHERWISE.isdisjoint(found[1].split()) and after in _NEXT


def _another(search: LabelSearch, topic: Topic, kinds: list[Topic], brief: Brief) -> int | None:
    """The label's sentence with its own kind of medicine, if that is not the one a text says nor one of it."""
    known: dict[str, int] = search.kept("kinds", lambda: dict(_named(search, kinds)))
    related = {topic.id, *(other for other in known if topic.id in broader(other, brief))}
    classes = {f"is-{name}" for name in brief.rulebook.classes_of(search.reference.drug)}
    if not known or not related.isdisjoint({*known, *classes}):
        return None
    return min(known.values(), key=lambda number: (search.section(search.index.sentences[number]) != "indications", number))


def _named(search: LabelSearch, kinds: list[Topic]) -> Iterator[tuple[str, int]]:
    """The kinds of medicine that the label names, each with the first sentence that does."""
    for topic in kinds:
        for pattern in dict(topic.parts)[CALLED]:
            stems = search.all_stems(pattern.replace("~", "").split())
            number = search.naming(stems, lambda sentence: search.section(sentence) in _SECTIONS)
            if number is not None:
                yield topic.id, number
                break
