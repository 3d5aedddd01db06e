"""Other medicines that stand where the text's own should: what is left of the page that a text was made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lint.checks.brief import Brief
from lint.checks.claims.candidate import Candidate
from lint.language.drugnames import other_names
from lint.types.rule import Rule
from lint.types.text import Sentence, Span, Text

_BEFORE = (("take",), ("how", "to", "take"), ("how", "to", "use"), ("what",), ("store",), ("start", "taking"), ("effects", "of"))
_AFTER = (
    ("contains",), ("belongs", "to"), ("is", "used"), ("is", "a", "medicine"), ("works", "by"), ("tablets", "contain"), ("is", "given"),
    ("tablets", "are"), ("can", "cause"), ("may", "cause"), ("is", "available"), ("comes", "as"), ("is", "prescribed"),
)  # fmt: skip
_MOST = 2  # sentences: a medicine named more often is a subject of the text
_SHORTEST = 5  # letters of a name
_COMPARED = frozenset("unlike like than versus vs compared or other another alternative alternatives instead both similar".split())


def leftover(text: Text, rule: Rule, brief: Brief) -> Iterator[Candidate]:
    """Each place where a medicine, of which neither text nor reference speaks elsewhere, is taken or described as the text's own."""
    if not brief.references:
        return
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    norms = {word.norm for sentence in text.sentences for word in sentence.words if len(word.norm) >= _SHORTEST}
    own = {name for drug in text.drugs for name in (drug, *other_names(drug))}
    others = {norm: drug for norm in norms if (drug := brief.corrector.drugs.exact(norm)) and drug not in own}
    for number, sentence in enumerate(text.sentences if others else ()):
        for index, word in enumerate(sentence.words):
            if word.norm in others:
                places[others[word.norm]].append((number, index))
    referenced = {name for reference in brief.references for name in reference.names}
    for drug, found in places.items():
        if drug in referenced or len({number for number, _ in found}) > _MOST or _expected(brief, drug):
            continue
        for number, index in found:
            sentence = text.sentences[number]
            if _as_own(sentence, index) and "@drug" not in sentence.line and _COMPARED.isdisjoint(sentence.line.split()):
                word = sentence.words[index]
                yield Candidate(rule, Span(word.start, word.end), rule.severity, number, text.drugs[0], fields=(("drug", text.drugs[0]),))


def _expected(brief: Brief, drug: str) -> bool:
    """Whether a reference of the text's own medicine speaks of the other one."""
    names = {drug, *other_names(drug)}
    return any(not names.isdisjoint(reference.spoken_of) for reference in brief.references)


def _as_own(sentence: Sentence, index: int) -> bool:
    """Whether a word stands where the text's own medicine would."""
    norms = [word.norm for word in sentence.words]
    before, after = norms[:index], norms[index + 1 :]
    return any(before == [*words] for words in _BEFORE) or (not before and any(after[: len(words)] == [*words] for words in _AFTER))
