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
    for number, sentence in enumerate(text.sentences):
        for index, word in enumerate(sentence.words):
            drug = brief.corrector.drugs.exact(word.norm) if len(word.norm) >= _SHORTEST else None
            if drug and drug not in text.drugs and not any(drug in other_names(own) for own in text.drugs):
                places[drug].append((number, index))
    own = {name for reference in brief.references for name in reference.names}
    for drug, found in places.items():
        if drug in own or len({number for number, _ in found}) > _MOST or _expected(brief, drug):
            continue
        for number, index in found:
            sentence = text.sentences[number]
            if _as_own(sentence, index) and "@drug" not in sentence.line and _COMPARED.isdisjoint(sentence.line.split()):
                word = sentence.words[index]
                yield Candidate(rule, Span(word.start, word.end), rule.severity, number, text.drugs[0], fields=(("drug", text.drugs[0]),))


def _expected(brief: Brief, drug: str) -> bool:
    """Whether a reference of the text's own medicine speaks of the other one."""
    spoken_of = brief.matches.kept("spoken of in references", lambda: _spoken_of(brief))
    return not spoken_of.isdisjoint({drug, *other_names(drug)})


def _spoken_of(brief: Brief) -> frozenset[str]:
    """Every substance and word of the references' facts."""
    facts = [fact for reference in brief.references for fact in reference.facts]
    return frozenset(
        [*(name for fact in facts for name in fact.substances), *(w for fact in facts for w in fact.statement.lower().split())]
    )


def _as_own(sentence: Sentence, index: int) -> bool:
    """Whether a word stands where the text's own medicine would."""
    norms = [word.norm for word in sentence.words]
    before, after = norms[:index], norms[index + 1 :]
    return any(before == [*words] for words in _BEFORE) or (not before and any(after[: len(words)] == [*words] for words in _AFTER))
