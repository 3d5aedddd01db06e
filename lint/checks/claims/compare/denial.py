"""Harms that a text denies and the label warns of: “it does not cause muscle damage”, “rhabdomyolysis has never been seen”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.passage import restated
from lint.checks.scopes import about_drug, excepted, under
from lint.evidence import LabelSearch
from lint.references import quoted
from lint.rulebook import Hit
from lint.types.rule import Rule
from lint.types.text import Span, Text

HARMFUL = frozenset(["boxed", "warnings", "adverse-reactions"])  # sections of a label
_LONGEST = 6  # stems of what is denied; more is no name of a harm
_TELLING = 5  # letters of a stem that may stand alone for a harm


def denied_harm(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each sentence that denies a harm (topic `harm-denied`), if one sentence of the label's warnings names it and denies nothing."""
    topic = brief.rulebook.topic("harm-denied")
    for part, patterns in topic.parts if topic else ():
        for pattern in patterns:
            for hit in brief.matches.of(pattern):
                sentence = text.sentences[hit.sentence]
                if under(sentence, hit, ("question", "conditional")) or excepted(brief.matches, hit, topic.exceptions if topic else ()):
                    continue
                if (part == "after" and not about_drug(text, hit)) or restated(hit.sentence, brief):
                    continue
                yield from _warned(text, rule, brief, hit, part)


def _warned(text: Text, rule: Rule, brief: Brief, hit: Hit, part: str) -> Iterator[Candidate]:
    sentence = text.sentences[hit.sentence]
    forms = sentence.words[hit.last :] if part == "after" else sentence.words[: hit.first]
    for search in brief.labels:
        stems = _until_stop((word.norm for word in forms), search)
        number = _warning(search, stems)
        if number is not None:
            found = search.index.sentences[number]
            passage = search.reference.passages[found.passage]
            evidence = quoted(search.reference, passage, passage.text[found.start : found.end], "The label warns of it.")
            span = Span(sentence.words[0].start, sentence.words[-1].end)
            yield Candidate(rule, span, "error", hit.sentence, search.reference.drug, (evidence,))
            return


def _until_stop(forms: Iterable[str], search: LabelSearch) -> frozenset[str]:
    """The stems of what is denied, up to the end of its clause."""
    named: list[str] = []
    for form in forms:
        if form in (".", ",", ";", ":", "(", "!", "but", "because", "when", "if", "so", "unless"):
            break
        named.append(form)
    return search.telling(named)


def _warning(search: LabelSearch, stems: frozenset[str]) -> int | None:
    """The first sentence of the label's warnings that names all of it and has no negation."""
    if not 0 < len(stems) <= _LONGEST or (len(stems) == 1 and len(next(iter(stems))) < _TELLING):
        return None
    rarest = min(stems, key=lambda stem: (len(search.index.postings.get(stem, ())), stem))
    for number in search.index.postings.get(rarest, ()):
        sentence = search.index.sentences[number]
        harmful = search.reference.passages[sentence.passage].section in HARMFUL
        if harmful and sentence.negations == 0 and stems <= set(sentence.stems):
            return number
    return None
