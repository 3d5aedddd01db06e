"""Finds, for a sentence of a text, the sentences of the label that say most of the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from heapq import nlargest
from typing import TypeVar

from lint.evidence.align import Alignment, Stated, align
from lint.evidence.comparison import compared
from lint.evidence.index import LabelIndex, LabelSentence, says, stems_of
from lint.evidence.quantities import frequencies, quantities
from lint.evidence.words import plain, stem
from lint.types.label import Passage
from lint.types.reference import Reference
from lint.types.text import SHARED, Text

Answer = TypeVar("Answer")
_MOST = 16  # sentences looked at for one claim, and some pairs of them
_POSTED = 2000  # sentences with a stem that vote for it
_KEPT = 4
_REMEMBERED = 2000  # sentences of texts, for each label
UNCERTAIN = re.compile(
    r"\b(?:unknown|unclear|(?:not|never) (?:\w+ )?(?:known|clear|sure|studied|evaluated|established|tested)|no (?:\w+ )?(?:data|"
    r"information|studies))\b",
    re.I,
)
ONLY = re.compile(
    r"\bonly (?:take|use|inhale|inject|apply|need)\b.{0,30}\b(?:when|if|on|as)\b|\b(?:as|when|if) (?:needed|required|necessary)\b|"
    r"\bonly (?:when|if|on)\b",
    re.I,
)
_ALLOWING = re.compile(
    r" (?:can|may) (?:\w+ )?(?:take|use|mix|combine|be (?:taken|used|given|mixed)) | (?:safe|safely|fine|okay|suitable) "
)
_FOLLOWING = re.compile(r"[^.]{0,80}\bthese (?:other )?(?:medicines|drugs|products|agents)\b[^.]{0,80}", re.IGNORECASE)
_RANK = re.compile(r"\b(?P<very>very |extremely )?(?P<word>uncommon|common|rare)(?:ly)?\b", re.IGNORECASE)
# What introduces a list in a label, and what an item of one does not have: a verb of its own near its beginning.
_OPENS = re.compile(r"(?::|\b(?:of|with|as|by|for|if|you|have|are))\s*$", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:is|are|was|were|may|can|should|must|will|tell|talk|ask|do|does|take)\b", re.IGNORECASE)
_ITEM = 60  # code points
_SAYS = 5  # words
_SHORTEST = 2  # stems without which a sentence is not looked for


class LabelMemory:
    """What was worked out of a label, for all texts about the same medicines: of the whole label, and of sentences that texts share."""

    def __init__(self) -> None:
        self.whole: dict[str, object] = {}
        self._sentences: dict[tuple[str, str], dict[str, object]] = {}

    def of(self, said: str, line: str) -> dict[str, object]:
        """Of a sentence of a text, by its words and its line."""
        if len(self._sentences) >= _REMEMBERED:
            self._sentences.clear()
        return self._sentences.setdefault((said, line), {})


class LabelSearch:
    """The label of one reference, asked about the sentences of one text; each answer is worked out once."""

    def __init__(self, reference: Reference, index: LabelIndex, text: Text, memory: LabelMemory | None = None) -> None:
        self.reference = reference
        self.index = index
        self._text = text
        self._memory = LabelMemory() if memory is None else memory
        self._here: dict[int, dict[str, object]] = {}

    def stated(self, number: int) -> Stated:
        """What a sentence of the text states."""
        return self.once(number, "stated", self._state)

    def _state(self, number: int) -> Stated:
        sentence = self._text.sentences[number]
        raw = self._text.document.text[sentence.start : sentence.end]
        stems, negations = stems_of(sentence)
        allows = not negations and " avoid" not in sentence.line and _ALLOWING.search(sentence.line) is not None
        only = ONLY.search(sentence.line) is not None
        uncertain = UNCERTAIN.search(sentence.line) is not None
        said = quantities(raw), frequencies(raw), ranks(sentence.line)
        return Stated(stems, negations, *said, uncertain, only, allows, compared(raw) if not negations else None)

    def best(self, number: int) -> tuple[Alignment, ...]:
        """The places of the label that say most of what a sentence says, the nearest first."""
        return self.once(number, "best", lambda number: self._search(self.stated(number)))

    def once(self, number: int, name: str, work: Callable[[int], Answer]) -> Answer:
        """What `work` makes of a sentence beside the label, and of nothing else; worked out the first time only."""
        here = self._here.get(number)
        if here is None:
            sentence = self._text.sentences[number]
            said = self._text.document.text[sentence.start : sentence.end]
            here = self._here[number] = self._memory.of(said, sentence.line) if len(sentence.words) <= SHARED else {}
        if name not in here:
            here[name] = work(number)
        return here[name]  # type: ignore[return-value]

    def kept(self, name: str, work: Callable[[], Answer]) -> Answer:
        """What `work` gives for the whole label, worked out the first time only."""
        if name not in self._memory.whole:
            self._memory.whole[name] = work()
        return self._memory.whole[name]  # type: ignore[return-value]

    def verbatim(self, number: int) -> bool:
        """Whether the label has a sentence of the text word for word."""
        return self.same_words(number) is not None

    def same_words(self, number: int) -> int | None:
        """The sentence of the label that says word for word what a sentence of the text says."""
        known = self.kept("texts", lambda: {_flat(self.said(sentence)): at for at, sentence in enumerate(self.index.sentences)})
        sentence = self._text.sentences[number]
        return known.get(_flat(self._text.document.text[sentence.start : sentence.end]))

    def holds(self, number: int) -> bool:
        """Whether the label has the words of a sentence of the text, wherever its own sentences begin and end."""
        whole = self.kept("flat", lambda: "\n".join(_flat(passage.text) for passage in self.reference.passages))
        sentence = self._text.sentences[number]
        return _flat(self._text.document.text[sentence.start : sentence.end]) in whole

    def stems_in(self, section: str) -> frozenset[str]:
        """Every stem that a section of the label has."""

        def found() -> frozenset[str]:
            passages = self.reference.passages
            return frozenset(stem for one in self.index.sentences if passages[one.passage].section == section for stem in one.stems)

        return self.kept(f"stems in {section}", found)

    def stems_after(self, number: int, word: int) -> frozenset[str]:
        """The stems of a sentence of the text from one of its words on."""
        sentence = self._text.sentences[number]
        return frozenset(stem(form) for form in plain(sentence.line[sentence.offsets[word] :]))

    @property
    def names(self) -> frozenset[str]:
        """The stems of what the medicine is called."""
        return self.kept("names", lambda: frozenset(stem(word) for name in self.reference.names for word in name.split()))

    def telling(self, forms: Iterable[str]) -> frozenset[str]:
        """The stems of those words that say something; the medicine's own name says nothing."""
        return self.all_stems(forms) - self.names

    def all_stems(self, forms: Iterable[str]) -> frozenset[str]:
        """The stems of those words that say something."""
        return frozenset(stem(form) for form in plain(" ".join(form for form in forms if form != "-")) if says(form))

    def naming(self, stems: frozenset[str], wanted: Callable[[LabelSentence], bool], share: float = 1.0) -> int | None:
        """The sentence of the label that is wanted, names at least a share of these, weighed by rarity, and says least besides."""
        whole = self.index.weigh(stems) * share
        rarest = sorted(stems, key=lambda each: (len(self.index.postings.get(each, ())), each))
        for each in rarest[:1] if share == 1.0 else rarest:
            found = [
                number
                for number in self.index.postings.get(each, ())
                if self._has(number, stems, whole) and wanted(self.index.sentences[number])
            ]
            if found:
                return min(found, key=lambda number: (self._title(number), len(set(self.index.sentences[number].stems)), number))
        return None

    def _has(self, number: int, stems: frozenset[str], weight: float) -> bool:
        return weight <= self.index.weigh(stems & set(self.index.sentences[number].stems)) + 1e-9

    def _title(self, number: int) -> bool:
        """Whether a sentence of the label is but a title: it says nothing that could be held against a text, if others do."""
        said = self.said(self.index.sentences[number])
        return len(said.split()) < _SAYS and said[-1:].isalnum()

    def section(self, sentence: LabelSentence) -> str:
        """The section of the label that a sentence of it stands in."""
        return self.reference.passages[sentence.passage].section

    def said(self, sentence: LabelSentence) -> str:
        """A sentence of the label, verbatim."""
        return self.reference.passages[sentence.passage].text[sentence.start : sentence.end]

    def going_on(self, sentence: LabelSentence) -> str:
        """The sentence after one, where it speaks of “these” and stands in the same passage; else nothing."""
        text = self.reference.passages[sentence.passage].text[sentence.end :]
        following = _FOLLOWING.match(text)
        return following[0] if following else ""

    def introduced(self, sentence: LabelSentence) -> str:
        """The words that introduce the list which a sentence is an item of: “Do not take the following medicines:”; else nothing."""
        return self.kept("introduced", lambda: introductions(self.reference.passages))[sentence.passage]

    def _search(self, stated: Stated) -> tuple[Alignment, ...]:
        own = frozenset(stated.stems)
        if len(own) < _SHORTEST and not stated.quantities:
            return ()
        votes: dict[int, float] = {}
        for word in sorted(own):
            weight = self.index.weights.get(word, 0.0)
            for number in self.index.postings.get(word, ())[:_POSTED]:
                votes[number] = votes.get(number, 0.0) + weight
        chosen = nlargest(_MOST, votes, key=lambda number: (votes[number], -number))
        whole = self.index.weigh(own)
        found = [align(self.index, stated, own, whole, number, number) for number in chosen]
        pairs = {first for number in chosen[: _MOST // 4] for first in (number - 1, number) if self._neighbours(first)}
        found += [align(self.index, stated, own, whole, first, first + 1) for first in sorted(pairs)]
        found.sort(key=lambda a: (-round(a.shared, 3), len(a.lacking), -round(a.likeness, 3), a.last - a.first, a.first))
        return tuple(found[:_KEPT])

    def _neighbours(self, first: int) -> bool:
        """Whether a sentence and the one after it stand in one passage."""
        sentences = self.index.sentences
        return 0 <= first < len(sentences) - 1 and sentences[first].passage == sentences[first + 1].passage

    def quote(self, alignment: Alignment) -> str:
        """The words of the label at an alignment, verbatim."""
        first, last = self.index.sentences[alignment.first], self.index.sentences[alignment.last]
        return self.reference.passages[first.passage].text[first.start : last.end]


def introductions(passages: Iterable[Passage]) -> list[str]:
    """For each passage of a label the words that introduce the list which it is an item of; nothing where it is none."""
    found, opening, section = list[str](), "", ""
    for passage in passages:
        first = passage.text.partition(". ")[0]
        if passage.section != section or (opening and _FINITE.search(first[:_ITEM])):
            opening, section = "", passage.section
        found.append(opening)
        if _OPENS.search(passage.text):
            opening = re.split(r"(?<=[.!?]) ", passage.text)[-1]
    return found


def ranks(text: str) -> frozenset[str]:
    """The words for how often something happens."""
    return frozenset(f"{'very ' if found['very'] else ''}{found['word'].lower()}" for found in _RANK.finditer(text))


def _flat(text: str) -> str:
    return " ".join(text.lower().split())
