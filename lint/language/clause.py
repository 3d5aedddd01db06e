"""The clauses of one sentence and whom or what each is about; the words are in rules/language/subjects.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lint.language.cues import Cue, Cues

_MARKS = frozenset([",", ";", ":", "—", "–", "-", "(", "...", "…", "•", '"'])
STRONG = frozenset([";", ":", "—", "–", "(", ")", "•", "…", "..."])
_ENDS = frozenset([",", ".", ")", "(", ";", ":", "?", "!", '"', "/"])
_AFTER_NOUNS = frozenset("of is are was were has have can may will should must 's :".split())
_LABEL = 4  # words before a colon that only say what follows is about
_DEMONSTRATIVES = frozenset("this that these such".split())
_DETERMINERS = _DEMONSTRATIVES | frozenset("the your a an my our its".split())
_BEING = frozenset("is was be been being has have can may might could will would becomes become remains seems".split())
_THAT = frozenset("to that whether if how why not because , knowing noting".split())
_INVERTED = frozenset("is are was were lies comes stands sits".split())
_RELATIVE = frozenset("who that which what whom you it they he she we i".split())
_ASKING = frozenset("what how why who which".split())
_SKIPPED_AT_START = frozenset("please so and but then also kindly • - – — * \" ' ( ) . : ! no, ok".split())


@dataclass(frozen=True)
class SubjectCues:
    """The word lists, ready to find."""

    candidates: Cues
    frames: Cues
    fronting: Cues
    imperatives: frozenset[str]
    verbs: frozenset[str]
    finite: frozenset[str]  # verbs, and what is a verb after a subject
    adverbs: frozenset[str]
    not_verbs: frozenset[str]
    openers: frozenset[str]
    modifiers: frozenset[str]
    phrases: Cues
    impersonal: frozenset[str]

    @classmethod
    def of(cls, lists: Mapping[str, Mapping[str, Iterable[str]]]) -> SubjectCues:
        """From the file's lists."""
        cues = {name: Cues(labelled) for name, labelled in lists.items()}
        words = {name: cues[name].first_words if name in cues else frozenset() for name in lists}
        return cls(
            cues["candidates"], cues["frames"], cues["fronting"], words["imperatives"],
            words["verbs"], words["verbs"] | words["after-subjects"], words["adverbs"], words["not-verbs"] | _ENDS,
            words["openers"] | _MARKS, words["modifiers"], cues["phrases"], words["impersonal"],
        )  # fmt: skip


class Reading:
    """One sentence's candidates and clauses, wherever it stands."""

    __slots__ = ("cues", "found", "label", "line", "start")

    def __init__(self, line: Sequence[str], cues: SubjectCues) -> None:
        self.line, self.cues = line, cues
        self.found = list(self._impersonal())
        skipped = {cue.first for cue in self.found}
        self.found += [cue for cue in cues.candidates.find(line) if cue.first not in skipped]
        self.found += self._phrases()
        self.found.sort(key=lambda cue: cue.first)
        self.label = 0  # where a label such as "Adults:" ends
        self.start = self._main_start()  # of the main clause

    def left(self, cue: Cue) -> int:
        """Where a candidate begins with the words that belong to it."""
        first = cue.first
        while first > 0 and cue.first - first < 4 and self.line[first - 1] in self.cues.modifiers:
            first -= 1
        return first

    def governs(self, cue: Cue) -> bool:
        """Whether what follows a candidate may be its verb."""
        if cue.label == "pronoun" and cue.last - cue.first > 1:
            return True
        after = self.line[cue.last] if cue.last < len(self.line) else ""
        return after in self.cues.finite or self._adverb(after)

    def imperative(self, at: int) -> bool:
        """Whether a sentence that begins at a form tells the reader to do something; "use of" and "rest is" do not."""
        after = self.line[at + 1] if at + 1 < len(self.line) else ""
        noun = after in _AFTER_NOUNS or (after == "with" and self.line[at] in ("contact", "experience"))
        return self.line[at] in self.cues.imperatives and not noun and all(cue.first != at for cue in self.found)

    def expletive(self, start: int) -> Cue | None:
        """The first words from a form on that say nothing, such as "it is important to"."""
        return next((cue for cue in self.found if cue.label == "skip" and cue.first >= start), None)

    def verb(self, start: int) -> int:
        """The first finite verb after what says nothing of the subject."""
        skip = self.expletive(start)
        at = skip.last if skip is not None and skip.first <= start + 2 else start
        for number in range(at, len(self.line)):
            if self.line[number] in self.cues.verbs and not any(cue.first <= number < cue.last for cue in self.found):
                return number
        return len(self.line)

    def fronted(self) -> bool:
        """Whether the sentence begins with something that stands before its subject."""
        first = self.line[0]
        return self.cues.fronting.at(self.line, 0) is not None or first.endswith(("ing", "ed", "ly"))

    def _phrases(self) -> Iterable[Cue]:
        """ "this clever process", "your new tablets" and the like, where the list names the last word only."""
        openings = [first for first, form in enumerate(self.line) if form in _DETERMINERS]
        taken = {number for cue in self.found for number in range(cue.first, cue.last)} if openings else frozenset()
        for first in openings:
            form = self.line[first]
            for last in range(first + 1, min(first + 4, len(self.line))):
                head = self.cues.phrases.at(self.line, last)
                if last - 1 in taken or self.line[last] in self.cues.not_verbs:
                    break
                if head is not None:
                    if head.label == "drug" or form in _DEMONSTRATIVES:
                        yield Cue(first, last + 1, head.label)
                    break

    def _impersonal(self) -> Iterable[Cue]:
        """ "it is important to", "it can be hard for some to" and the like."""
        line = self.line
        for first in [number for number, form in enumerate(line) if form == "it"] if "it" in line else ():
            at = first + 1
            while at < min(first + 5, len(line)) and (line[at] in _BEING or self._adverb(line[at])):
                at += 1
            if first + 1 < at < len(line) - 1 and line[at] in self.cues.impersonal and self._opens_clause(at + 1):
                yield Cue(first, at + 1, "skip")

    def _opens_clause(self, at: int) -> bool:
        return self.line[at] in _THAT or (self.line[at] == "for" and "to" in self.line[at + 1 : at + 6])

    def _adverb(self, form: str) -> bool:
        return form in self.cues.adverbs or form.endswith("ly")

    def _main_start(self) -> int:
        line = self.line
        start = 0
        while start < len(line) - 1 and (line[start] in _SKIPPED_AT_START or line[start].isdigit()):
            start += 1
        if line[start] in _ASKING or (line[start] in self.cues.verbs and "?" in line):
            start = min(start + (line[start] in _ASKING), len(line) - 1)
            return min(start + (line[start] in self.cues.verbs), len(line) - 1)
        colon = line.index(":") if ":" in line[: _LABEL + 1] else -1
        if start < colon < len(line) - 1:
            self.label = start = colon + 1
            return start
        commas = [number for number, form in enumerate(line) if form == "," and number < len(line) - 1] if start == 0 else []
        if commas and self.fronted():
            start = self._after_comma(commas)
        frame = next(iter(self.cues.frames.find(line, range(min(start + 9, len(line))))), None)
        return frame.last if frame is not None and start <= frame.first and frame.last < len(line) else start

    def _after_comma(self, commas: Sequence[int]) -> int:
        """The beginning of the main clause: after the first comma that a subject and its verb follow."""
        if commas[0] == 1:
            return 2
        verb = self.verb(0)
        if verb < commas[0] and self.line[verb] in _INVERTED and _RELATIVE.isdisjoint(self.line[:verb]):
            return 0  # "behind it lies a danger, …": there is no second clause
        for comma in commas:
            near = next((cue for cue in self.found if comma < cue.first < comma + 7), None)
            if self.imperative(comma + 1) or (near is not None and self._leads(near, comma + 1)):
                return comma + 1
        return (commas[0] if len(commas) == 1 else commas[-1]) + 1

    def _leads(self, cue: Cue, start: int) -> bool:
        """Whether a candidate near the start of a clause is its subject, or the possessor of it."""
        if cue.label == "skip" or cue.last >= len(self.line):
            return cue.label == "skip"
        after = self.line[cue.last]
        return after not in self.cues.not_verbs or (after == "'s" and self.left(cue) == start)
