"""What kind of medicine a text calls its own, against the kinds that the label names: “warfarin is a beta blocker”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.passage import evidence_of_sentence
from lint.checks.scopes import span_of, under
from lint.checks.uses import broader
from lint.evidence import LabelSearch, LabelSentence
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
    ". , ; : ! ( ) – - inhaler spray nasal that which and or medicine medicines drug drugs tablet tablets for of used in painkiller "
    "injection pill class group".split()
)
_ITS_OWN = frozenset(["product", "indications", "description", "pharmacology", "patient"])  # sections on the medicine itself
_BARE = re.compile(
    r" (?:(?:is|are) (?:an?|the)|(?:is|are)|an? (?:kind|type|sort) of|(?:belongs?|belonging) to (?:the|a)(?: (?:group|class) of)?) $"
)
_IS = re.compile(r"\b(?:is|are|belongs?|class|group|contains)\b", re.IGNORECASE)
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
    """The label's sentence that says of what kind its medicine is, if no kind that it names is the one a text says or one of it."""
    known: dict[str, int] = search.kept("kinds", lambda: dict(_named(search, kinds)))
    related = {topic.id, *(other for other in known if topic.id in broader(other, brief))}
    classes = {f"is-{name}" for name in brief.rulebook.classes_of(search.reference.drug)}
    if not known or not related.isdisjoint({*known, *classes}):
        return None
    own = _own_kinds(search, kinds).values()
    return min(own, key=lambda number: (search.section(search.index.sentences[number]) != "indications", number), default=None)


def same_kind(text: Text, brief: Brief) -> Iterator[tuple[int, LabelSearch, int]]:
    """Each sentence that calls the medicine a kind that the label calls it too, or a wider one, with the label's sentence."""
    kinds = [topic for topic in brief.rulebook.topics if CALLED in dict(topic.parts)] if brief.labels else []
    for topic in kinds:
        for pattern in dict(topic.parts)[CALLED]:
            for hit in brief.matches.of(pattern):
                sentence = text.sentences[hit.sentence]
                bare = _own(sentence, hit) and _BARE.search(sentence.line[: sentence.offsets[hit.first]]) is not None
                for search in brief.labels if bare and not under(sentence, hit, ("negated", "question")) else ():
                    own = _own_kinds(search, kinds)
                    number = next((own[known] for known in own if topic.id in {known, *broader(known, brief)}), None)
                    if number is not None:
                        yield hit.sentence, search, number


def _own_kinds(search: LabelSearch, kinds: list[Topic]) -> dict[str, int]:
    """The kinds that the label says its own medicine is of, each with the sentence that does; others name other medicines' kinds too."""
    return search.kept("own kinds", lambda: dict(_saying_so(search, kinds)))


def _saying_so(search: LabelSearch, kinds: list[Topic]) -> Iterator[tuple[str, int]]:
    for topic in kinds:
        for pattern in dict(topic.parts)[CALLED]:
            number = search.naming(search.all_stems(pattern.replace("~", "").split()), lambda sentence: _of_itself(search, sentence))
            if number is not None:
                yield topic.id, number
                break


def _of_itself(search: LabelSearch, sentence: LabelSentence) -> bool:
    if search.section(sentence) not in _ITS_OWN:
        return False
    said = search.said(sentence)
    named = not search.names.isdisjoint(sentence.stems) or any(name.lower() in said.lower() for name in search.reference.names)
    return named and _IS.search(said) is not None


def _named(search: LabelSearch, kinds: list[Topic]) -> Iterator[tuple[str, int]]:
    """The kinds of medicine that the label names, each with the first sentence that does."""
    for topic in kinds:
        for pattern in dict(topic.parts)[CALLED]:
            stems = search.all_stems(pattern.replace("~", "").split())
            number = search.naming(stems, lambda sentence: search.section(sentence) in _SECTIONS)
            if number is not None:
                yield topic.id, number
                break
