"""Harms that a text denies or calls harmless and the label warns of: “it does not cause muscle damage”, “the rash is always harmless”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.checks.claims.compare.passage import evidence_of_sentence, restated
from lint.checks.scopes import about_drug, excepted, under
from lint.evidence import NEGATIONS, UNCERTAIN, LabelSearch, LabelSentence, stems_for
from lint.rulebook import Hit
from lint.types.rule import Rule
from lint.types.text import Sentence, Span, Text

HARMFUL = frozenset(["boxed", "warnings", "adverse-reactions"])  # sections of a label
FETAL = frozenset([*HARMFUL, "pregnancy", "contraindications", "populations"])
_LONGEST = 6  # stems of what is denied; more is no name of a harm
_TELLING = 3  # letters of a stem that may stand alone for a harm
_AFTER = frozenset(["after", "touched"])  # parts of the topic whose harm follows the words; it precedes those of the others
_STOPS = frozenset(".,;:(!—–") | frozenset(["but", "because", "when", "if", "so", "unless", "although", "while", "and then"])
# Words that every harm has or none: left out where something else names it.
_VAGUE = (
    "problem problems trouble damage disease disorder condition issue injury change complication risk link connection effect case "
    "level any kind sort severe serious way new person people patient woman women men user taken take use treatment therapy medicine "
    "around always possible thing baby child get gets getting new next way"
)
_CAUSED = re.compile(
    r"\b(?:caus|report|occur|risk|increas|associat|result|develop|experienc|fatal|serious|severe|observ|induc|worsen|includ|may|can|harm)",
    re.IGNORECASE,
)
_GRAVE = re.compile(
    r"\b(?:serious|severe|fatal|death|deaths|life-threatening|hospitali[sz]|permanent|irreversible|not be (?:completely )?reversible)", re.I
)


def denied_harm(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each sentence that denies a harm (topic `harm-denied`), if one sentence of the label's warnings names it and denies nothing."""
    topic = brief.rulebook.topic("harm-denied")
    for part, patterns in topic.parts if topic else ():
        for pattern in patterns:
            for hit in brief.matches.of(pattern):
                sentence = text.sentences[hit.sentence]
                if under(sentence, hit, ("question", "conditional")) or excepted(brief.matches, hit, topic.exceptions if topic else ()):
                    continue
                if (part in _AFTER and not about_drug(text, hit) and not _by_pronoun(text, sentence)) or restated(hit.sentence, brief):
                    continue
                yield from _warned(text, rule, brief, hit, part)


def _by_pronoun(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence of a text on one drug denies something of “it”: what the label warns of is denied of the drug."""
    return len(text.drugs) == 1 and sentence.line.startswith((" it ", " they ", " this "))


def _warned(text: Text, rule: Rule, brief: Brief, hit: Hit, part: str) -> Iterator[Candidate]:
    sentence = text.sentences[hit.sentence]
    for search in brief.labels:
        number = _warning(search, search.telling(_clause(sentence, hit, part)), part)
        if number is not None:
            evidence = evidence_of_sentence(search, number, "The label warns of it.")
            span = Span(sentence.words[0].start, sentence.words[-1].end)
            yield Candidate(rule, span, "error", hit.sentence, search.reference.drug, (evidence,))
            return


def _clause(sentence: Sentence, hit: Hit, part: str) -> list[str]:
    """The words of what is denied: from the denial to the end of its clause, or back to the clause's beginning."""
    forms = [word.norm for word in sentence.words]
    said = forms[hit.quote_last :] if part in _AFTER else forms[: hit.quote_first][::-1]
    named: list[str] = []
    for form in said:
        if form in _STOPS:
            break
        named.append(form)
    return named if part in _AFTER else named[::-1]


def _warning(search: LabelSearch, stems: frozenset[str], part: str) -> int | None:
    """The first sentence of the label's warnings that names all of it and has no negation."""
    exact = stems - stems_for(_VAGUE)
    named = exact or stems
    if not 0 < len(named) <= _LONGEST or (len(named) == 1 and len(next(iter(named))) < _TELLING):
        return None
    sections = FETAL if part == "touched" else HARMFUL
    needed = _GRAVE if part == "harmless" else _CAUSED if part == "touched" or exact != stems else None
    return search.naming(named, _wanted(search, named, sections, needed))


def _negated(search: LabelSearch, sentence: LabelSentence, named: frozenset[str]) -> bool:
    """Whether a sentence of the label denies something in the clause that names all of it."""
    if not sentence.negations:
        return False
    for clause in re.split(r"[;:]", search.said(sentence)):
        words = re.findall(r"[a-z'-]+", clause.lower())
        if named <= search.telling(words):
            return not NEGATIONS.isdisjoint(words)
    return True


def _wanted(
    search: LabelSearch, named: frozenset[str], sections: frozenset[str], needed: re.Pattern[str] | None
) -> Callable[[LabelSentence], bool]:
    def wanted(sentence: LabelSentence) -> bool:
        if search.section(sentence) not in sections:
            return False
        said = search.said(sentence)
        free = needed is _GRAVE or not _negated(search, sentence, named) or UNCERTAIN.search(said) is not None
        return free and (needed is None or needed.search(said) is not None)

    return wanted
